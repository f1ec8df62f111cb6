import { describeSpan, type FiscalYearValue, fiscalYearOf, type YearInProgress } from '@hadaf/series';
import { citationOf } from '../assess/citation.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { ExplanationInput } from '../report.ts';

function yearInput({ indicator, documents }: MeasuredSeries, year: FiscalYearValue, name: string): ExplanationInput {
  const citations = [citationOf(year.observation, documents)];
  return { name, value: year.value, unit: indicator.unit, period: year.label, citations };
}

/** Every reported year. */
export function yearInputs(series: MeasuredSeries): ExplanationInput[] {
  return series.years.map((year) => yearInput(series, year, 'reported'));
}

function knownInputs({ indicator, documents }: MeasuredSeries, year: YearInProgress): ExplanationInput[] {
  return year.observations.map((observation) => ({
    ...{ name: 'known', value: observation.value, unit: indicator.unit },
    period: describeSpan(observation, indicator.calendar),
    citations: [citationOf(observation, documents)],
  }));
}

/** What is known of the year after the last total, and how such months grew into totals before. */
export function landingInputs(series: MeasuredSeries): ExplanationInput[] {
  const { inProgress, landing, documents } = series;
  if (!inProgress) return [];
  const known = knownInputs(series, inProgress);
  if (!landing) return known;
  const precedents = inProgress.precedents.slice(-landing.precedents).map(({ yearToDate, annual }) => ({
    ...{ name: 'total ÷ same months', value: annual.value / yearToDate.value, unit: 'ratio', period: annual.label },
    citations: [annual.observation, ...yearToDate.observations].map((one) => citationOf(one, documents)),
  }));
  return [...known, ...precedents];
}

/** Figures of years without a total, and whether they are of the one that is over. */
export const ofYear: ReadonlyMap<string, boolean> = new Map([
  ['Ended year, so far', true],
  ['Where the ended year lands', true],
  ['Where it should have been by then', true],
  ['Had to come in each month not reported', true],
  ['Had to come in each quarter not reported', true],
  ['Year in progress, so far', false],
  ['Where that year lands', false],
  ['Where it should be by now', false],
  ['Needed in each remaining month', false],
  ['Needed in each remaining quarter', false],
]);

/** What a figure of a year without a total is computed from: its own months; a forecast, from all the forecast rests on. */
export function yearMonthInputs(label: string, series: MeasuredSeries): ExplanationInput[] {
  const { asOf, indicator, inProgress, landing, unreported } = series;
  const running = fiscalYearOf(asOf, indicator.calendar);
  const isFirst = ofYear.get(label) === true || inProgress?.fiscalYear === running;
  if (isFirst && landing) return landingInputs(series);
  if (label.startsWith('Where') && label.endsWith('lands')) return [...yearInputs(series), ...landingInputs(series)];
  const year = isFirst ? inProgress : unreported.find(({ fiscalYear }) => fiscalYear === running);
  return year ? knownInputs(series, year) : [];
}

const fromLatest = new Set([
  'Growth required',
  'Amount required',
  'Milestone of the year',
  'Milestone of the ended year',
]);

/** Base, latest value and target of a growth figure, by its label; empty for a figure of another kind. */
export function growthInputs(label: string, series: MeasuredSeries, goal: ExplanationInput): ExplanationInput[] {
  const latest = series.years.at(-1);
  if (!latest) return [];
  const end = yearInput(series, latest, 'latest');
  if (fromLatest.has(label)) return [end, goal];
  const years = windowOf(label);
  const base = series.years.find(({ fiscalYear }) => fiscalYear === latest.fiscalYear - years);
  if (!base || years === 0) return [];
  const inputs = [yearInput(series, base, 'base'), end];
  return label.startsWith('Achieved ÷') ? [...inputs, goal] : inputs;
}

/** Years of `Growth achieved, last 3 years` or `…, 3-year window`; 0 where the label names none. */
function windowOf(label: string): number {
  if (label.endsWith('last year')) return 1;
  return Number(/(\d+)(?:-year window| years)$/.exec(label)?.[1] ?? 0);
}
