import { describeSpan, type FiscalYearValue } from '@hadaf/series';
import type { Figure } from '../report.ts';
import { citationOf } from './citation.ts';
import { landingInterval } from './landing.ts';
import type { MeasuredSeries } from './measured-series.ts';

/** A reported fiscal year, or a count, with the page that printed it. */
export function yearFigure(series: MeasuredSeries, year: FiscalYearValue): Figure {
  const { indicator, documents } = series;
  const isCount = indicator.kind !== 'flow';
  const rounding = year.halfWidth > 0 ? ` ± ${year.halfWidth}` : '';
  return {
    label: 'Latest value',
    value: year.value,
    unit: indicator.unit,
    period: isCount ? describeSpan(year.observation, indicator.calendar) : year.label,
    basis: `reported${rounding === '' ? '' : `, as printed${rounding}`}`,
    note: year.observation.note,
    citations: [citationOf(year.observation, documents)],
  };
}

/** What is known of a year without a total, and where it lands. */
export function yearInProgressFigures(series: MeasuredSeries): Figure[] {
  const { inProgress, landing, indicator, documents } = series;
  if (!inProgress) return [];
  const citations = inProgress.observations.map((observation) => citationOf(observation, documents));
  const known: Figure = {
    label: 'Year in progress, so far',
    value: inProgress.value,
    unit: indicator.unit,
    period: describeSpan(inProgress.span, indicator.calendar),
    basis: knownBasis[inProgress.basis],
    note: `${inProgress.months} of 12 months known`,
    citations,
  };
  if (!landing) return [known];
  const [lower, upper] = landingInterval(landing, 0.8);
  const estimate: Figure = {
    label: 'Where that year lands',
    value: landing.median,
    unit: indicator.unit,
    period: landing.label,
    basis: `known months × exp(mean of log(total ÷ same months)) over ${landing.precedents} earlier years`,
    note: `estimate; 80 % interval ${Math.round(lower)} to ${Math.round(upper)} ${indicator.unit}`,
    citations,
  };
  return [known, estimate];
}

const knownBasis = {
  'year-to-date-report': 'reported as one sum',
  'report-plus-months': 'a reported sum continued by reported months',
  'sum-of-months': 'sum of reported months',
} as const;
