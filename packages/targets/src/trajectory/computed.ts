/** Why a figure has no value. Each is an answer of its own, never a zero. */
export type UndefinedReason =
  | 'no-time-between'
  | 'zero-base'
  | 'zero-goal'
  | 'sign-change'
  | 'base-at-latest'
  | 'base-at-goal'
  | 'base-past-goal'
  | 'no-value-at-window-start'
  | 'nothing-required-when-announced'
  | 'input-undefined';

/** A figure that may honestly have no value. */
export type Computed =
  | { readonly kind: 'defined'; readonly value: number }
  | { readonly kind: 'undefined'; readonly reason: UndefinedReason };

export const defined = (value: number): Computed => ({ kind: 'defined', value });

export const undefinedFor = (reason: UndefinedReason): Computed => ({ kind: 'undefined', reason });

const words: Readonly<Record<UndefinedReason, string>> = {
  'no-time-between': 'no time lies between the two values',
  'zero-base': 'growth from zero has no rate',
  'zero-goal': 'no rate of growth reaches zero',
  'sign-change': 'no rate of growth crosses zero',
  'base-at-latest': 'the base is the latest value, so nothing has been achieved since',
  'base-at-goal': 'the base already equals the target, so no growth was required',
  'base-past-goal': 'the base is already past the target, so no growth was required',
  'no-value-at-window-start': 'no value is known at the start of the window',
  'nothing-required-when-announced': 'no growth was required when the target was announced',
  'input-undefined': 'a figure it is computed from has no value',
};

/** The reason in plain words, for a page or a terminal. */
export function undefinedWords(reason: UndefinedReason): string {
  return words[reason];
}
