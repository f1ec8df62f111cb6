import { normalCdf, normalQuantile } from '@hadaf/numerics';
import type { YearInProgress } from '@hadaf/series';
import { mean, sampleStandardDeviation } from 'simple-statistics';

/** Where a fiscal year lands whose last months are not reported yet: lognormal about `median`. */
export interface Landing {
  readonly fiscalYear: number;
  readonly label: string;
  readonly median: number;
  /** Standard deviation of log(total), predictive: it covers the estimate of the ratio and the year's own deviation. */
  readonly logStandardDeviation: number;
  readonly months: number;
  /** Earlier years it is estimated from; none where all twelve months are known. */
  readonly precedents: number;
}

const monthsOfYear = 12;

/** Below three earlier years the spread of the ratio cannot be told. */
const leastPrecedents = 3;

/** Earlier years than the last five had another season, and totals revised long after their months. */
const mostPrecedents = 5;

/**
 * The total of a year in progress from its known months and from how such months grew into totals before.
 *
 *   total = known · exp(m ± s · √(1 + 1/n)),  m and s over the last n ≤ 5 of log(total ÷ same months)
 *
 * The printed precision of the known months is added in quadrature (uniform rounding: half width ÷ √3).
 *
 * A year with all twelve months known is their sum, with the rounding only.
 *
 * @returns null where fewer than three earlier years have both a total and the same months
 */
export function estimateLanding(year: YearInProgress): Landing | null {
  if (!(year.value > 0)) return null;
  const rounding = year.halfWidth / Math.sqrt(3) / year.value;
  if (year.months === monthsOfYear) return summedYear(year, rounding);
  const ratios = year.landingRatios.slice(-mostPrecedents);
  const n = ratios.length;
  if (n < leastPrecedents) return null;
  const spread = sampleStandardDeviation(ratios) * Math.sqrt(1 + 1 / n);
  return {
    fiscalYear: year.fiscalYear,
    label: year.label,
    median: year.value * Math.exp(mean(ratios)),
    logStandardDeviation: Math.hypot(spread, rounding),
    months: year.months,
    precedents: n,
  };
}

/** A year whose twelve months are all known lands on their sum, but for what their rounding hides. */
function summedYear({ fiscalYear, label, value, months }: YearInProgress, rounding: number): Landing {
  return { fiscalYear, label, median: value, logStandardDeviation: rounding, months, precedents: 0 };
}

/** The quantile of the landing at a level. */
export function landingQuantile(landing: Landing, level: number): number {
  return landing.median * Math.exp(landing.logStandardDeviation * normalQuantile(level));
}

/** The central interval of a nominal coverage. */
export function landingInterval(landing: Landing, coverage: number): readonly [number, number] {
  return [landingQuantile(landing, (1 - coverage) / 2), landingQuantile(landing, (1 + coverage) / 2)];
}

/** P(the year's total reaches `threshold`). */
export function landingProbability(landing: Landing, threshold: number, direction: 'up' | 'down'): number {
  const { logStandardDeviation, median } = landing;
  if (logStandardDeviation === 0) return Number(direction === 'up' ? median >= threshold : median <= threshold);
  const short = normalCdf(Math.log(threshold / median) / logStandardDeviation);
  return direction === 'up' ? 1 - short : short;
}
