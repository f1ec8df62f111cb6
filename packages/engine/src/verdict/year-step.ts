import {
  isWholeMonths,
  latestReport,
  monthCount,
  type NextRelease,
  nextRelease,
  type Observation,
  type StatedRelease,
  type YearStanding,
  yearStandings,
} from '@hadaf/series';
import { requiredGrowth, type YearAsked, type YearUnasked } from '@hadaf/targets';
import type { AnnualForecast } from '../assess/annual-forecast.ts';
import { type Goal, goalProbability, type OutlookPeriod, outlookPeriods } from '../assess/due-outlook.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';

const monthsOfYear = 12;
const monthsOfPart = { month: 1, quarter: 3 } as const;

/** What the years of a target's series are told from. */
export interface YearEvidence {
  readonly series: MeasuredSeries;
  readonly annual: AnnualForecast | null;
  /** Null where the target states no date. */
  readonly goal: Goal | null;
  /** Whether the target is still to be met; nothing is asked of a year by one that is decided. */
  readonly isOpen: boolean;
  readonly releases: readonly StatedRelease[];
}

/** One fiscal year without a total: where it stands, lands, and what the target asks of it. */
export interface YearView extends YearEvidence {
  readonly standing: YearStanding;
  /** Null where nothing tells it: too few years, or a forecast that what is reported has passed. */
  readonly landing: OutlookPeriod | null;
  /** Whether what is reported, which the forecast does not know, is more than the lower end of its 95 % interval. */
  readonly isForecastPassed: boolean;
  /** Whether its own months tell where it lands; else the forecast does. */
  readonly isLandedByMonths: boolean;
  readonly asked: (YearAsked & { readonly basis: string; readonly bestReport: Observation | null }) | YearUnasked;
}

/** What a year must bring on the way to the goal; null where the goal asks nothing of it. */
export interface YearStep {
  readonly milestone: number;
  readonly basis: string;
}

/**
 * The goal itself in its own year, else the step of constant growth from the last reported year; of equal amounts where
 * growth has no rate.
 *
 *   milestone = latest · (goal ÷ latest)^(k ÷ n),  k years after the last reported one, n to the goal
 */
export function yearStep({ years }: Pick<MeasuredSeries, 'years'>, goal: Goal, fiscalYear: number): YearStep | null {
  const latest = years.at(-1);
  if (!latest) return null;
  const [ahead, whole] = [fiscalYear - latest.fiscalYear, goal.fiscalYear - latest.fiscalYear];
  if (ahead < 1 || ahead > whole) return null;
  if (ahead === whole) return { milestone: goal.value, basis: 'the target itself: it falls due in this year' };
  const growth = requiredGrowth(latest.value, goal.value, whole);
  if (growth.kind === 'defined') {
    const basis = `${latest.value} × (${goal.value} ÷ ${latest.value})^(${ahead}/${whole}): constant growth to the target`;
    return { milestone: latest.value * (1 + growth.value) ** ahead, basis };
  }
  const share = ahead === 1 ? `÷ ${whole}` : `× ${ahead} ÷ ${whole}`;
  const basis = `${latest.value} + (${goal.value} − ${latest.value}) ${share}: equal steps to the target`;
  return { milestone: latest.value + ((goal.value - latest.value) * ahead) / whole, basis };
}

/** The release calendar of the series on its day. */
export function releaseOf({ series }: YearEvidence, releases: readonly StatedRelease[]): NextRelease | null {
  return nextRelease(series.known, series.indicator, series.asOf, releases);
}

/** Every year after the last one with a total, up to the one the day is in, oldest first. */
export function standingsOf(evidence: YearEvidence): YearStanding[] {
  const { series, releases } = evidence;
  const { indicator, unreported, known, asOf, isEnded = false } = series;
  const lastYear = series.years.at(-1)?.fiscalYear;
  if (lastYear === undefined || indicator.kind !== 'flow' || isEnded) return [];
  return yearStandings({ indicator, lastYear, unreported, known, release: releaseOf(evidence, releases) }, asOf);
}

/** The best single part ever reported, each by its latest report: a month, or a quarter. */
function bestReport({ known }: MeasuredSeries, part: YearStanding['part'], direction: Goal['direction']) {
  if (part === null) return null;
  const size = monthsOfPart[part];
  const parts = known.filter((report) => isWholeMonths(report) && monthCount(report) === size);
  const reports = [...Map.groupBy(parts, ({ start }) => start).values()].flatMap((own) => latestReport(own) ?? []);
  const sign = direction === 'up' ? 1 : -1;
  return reports.toSorted((a, b) => sign * (b.value - a.value))[0] ?? null;
}

function neededOf({ part, monthsKnown, value }: YearStanding, milestone: number): number | null {
  if (part === null || monthsKnown === monthsOfYear) return null;
  return ((milestone - value) * monthsOfPart[part]) / (monthsOfYear - monthsKnown);
}

function askedOf(
  { series, annual, goal, isOpen }: YearEvidence,
  standing: YearStanding,
  isForecastPassed: boolean,
): YearView['asked'] {
  if (!goal) return { kind: 'unasked', because: 'the target states no date' };
  if (!isOpen) return { kind: 'unasked', because: null };
  const step = yearStep(series, goal, standing.fiscalYear);
  if (!step) return { kind: 'unasked', because: 'the target falls due before it' };
  const { direction } = goal;
  const chance = goalProbability(series, annual, { fiscalYear: standing.fiscalYear, value: step.milestone, direction });
  const best = bestReport(series, standing.part, direction);
  return {
    ...{ kind: 'asked', ...step, direction, bestReport: best, best: best?.value ?? null },
    needed: neededOf(standing, step.milestone),
    probability: chance.kind === 'known' && !isForecastPassed ? chance.atDate : null,
  };
}

/** Whether months of a flow that is never negative sum to more than the lower end of what the forecast has in store. */
function passes({ monthsKnown, value }: YearStanding, { intervals }: OutlookPeriod): boolean {
  const lowest = Math.min(...intervals.map(({ lower }) => lower));
  return monthsKnown > 0 && value > 0 && value > lowest;
}

/** A year as it stands, lands and is asked for. */
export function yearView(evidence: YearEvidence, standing: YearStanding): YearView {
  const outlook = outlookPeriods(evidence.series, evidence.annual);
  const landing = outlook.find(({ fiscalYear }) => fiscalYear === standing.fiscalYear) ?? null;
  const isLandedByMonths = evidence.series.landing?.fiscalYear === standing.fiscalYear;
  const isForecastPassed = !isLandedByMonths && landing !== null && passes(standing, landing);
  return {
    ...{ ...evidence, standing, isLandedByMonths, isForecastPassed },
    landing: isForecastPassed ? null : landing,
    asked: askedOf(evidence, standing, isForecastPassed),
  };
}
