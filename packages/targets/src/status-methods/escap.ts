import type { YearValue } from '../trajectory/year-value.ts';
import { printedNumber } from '../verdict/printed-number.ts';
import {
  dateFault,
  isMet,
  isUsable,
  type MethodInput,
  type MethodVerdict,
  notAssessable,
  onBound,
  type StatusMethod,
  signOf,
  targetAchieved,
} from './status-method.ts';

const common = {
  id: 'escap',
  version: '2020',
  name: 'ESCAP anticipated progress index',
  bands: '0 to 10 met, above 10 to 100 accelerate, above 100 reverse; with the current status index of 10 beside it',
  source: 'UN ESCAP (2020), SDG progress assessment, technical note; UNECE road map, technical notes',
  usesWindow: true,
} as const;

/** As published: the distance counts in both directions, so a target that would be surpassed by far asks to accelerate. */
export const escapAsPublished: StatusMethod = {
  ...common,
  variant: 'as-published',
  formula: 'P = 100 · |target − anticipated| ÷ |target − base|',
  assess: (input) => assessed(input, anticipatedValue(input)),
};

/** Corrected: what is anticipated to meet or surpass the target has no distance left. */
export const escap: StatusMethod = {
  ...common,
  variant: 'corrected',
  formula: 'P = 100 · max(0, d · (target − anticipated)) ÷ |target − base|',
  assess: (input) => {
    const { latest, target, direction } = input;
    if (target && isMet(latest.value, target.value, direction)) {
      return { ...targetAchieved, metric: 0, label: 'met' };
    }
    const fault = dateFault(input);
    if (fault) return fault;
    const anticipated = anticipatedValue(input);
    const surpasses = target !== null && anticipated !== null && isMet(anticipated, target.value, direction);
    return assessed(input, surpasses ? target.value : anticipated);
  },
};

/** CSI = 10 · d · (latest − base) ÷ |target − base|: the part of the way covered, out of 10. */
export function currentStatusIndex({ base, latest, target, direction }: MethodInput): number {
  if (!target) return Number.NaN;
  return 10 * signOf(direction) * ((latest.value - base.value) / Math.abs(target.value - base.value));
}

/** P for an anticipated value. */
export const anticipatedProgressIndex = (anticipated: number, base: number, target: number): number =>
  (100 * Math.abs(target - anticipated)) / Math.abs(target - base);

/**
 * Weighted straight line through the values since the base, evaluated at the target's year. Weights rise evenly with
 * time (1, 2, … n): the publisher weights recent years more and this is our reading of it.
 */
function anticipatedValue({ base, history, latest, target }: MethodInput): number | null {
  const since = history.filter((v) => v.year >= base.year && v.year <= latest.year);
  const values = (since.length >= 2 ? since : [base, latest]).toSorted((a, b) => a.year - b.year);
  if (!target || latest.year <= base.year) return null;
  const weights = values.map((_, i) => i + 1);
  const meanYear = weightedMean(
    values.map((v) => v.year),
    weights,
  );
  const meanValue = weightedMean(
    values.map((v) => v.value),
    weights,
  );
  const slope = weightedSlope(values, weights, { year: meanYear, value: meanValue });
  return meanValue + slope * (target.year - meanYear);
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0) / total;
}

function weightedSlope(values: readonly YearValue[], weights: readonly number[], mean: YearValue): number {
  let crossed = 0;
  let spread = 0;
  values.forEach(({ year, value }, i) => {
    const weight = weights[i] ?? 0;
    crossed += weight * (year - mean.year) * (value - mean.value);
    spread += weight * (year - mean.year) ** 2;
  });
  return crossed / spread;
}

function assessed(input: MethodInput, anticipated: number | null): MethodVerdict {
  const { base, target } = input;
  if (!target) return notAssessable('the method needs a target value');
  if (anticipated === null) return notAssessable('one data point gives no regression');
  const index = onBound(anticipatedProgressIndex(anticipated, base.value, target.value), [10, 100]);
  if (!isUsable(index)) return notAssessable('the base equals the target, so the way has no length');
  const missing = `${printedNumber(index, 1, [10, 100])}\u00a0% of the way would still be missing at the target’s date`;
  const covered = currentStatusIndex(input);
  const reason = isUsable(covered)
    ? `${missing}; ${printedNumber(covered, 1)} of 10 points are covered so far`
    : missing;
  if (index <= 10) return { metric: index, label: 'met', status: 'on-track', reason };
  if (index <= 100) return { metric: index, label: 'accelerate', status: 'at-risk', reason };
  return { metric: index, label: 'reverse', status: 'off-track', reason };
}
