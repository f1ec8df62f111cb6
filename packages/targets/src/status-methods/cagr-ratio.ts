import type { YearValue } from '../trajectory/year-value.ts';
import { printedNumber } from '../verdict/printed-number.ts';
import {
  type Bands,
  bandOf,
  dateFault,
  isMet,
  isUsable,
  type MethodInput,
  type MethodVerdict,
  notAssessable,
  plainCagr,
  type StatusMethod,
  signOf,
  targetAchieved,
  verdictIn,
} from './status-method.ts';

const bands: Bands = [
  { from: 0.95, label: 'on track', status: 'on-track' },
  { from: 0.6, label: 'acceleration needed', status: 'at-risk' },
  { from: 0, label: 'limited progress', status: 'off-track' },
  { from: Number.NEGATIVE_INFINITY, label: 'deteriorating', status: 'off-track' },
];

const common = {
  id: 'cagr-ratio',
  version: '2.4',
  name: 'Eurostat-type growth ratio',
  formula: 'R = d · CAGR(base → latest) ÷ |CAGR(base → target)|; negated for an all-negative series; a target met wins',
  bands: 'R ≥ 0.95 on track, ≥ 0.60 acceleration needed, ≥ 0 limited progress, below deteriorating',
  source: 'Open SDG sdg-build 2.4, progress measure, method 2; Statistics Canada, Canadian Indicator Framework',
  usesWindow: true,
} as const;

/**
 * As published. Faults kept: a zero base or target is read as 0.001, in whatever unit the series has; a target on the
 * other side of zero is divided by the size of a complex rate.
 */
export const cagrRatioAsPublished: StatusMethod = {
  ...common,
  variant: 'as-published',
  assess: (input) => {
    if (!input.target) return notAssessable('the method needs a target value');
    const base = { ...input.base, value: input.base.value || ZERO_STAND_IN };
    const target = { ...input.target, value: input.target.value || ZERO_STAND_IN };
    return assessed({ ...input, base, target }, publishedRateSize(base, target));
  },
};

/** Corrected: zero has no growth rate; a stand-in of 0.001 would make the verdict depend on the unit. */
export const cagrRatio: StatusMethod = {
  ...common,
  variant: 'corrected',
  assess: (input) => {
    const { target, base, latest, direction } = input;
    if (!target) return notAssessable('the method needs a target value');
    if (isMet(latest.value, target.value, direction)) return assessed(input, requiredSize(input));
    const fault = dateFault(input);
    if (fault) return fault;
    if (base.value === 0 || target.value === 0) return notAssessable('growth from or to zero has no rate');
    return assessed(input, requiredSize(input));
  },
};

const ZERO_STAND_IN = 0.001;

function assessed(input: MethodInput, required: number): MethodVerdict {
  const { base, latest, target, direction } = input;
  if (!target) return notAssessable('the method needs a target value');
  const ratio = ratioOf(input, required);
  const metric = isUsable(ratio) ? ratio : null;
  if (isMet(latest.value, target.value, direction)) {
    return { ...targetAchieved, metric };
  }
  if (latest.year - base.year < 1) return notAssessable('at least two values, a year apart, are needed');
  if (Number.isNaN(ratio)) return notAssessable('base, latest and target must have one sign');
  return verdictIn(bandOf(ratio, bands), metric, ratioWords(metric, [0.95, 0.6, 0]));
}

/** A ratio of growth rates in words; without a value where next to no growth was required. */
export function ratioWords(ratio: number | null, cutOffs: readonly number[]): string {
  if (ratio === null) return 'next to no growth was required, so the ratio has no value';
  return `the growth achieved is ${printedNumber(ratio, 2, cutOffs)} times the growth required`;
}

function ratioOf({ base, latest, direction }: MethodInput, required: number): number {
  if (latest.year === base.year) return Number.NaN;
  const side = base.value < 0 ? -1 : 1;
  return (side * signOf(direction) * plainCagr(base, latest)) / required;
}

const requiredSize = ({ base, target }: MethodInput): number =>
  target ? Math.abs(plainCagr(base, target)) : Number.NaN;

/** |CAGR| as the publisher's Python takes it: across zero the principal root, and so the size of a complex number. */
function publishedRateSize(base: YearValue, target: YearValue): number {
  const ratio = target.value / base.value;
  if (ratio >= 0) return Math.abs(plainCagr(base, target));
  const exponent = 1 / (target.year - base.year);
  const size = (-ratio) ** exponent;
  return Math.hypot(size * Math.cos(Math.PI * exponent) - 1, size * Math.sin(Math.PI * exponent));
}

/** Published score of a ratio, −5 to 5; 5 where the target is met. The constants are the publisher's, rounded as they are. */
export function cagrRatioScore(ratio: number, targetMet: boolean): number {
  if (targetMet) return 5;
  const line = ratio >= 0.6 ? 7.1429 * ratio - 4.2857 : 4.1667 * ratio - 2.5;
  return Math.max(-5, Math.min(5, line));
}
