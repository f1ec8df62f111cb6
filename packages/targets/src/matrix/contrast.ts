import type { Computed } from '../trajectory/computed.ts';
import { undefinedWords } from '../trajectory/computed.ts';
import { growthRatio } from '../trajectory/growth-ratio.ts';
import type { YearValue } from '../trajectory/year-value.ts';
import type { MatrixDefinition } from './verdict-matrix.ts';

/** One side of a contrast: a definition read over a window of years. */
export interface ContrastSide {
  readonly definition: Pick<MatrixDefinition, 'label' | 'history'>;
  readonly windowYears: number;
}

export interface ContrastInput {
  readonly target: YearValue;
  readonly direction: 'up' | 'down';
  readonly from: ContrastSide;
  readonly to: ContrastSide;
}

/** How much of a difference between two growth ratios is the definition, how much the window. */
export type Contrast =
  | {
      readonly kind: 'explained';
      readonly from: number;
      readonly to: number;
      /** The parts sum to `to − from`. */
      readonly definitionPart: number;
      readonly windowPart: number;
      /** `both-orders` averages the two orders of change (Shapley); otherwise the only order the data allow. */
      readonly order: 'both-orders' | 'definition-first' | 'window-first';
      readonly sentence: string;
    }
  | { readonly kind: 'undefined'; readonly reason: string };

/**
 * Splits the difference of two growth ratios into definition and window.
 *
 *   definition = ½ · [(R(to def, from win) − R(from)) + (R(to) − R(from def, to win))]      window likewise
 *
 * Where one mixed corner has no value (a definition reported for one year only) the other order alone is used, and the sentence says so.
 */
export function explainContrast({ target, direction, from, to }: ContrastInput): Contrast {
  const ratio = (side: ContrastSide): Computed => ratioOf(side, target, direction);
  const start = ratio(from);
  const end = ratio(to);
  if (start.kind === 'undefined') return { kind: 'undefined', reason: undefinedWords(start.reason) };
  if (end.kind === 'undefined') return { kind: 'undefined', reason: undefinedWords(end.reason) };
  const definitionFirst = ratio({ definition: to.definition, windowYears: from.windowYears });
  const windowFirst = ratio({ definition: from.definition, windowYears: to.windowYears });
  const total = end.value - start.value;
  const parts = [
    ...(definitionFirst.kind === 'defined' ? [definitionFirst.value - start.value] : []),
    ...(windowFirst.kind === 'defined' ? [end.value - windowFirst.value] : []),
  ];
  if (parts.length === 0) return { kind: 'undefined', reason: 'neither definition is known over the other window' };
  const definitionPart = parts.reduce((sum, part) => sum + part, 0) / parts.length;
  const order =
    parts.length === 2 ? 'both-orders' : definitionFirst.kind === 'defined' ? 'definition-first' : 'window-first';
  const split = {
    order,
    from: start.value,
    to: end.value,
    definitionPart,
    windowPart: total - definitionPart,
  } as const;
  return { kind: 'explained', ...split, sentence: sentenceOf(from, to, split) };
}

function ratioOf({ definition, windowYears }: ContrastSide, target: YearValue, direction: 'up' | 'down'): Computed {
  const latest = definition.history.reduce<YearValue | null>(
    (best, v) => (best && best.year >= v.year ? best : v),
    null,
  );
  const base = latest && definition.history.find((v) => v.year === latest.year - windowYears);
  if (!latest || !base) return { kind: 'undefined', reason: 'no-value-at-window-start' };
  return growthRatio({ base, latest, target, direction });
}

const orderWords = {
  'both-orders': 'the mean of both orders of change',
  'definition-first': 'the definition changed first: the other order lacks values',
  'window-first': 'the window changed first: the other order lacks values',
} as const;

/** Hundredths are added as whole numbers, so that the printed parts sum to the printed difference. */
function sentenceOf(
  from: ContrastSide,
  to: ContrastSide,
  split: { from: number; to: number; definitionPart: number; order: keyof typeof orderWords },
): string {
  const hundredths = (value: number): number => Math.round(value * 100);
  const total = hundredths(split.to) - hundredths(split.from);
  const definition = hundredths(split.definitionPart);
  const printed = (count: number): string => `${count < 0 ? '−' : ''}${(Math.abs(count) / 100).toFixed(2)}`;
  const span = ({ windowYears }: ContrastSide): string => `${windowYears} ${windowYears === 1 ? 'year' : 'years'}`;
  const start = `The growth ratio is ${printed(hundredths(split.from))} on ${from.definition.label} over ${span(from)}`;
  const end = printed(hundredths(split.to));
  if (from.definition.label === to.definition.label) {
    return `${start} and ${end} over ${span(to)}: the difference of ${printed(total)} is the window alone.`;
  }
  if (from.windowYears === to.windowYears) {
    return `${start} and ${end} on ${to.definition.label}: the difference of ${printed(total)} is the definition alone.`;
  }
  return (
    `${start} and ${end} on ${to.definition.label} over ${span(to)}: of the difference of ${printed(total)}, ` +
    `${printed(definition)} is the definition and ${printed(total - definition)} the window (${orderWords[split.order]}).`
  );
}
