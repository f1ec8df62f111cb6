import { normalQuantile, studentTCdf, studentTQuantile } from '@hadaf/numerics';
import type { YearInProgress } from '@hadaf/series';
import { mean, sampleStandardDeviation } from 'simple-statistics';

/** Where a fiscal year without a total lands: log(total ÷ median) ÷ scale has Student's t distribution. */
export interface Landing {
  readonly fiscalYear: number;
  readonly label: string;
  readonly median: number;
  /** Scale of log(total), predictive: it covers the estimate of the ratio and the year's own deviation. */
  readonly logScale: number;
  /** One less than the earlier years the scale is told from; Infinity, the normal distribution, where only rounding is left. */
  readonly degreesOfFreedom: number;
  readonly months: number;
  /** Earlier years it is estimated from; none where all twelve months are known. */
  readonly precedents: number;
}

const monthsOfYear = 12;

/** Below three earlier years the spread of the ratio cannot be told. */
export const leastPrecedents = 3;

/** Earlier years than the last five had another season, and totals revised long after their months. */
export const mostPrecedents = 5;

/**
 * The total of a year in progress from its known months and from how such months grew into totals before.
 *
 *   total = known · exp(m + s · √(1 + 1/n) · t),  m and s over the last n ≤ 5 of log(total ÷ same months)
 *
 * t has n − 1 degrees of freedom: s of so few ratios is itself uncertain, and with a normal in its place an interval of
 * nominally 80 % covers 67 to 73 %. The printed precision of the known months is added in quadrature (uniform rounding:
 * half width ÷ √3).
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
    logScale: Math.hypot(spread, rounding),
    degreesOfFreedom: n - 1,
    months: year.months,
    precedents: n,
  };
}

/** A year whose twelve months are all known lands on their sum, but for what their rounding hides. */
function summedYear({ fiscalYear, label, value, months }: YearInProgress, rounding: number): Landing {
  const degreesOfFreedom = Number.POSITIVE_INFINITY;
  return { fiscalYear, label, median: value, logScale: rounding, degreesOfFreedom, months, precedents: 0 };
}

/** The quantile of the landing at a level. */
export function landingQuantile({ median, logScale, degreesOfFreedom }: Landing, level: number): number {
  return median * Math.exp(logScale * studentTQuantile(level, degreesOfFreedom));
}

/** The central interval of a nominal coverage. */
export function landingInterval(landing: Landing, coverage: number): readonly [number, number] {
  return [landingQuantile(landing, (1 - coverage) / 2), landingQuantile(landing, (1 + coverage) / 2)];
}

/** P(the year's total reaches `threshold`). */
export function landingProbability(landing: Landing, threshold: number, direction: 'up' | 'down'): number {
  const { median, logScale, degreesOfFreedom } = landing;
  if (logScale === 0) return Number(direction === 'up' ? median >= threshold : median <= threshold);
  const distance = Math.log(threshold / median) / logScale;
  return studentTCdf(direction === 'up' ? -distance : distance, degreesOfFreedom);
}

/**
 * The standard deviation of log(total), for paths that start from a normal draw of the landing.
 *
 * t with two degrees of freedom has none: there it is that of the normal with the same 95 % interval, 2.20 times the
 * scale, the next of 1.41 (four degrees) and 1.73 (three).
 */
export function landingLogDeviation({ logScale, degreesOfFreedom }: Landing): number {
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return logScale;
  if (degreesOfFreedom > 2) return logScale * Math.sqrt(degreesOfFreedom / (degreesOfFreedom - 2));
  return (logScale * studentTQuantile(0.975, degreesOfFreedom)) / normalQuantile(0.975);
}
