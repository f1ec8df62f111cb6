import type { Status } from '../target.ts';
import type { YearValue } from '../trajectory/year-value.ts';

/** Everything a published status rule may ask for. A rule whose inputs are missing says so; it never guesses. */
export interface MethodInput {
  readonly base: YearValue;
  readonly latest: YearValue;
  /** Null for the rules that judge direction alone. */
  readonly target: YearValue | null;
  readonly direction: 'up' | 'down';
  /** All values known, in any order; rules that fix their own window or fit a line read them. */
  readonly history: readonly YearValue[];
  /** A natural limit of the indicator, e.g. 100 for a share. */
  readonly limit: number | null;
  /** The values that score 100 and 0 on a normalised scale. */
  readonly scale: { readonly best: number; readonly worst: number } | null;
  /** Cumulative units planned by year, for roll-outs. */
  readonly plan: readonly YearValue[] | null;
  /** Calibrated P(target) at its date. */
  readonly probability: number | null;
}

/** What a method says of one input. */
export interface MethodVerdict {
  /** The figure the bands are laid on; null where it has no value. */
  readonly metric: number | null;
  /** The method's own word. */
  readonly label: string;
  readonly status: Status;
  /** The figure and what is unusual, in a clause without the label. */
  readonly reason: string;
}

/** A named, versioned rule. `as-published` reproduces its publisher to the digit; `corrected` mends a stated fault. */
export interface StatusMethod {
  readonly id: string;
  readonly version: string;
  readonly variant: 'as-published' | 'corrected';
  readonly name: string;
  readonly formula: string;
  /** The inclusive bands, best first. */
  readonly bands: string;
  readonly source: string;
  /** Whether base and latest are chosen by the reader; otherwise the rule fixes its own window, or needs none. */
  readonly usesWindow: boolean;
  /** Years back from the latest value where the rule itself says how many. */
  readonly ownWindowYears?: number;
  assess(input: MethodInput): MethodVerdict;
}

/** A band of a rule on its metric: the label holds from `from` upwards, inclusive. */
export interface Band {
  readonly from: number;
  readonly label: string;
  readonly status: 'achieved' | 'on-track' | 'at-risk' | 'off-track';
}

/** A verdict by bands: the worst label is where progress is lost. */
export type Bands = readonly [Band, ...Band[]];

/** The first band, best first, that `metric` reaches; the last one is for everything below. */
export function bandOf(metric: number, bands: Bands): Band {
  return bands.find((band) => metric >= band.from) ?? bands.at(-1) ?? bands[0];
}

/** The verdict of a band on the figure it was chosen by. */
export const verdictIn = ({ label, status }: Band, metric: number | null, reason: string): MethodVerdict => ({
  metric,
  label,
  status,
  reason,
});

export const notAssessable = (reason: string): MethodVerdict => ({
  metric: null,
  label: 'cannot be assessed',
  status: 'not-assessable',
  reason,
});

/**
 * A figure of straight-line arithmetic, put on the bound it differs from by rounding alone: 28 to 29.7 on the way to 45 is a
 * pace of exactly 0.75, in floating point a little less. Rates of compound growth are left as their publishers compare them.
 */
export const onBound = (figure: number, bounds: readonly number[]): number =>
  bounds.find((bound) => Math.abs(figure - bound) <= ROUNDING * Math.max(1, Math.abs(bound))) ?? figure;

/** Far above the rounding of a few operations, far below what a band is about. */
const ROUNDING = 1e-10;

/** A ratio this large says only that its divisor is next to nothing. */
const LARGEST_RATIO = 1e12;

/** Whether a ratio has a value worth printing; infinite, undefined and absurd ones have none. */
export const isUsable = (ratio: number): boolean => Math.abs(ratio) < LARGEST_RATIO;

/** +1 where up is good, −1 where down is. */
export const signOf = (direction: 'up' | 'down'): 1 | -1 => (direction === 'up' ? 1 : -1);

/** The verdict on a target whose latest value meets it, whatever the pace. */
export const targetAchieved: MethodVerdict = {
  metric: null,
  label: 'target achieved',
  status: 'achieved',
  reason: 'the latest value meets the target',
};

/**
 * What a corrected rule says before its own arithmetic: a target met is said so, a date that is not after the base allows
 * no pace, and a base that met the target while the latest value does not is the worst band. Null: the arithmetic decides.
 */
export function settledBefore(input: MethodInput, bands: Bands): MethodVerdict | null {
  const { base, latest, target, direction } = input;
  if (target && isMet(latest.value, target.value, direction)) return targetAchieved;
  const fault = dateFault(input);
  if (fault || !target || !isMet(base.value, target.value, direction)) return fault;
  return verdictIn(bands.at(-1) ?? bands[0], null, 'the base met the target and the latest value does not');
}

/** Why no pace can be required: the target's date does not lie after the base. Null where it does. */
export const dateFault = ({ base, target }: MethodInput): MethodVerdict | null =>
  target && target.year <= base.year ? notAssessable("the target's date does not lie after the base") : null;

/** Whether the value reaches the target; equalling it is reaching it. */
export const isMet = (value: number, target: number, direction: 'up' | 'down'): boolean =>
  signOf(direction) * (value - target) >= 0;

/** Plain compound growth a year as the publishers print it; NaN across zero, ±∞ from zero, −1 to zero. */
export function plainCagr(from: YearValue, to: YearValue): number {
  const ratio = to.value / from.value;
  return ratio < 0 ? Number.NaN : ratio ** (1 / (to.year - from.year)) - 1;
}
