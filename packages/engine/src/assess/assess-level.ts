import { counted, describeDay, fiscalYearSpan, formatQuantity } from '@hadaf/series';
import {
  type AssessmentInput,
  achievedGrowth,
  assessTarget,
  type CalibratedProbability,
  gap,
  type PeriodValue,
  requiredPath,
  type Target,
} from '@hadaf/targets';
import { hasMonths } from '../months/describe-months.ts';
import type { Citation, Figure, ModelRow } from '../report.ts';
import { fiscalYears } from '../verdict/fiscal-years.ts';
import { matrixReport } from '../verdict/matrix-report.ts';
import { whatItTakes } from '../verdict/what-it-takes.ts';
import type { AnnualForecast } from './annual-forecast.ts';
import { citationOf, distinctCitations } from './citation.ts';
import { type Goal, goalProbability, medianArrival, type OutlookPeriod, outlookPeriods } from './due-outlook.ts';
import { goalOf, growthFigures, requiredGrowthOf } from './growth-figures.ts';
import type { Landing } from './landing.ts';
import { dataThrough, type MeasuredSeries } from './measured-series.ts';
import { yearFigure } from './series-figures.ts';
import { decisionOf, type KindAssessment, nothingMeasured, targetFrame } from './target-assessment.ts';
import type { TargetEvidence } from './target-evidence.ts';

/** The verdict on a target for the level of a series, from what was known on the series' day. */
export function assessLevel(
  target: Target,
  series: MeasuredSeries,
  annual: AnnualForecast | null,
  { variants, releases = [] }: Pick<TargetEvidence, 'variants' | 'releases'>,
): KindAssessment {
  const goal = goalOf(series, target);
  const outlook = outlookPeriods(series, annual);
  const probability: CalibratedProbability = goal
    ? goalProbability(series, annual, goal)
    : { kind: 'none', reason: 'no date is stated' };
  const growth = growthRates(series, goal);
  const input: AssessmentInput = {
    target,
    due: target.due[0] ?? null,
    asOf: series.asOf,
    history: historyOf(series),
    probability,
    ...growth,
    ...aloneSince(series),
  };
  const decision = assessTarget(input);
  const isOpen = decision.method === 'probability';
  const due = goal ? (outlook.find(({ fiscalYear }) => fiscalYear === goal.fiscalYear) ?? null) : null;
  const figures = figuresOf(target, series, goal, { due, annual, isOpen });
  const years = fiscalYears({ series, annual, goal, isOpen, releases });
  return {
    decision: decisionOf(decision),
    report: {
      ...nothingMeasured,
      ...targetFrame(target, decision, series.asOf),
      ...(isOpen ? growth : {}),
      indicatorName: series.indicator.name,
      monthsOf: hasMonths(series.indicator, series.known) ? series.indicator.id : null,
      dataThrough: dataThrough(series),
      latest: latestFigure(series),
      probability: isOpen && probability.kind === 'known' ? shownProbability(probability) : null,
      sparkline: sparklineOf(series),
      figures,
      ...years,
      whatItTakes: isOpen && goal ? whatItTakes(series, annual, goal) : [],
      matrix: matrixAhead(target, series, goal, { variants, probability }),
      interval: isOpen && due ? due.intervals.map((bounds) => ({ period: due.label, ...bounds })) : [],
      fan: fanOf(target, series, goal, outlook),
      models: isOpen && annual ? annual.forecast.models.map(modelRow) : [],
      caveats: isOpen ? caveatsOf(series, target) : [],
      citations: citationsOf(series, [...figures, ...years.endedYear, ...years.yearInProgress]),
    },
  };
}

/** The verdict matrix of a goal that lies ahead of the values; null for one that does not. */
function matrixAhead(
  target: Target,
  series: MeasuredSeries,
  goal: Goal | null,
  { variants, probability }: { variants: readonly MeasuredSeries[]; probability: CalibratedProbability },
) {
  const latest = series.years.at(-1);
  if (!goal || !latest || goal.fiscalYear <= latest.fiscalYear) return null;
  const atDate = probability.kind === 'known' ? probability.atDate : null;
  return matrixReport({ target, goal, series, variants, probability: atDate });
}

/** Where a series begins with a change of definition, though values before were reported. */
function aloneSince({ changes, earlier }: MeasuredSeries): Pick<AssessmentInput, 'aloneSince'> {
  const last = changes.at(-1);
  if (!last || earlier.flat().length === 0) return {};
  return { aloneSince: `since the definition changed on ${describeDay(last.validFrom)}` };
}

const shownProbability = ({ atDate, byDate }: { atDate: number; byDate: number }) => ({ atDate, byDate });

function growthRates(series: MeasuredSeries, goal: Goal | null) {
  const needed = goal ? requiredGrowthOf(series, goal) : null;
  const achieved = achievedGrowth(
    series.years.map(({ fiscalYear, value }) => ({ year: fiscalYear, value })),
    1,
  );
  return {
    requiredGrowth: needed?.kind === 'defined' ? needed.value : null,
    achievedGrowth: achieved.kind === 'defined' ? achieved.value : null,
  };
}

