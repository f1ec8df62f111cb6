import type { AnnualForecast } from '../assess/annual-forecast.ts';
import type { Goal } from '../assess/due-outlook.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import { standingsOf, type YearView, yearView } from './year-step.ts';

/** Where a year without a total was told to land, as it goes on record. */
export interface ToldLanding {
  readonly seriesId: string;
  /** Of the series: what every amount is in. */
  readonly unit: string;
  readonly fiscalYear: number;
  /** Whether its own months told it; else the forecast did. */
  readonly from: 'months' | 'forecast';
  /** Months known without a gap, out of twelve, and their sum. */
  readonly months: number;
  readonly known: number;
  readonly levels: readonly number[]; // k probabilities, ascending
  /** Of the year's total. */
  readonly quantiles: readonly number[]; // k
  /** The total if the months known are the share of it they were in the newest earlier year that has both; null where none has. */
  readonly sameShare: number | null;
}

/** A year's step on the way to a target, and how likely it was told. */
export interface ToldMilestone {
  readonly threshold: number;
  readonly direction: Goal['direction'];
  readonly probability: number;
}

/** A landing with what one target asks of the year; nothing, where the target asks nothing of it. */
export interface TargetLanding extends ToldLanding {
  readonly milestone: ToldMilestone | null;
}

interface LandingEvidence {
  readonly series: MeasuredSeries;
  readonly annual: AnnualForecast | null;
  readonly goal: Goal | null;
  readonly isOpen: boolean;
}

/** The landings told on the day of a series: of the first year that is over without a total, and of the one the day is in. */
export function toldLandings(evidence: LandingEvidence): TargetLanding[] {
  const all = { ...evidence, releases: [] };
  const standings = standingsOf(all);
  const told = [standings.find(({ isOver }) => isOver), standings.find(({ isOver }) => !isOver)];
  return told.flatMap((standing) => (standing ? landingIn(yearView(all, standing)) : []));
}

function landingIn({ series, standing, landing, isLandedByMonths, asked }: YearView): TargetLanding[] {
  if (!landing) return [];
  const { sum } = standing;
  const bounds = landing.intervals.flatMap(({ level, lower, upper }) => [
    { level: (1 - level) / 2, value: lower },
    { level: (1 + level) / 2, value: upper },
  ]);
  const points = [...bounds, { level: 0.5, value: landing.median }].toSorted((a, b) => a.level - b.level);
  const before = sum?.precedents.findLast(({ yearToDate, annual }) => yearToDate.value > 0 && annual.value > 0);
  return [
    {
      ...{ seriesId: series.indicator.id, unit: series.indicator.unit, fiscalYear: standing.fiscalYear },
      from: isLandedByMonths ? 'months' : 'forecast',
      ...{ months: sum?.months ?? 0, known: sum?.value ?? 0 },
      levels: points.map(({ level }) => level),
      quantiles: points.map(({ value }) => value),
      sameShare: sum && before ? (sum.value * before.annual.value) / before.yearToDate.value : null,
      milestone:
        asked.kind === 'asked' && asked.probability !== null
          ? { threshold: asked.milestone, direction: asked.direction, probability: asked.probability }
          : null,
    },
  ];
}
