import { type Computed, defined, undefinedFor } from './computed.ts';
import { requiredGrowth } from './required-growth.ts';
import type { YearValue } from './year-value.ts';

/** What a growth ratio compares: the way from base to latest with the way from base to target. */
export interface GrowthRatioInput {
  readonly base: YearValue;
  readonly latest: YearValue;
  readonly target: YearValue;
  readonly direction: 'up' | 'down';
}

/**
 * Achieved growth since the base ÷ growth required from that base to the target (the Eurostat-type ratio R).
 *
 *   R = d · CAGR(base → latest) ÷ |CAGR(base → target)|        d = +1 where up is good, −1 where down is
 *
 * R = 1 is exactly the required pace. Where no growth was required from the base (at or past the target) R has no
 * meaning and says so; `cagr-ratio` and `un-progress` hold what the published rules print there.
 *
 * @see Statistics Canada, Canadian Indicator Framework, "Measuring progress"; Open SDG 2.4, progress status
 */
export function growthRatio({ base, latest, target, direction }: GrowthRatioInput): Computed {
  if (latest.year === base.year) return undefinedFor('base-at-latest');
  const d = direction === 'up' ? 1 : -1;
  const way = d * (target.value - base.value);
  if (way === 0) return undefinedFor('base-at-goal');
  if (way < 0) return undefinedFor('base-past-goal');
  const observed = requiredGrowth(base.value, latest.value, latest.year - base.year);
  const required = requiredGrowth(base.value, target.value, target.year - base.year);
  if (observed.kind === 'undefined') return observed;
  if (required.kind === 'undefined') return required;
  return defined((d * observed.value) / Math.abs(required.value));
}
