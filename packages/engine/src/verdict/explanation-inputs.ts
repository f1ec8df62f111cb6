import { describeSpan, type FiscalYearValue } from '@hadaf/series';
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

/** What is known of the year in progress, and how such months grew into totals before. */
export function landingInputs(series: MeasuredSeries): ExplanationInput[] {
  const { inProgress, landing, indicator, documents } = series;
  if (!inProgress) return [];
  const known = inProgress.observations.map((observation) => ({
    ...{ name: 'known', value: observation.value, unit: indicator.unit },
    period: describeSpan(observation, indicator.calendar),
    citations: [citationOf(observation, documents)],
  }));
  if (!landing) return known;
  const precedents = inProgress.precedents.slice(-landing.precedents).map(({ yearToDate, annual }) => ({
    ...{ name: 'total ÷ same months', value: annual.value / yearToDate.value, unit: 'ratio', period: annual.label },
    citations: [annual.observation, ...yearToDate.observations].map((one) => citationOf(one, documents)),
  }));
  return [...known, ...precedents];
}

const fromLatest = new Set(['Growth required', 'Amount required', 'Milestone of the year']);

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
