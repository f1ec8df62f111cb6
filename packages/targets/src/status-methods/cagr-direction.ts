import { printedShare } from '../verdict/printed-number.ts';
import {
  bandOf,
  isUsable,
  type MethodInput,
  type MethodVerdict,
  notAssessable,
  plainCagr,
  type StatusMethod,
  signOf,
  verdictIn,
} from './status-method.ts';

const HIGH = 0.015;
const MEDIUM = 0.005;
/** The publisher's constant, read in its code. */
const LIMIT_EXPONENT = 4.44;

const common = {
  id: 'cagr-direction',
  version: '2.4',
  name: 'Eurostat-type growth rule without a target',
  formula: 'd · CAGR(base → latest), bands × C with C = 1 − (base ÷ limit)^4.44 near a natural limit',
  bands: '≥ 1.5 %·C on track, ≥ 0.5 %·C acceleration needed, ≥ 0 limited progress, below deteriorating',
  source: 'Open SDG sdg-build 2.4, progress measure, method 1; Statistics Canada, Canadian Indicator Framework',
  usesWindow: true,
} as const;

/** As published. Fault kept: a zero base is read as 0.001, in whatever unit the series has. */
export const cagrDirectionAsPublished: StatusMethod = {
  ...common,
  variant: 'as-published',
  assess: (input) => assessed(input, input.base.value || 0.001),
};

/** Corrected: zero has no growth rate; a stand-in of 0.001 would make the verdict depend on the unit. */
export const cagrDirection: StatusMethod = {
  ...common,
  variant: 'corrected',
  assess: (input) =>
    input.base.value === 0 ? notAssessable('growth from zero has no rate') : assessed(input, input.base.value),
};

/** Growth from a base read as `from`, against fixed bands, narrowed near a natural limit; an all-negative series is negated. */
function assessed({ base, latest, direction, limit }: MethodInput, from: number): MethodVerdict {
  if (latest.year - base.year < 1) return notAssessable('at least two values, a year apart, are needed');
  const side = from < 0 ? -1 : 1;
  const growth = side * signOf(direction) * plainCagr({ ...base, value: from }, latest);
  if (!isUsable(growth)) return notAssessable('base and latest must have one sign and one order of size');
  const near = limitCoefficient(base.value, limit);
  const band = bandOf(growth, [
    { from: HIGH * near, label: 'on track', status: 'on-track' },
    { from: MEDIUM * near, label: 'acceleration needed', status: 'at-risk' },
    { from: 0, label: 'limited progress', status: 'off-track' },
    { from: Number.NEGATIVE_INFINITY, label: 'deteriorating', status: 'off-track' },
  ]);
  return verdictIn(band, growth, directedGrowthWords(growth, [HIGH * near, MEDIUM * near, 0]));
}

/** Growth signed so that positive is good, said as moving the right way or the wrong way. */
export function directedGrowthWords(growth: number, cutOffs: readonly number[]): string {
  if (growth === 0) return 'it does not move';
  const size = printedShare(Math.abs(growth), 2, cutOffs.map(Math.abs));
  return `it moves ${size} a year the ${growth > 0 ? 'right' : 'wrong'} way`;
}

/** C: 1 far from the limit, 0 at it. A base beyond twice the limit counts as far. */
export function limitCoefficient(base: number, limit: number | null): number {
  if (limit === null) return 1;
  const distance = Math.abs(base);
  const bound = Math.abs(limit);
  if (distance >= 2 * bound) return 1;
  const share = distance <= bound ? distance / bound : (2 * bound - distance) / bound;
  return 1 - share ** LIMIT_EXPONENT;
}

/** Published score of directed growth, −5 to 5. */
export function cagrDirectionScore(growth: number, coefficient: number): number {
  if (growth < 0) return Math.max(-5, 125 * growth - 2.5);
  if (coefficient === 0) return 5;
  const scaled = growth / coefficient;
  if (growth >= HIGH * coefficient) return Math.min(5, 500 * scaled - 5);
  return growth >= MEDIUM * coefficient ? 250 * scaled - 1.25 : 500 * scaled - 2.5;
}