/** Yearly totals of a flow by their fiscal year; counts of a stock by the day they were counted on. */
export function historyOf(series: MeasuredSeries): PeriodValue[] {
  return series.years.map(({ label, span, value, observation }) =>
    series.indicator.kind === 'flow'
      ? { label, start: span.start, end: span.end, value }
      : {
          label: describeDay(observation.end),
          start: observation.end,
          end: observation.end,
          value,
        },
  );
}

function latestFigure(series: MeasuredSeries): Figure | null {
  const latest = series.years.at(-1);
  return latest ? yearFigure(series, latest) : null;
}

interface Outlook {
  readonly due: OutlookPeriod | null;
  readonly annual: AnnualForecast | null;
  readonly isOpen: boolean;
}

function figuresOf(target: Target, series: MeasuredSeries, goal: Goal | null, outlook: Outlook): Figure[] {
  const latest = latestFigure(series);
  const reported = latest ? [latest] : [];
  if (!goal || !outlook.isOpen) return reported;
  return [...reported, ...gapFigures(goal, series, outlook), ...growthFigures(series, target, goal)];
}

function gapFigures(goal: Goal, series: MeasuredSeries, { due, annual }: Outlook): Figure[] {
  if (!due) return [];
  const { unit } = series.indicator;
  const basis = `median of the forecast from ${counted(series.years.length, 'reported year')}`;
  const expected = {
    label: 'Expected value',
    value: due.median,
    unit,
    period: due.label,
    basis,
    note: '',
    citations: [],
  };
  const shortfall = gap(due.median, goal.value, goal.direction);
  const distance = {
    ...expected,
    label: 'Gap',
    value: shortfall,
    basis: 'expected − required, positive is good',
  };
  return [expected, distance, ...(annual ? [arrivalFigure(annual, goal, series.landing)] : [])];
}

function arrivalFigure(annual: AnnualForecast, goal: Goal, landing: Landing | null): Figure {
  const year = medianArrival(annual, goal, landing);
  const last = annual.firstYear + annual.forecast.horizon - 1;
  return {
    label: 'Expected year of arrival',
    value: year,
    unit: 'fiscal year',
    period: `to FY${last}`,
    basis: 'first year by which the target is reached as likely as not',
    note:
      year === null
        ? `beyond FY${last}, the end of the forecast`
        : 'every path counts that has reached it in that year or before, even if it falls back',
    citations: [],
  };
}

function sparklineOf(series: MeasuredSeries) {
  if (series.years.length < 2) return null;
  return {
    label: `${series.indicator.name}, ${series.years.at(0)?.label} to ${series.years.at(-1)?.label}`,
    values: historyOf(series).map(({ end, value }) => ({ x: end, y: value })),
  };
}

function fanOf(target: Target, series: MeasuredSeries, goal: Goal | null, outlook: readonly OutlookPeriod[]) {
  const latest = historyOf(series).at(-1);
  if (!goal || !latest || series.years.length < 2) return null;
  const dueEnd = fiscalYearSpan(goal.fiscalYear, series.indicator.calendar).end;
  const path = requiredPath({ on: latest.end, value: latest.value }, { on: dueEnd, value: goal.value });
  return {
    title: `${series.indicator.name}: reported, forecast and required`,
    unit: series.indicator.unit,
    actual: historyOf(series).map(({ end, value, label }, i) => ({
      x: end,
      y: value,
      label,
      provisional: series.years[i]?.basis === 'reconciled-months',
    })),
    forecast: outlook
      .filter(({ fiscalYear }) => fiscalYear <= goal.fiscalYear)
      .map(({ end, label, median, intervals }) => ({
        x: end,
        label,
        median,
        intervals,
      })),
    required: path.points,
    target: { x: dueEnd, y: goal.value, label: target.title },
  };
}

function modelRow({ name, weight, leftOut, parameters }: AnnualForecast['forecast']['models'][number]): ModelRow {
  return { name, weight, leftOut, parameters };
}

function caveatsOf(series: MeasuredSeries, target: Target): string[] {
  const latest = series.years.at(-1);
  const { landing, indicator } = series;
  return [
    `The forecast rests on ${counted(series.years.length, 'yearly value')}; with so few, its interval matters more than its middle.`,
    ...(latest && latest.halfWidth > 0
      ? [
          `${latest.label} is published only as ${formatQuantity(latest.value, indicator.unit)}, give or take ${formatQuantity(latest.halfWidth, indicator.unit)}.`,
        ]
      : []),
    ...series.years
      .filter(({ basis }) => basis === 'reconciled-months')
      .map(({ label }) => `No total of ${label} is published; the sum of its reconciled months stands in its place.`),
    ...(landing
      ? [
          landing.months === 12
            ? `${landing.label} is the sum of its twelve months; no total is published.`
            : `${landing.label} is an estimate from its first ${counted(landing.months, 'month')}; no total is published.`,
        ]
      : []),
    ...(target.due.length > 1
      ? [`"${target.dueWording}" is read as ${target.due[0]?.label}; other readings are listed with the target.`]
      : []),
  ];
}

function citationsOf(series: MeasuredSeries, figures: readonly Figure[]): Citation[] {
  const years = series.years.map((year) => citationOf(year.observation, series.documents));
  return distinctCitations([...figures.flatMap(({ citations }) => citations), ...years]);
}
