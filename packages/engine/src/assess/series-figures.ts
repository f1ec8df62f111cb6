import { describeSpan, type FiscalYearValue, formatQuantity, type YearInProgress } from '@hadaf/series';
import type { Figure } from '../report.ts';
import { citationOf } from './citation.ts';
import { type Landing, landingInterval } from './landing.ts';
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

/** What is known of a year without a total and where it lands, then of a newer year where one has begun. */
export function yearInProgressFigures(series: MeasuredSeries): Figure[] {
  const { inProgress, newerInProgress } = series;
  if (!inProgress) return [];
  const figures = [knownFigure(series, inProgress, 'Year in progress, so far'), ...landingFigures(series, inProgress)];
  return newerInProgress ? [...figures, knownFigure(series, newerInProgress, 'Newer year, so far')] : figures;
}

function knownFigure({ indicator, documents }: MeasuredSeries, year: YearInProgress, label: string): Figure {
  return {
    label,
    value: year.value,
    unit: indicator.unit,
    period: describeSpan(year.span, indicator.calendar),
    basis: knownBasis[year.basis],
    note: `${year.months} of 12 months of ${year.label} known`,
    citations: year.observations.map((observation) => citationOf(observation, documents)),
  };
}

function landingFigures({ landing, indicator, documents }: MeasuredSeries, year: YearInProgress): Figure[] {
  if (!landing) return [];
  const [lower, upper] = landingInterval(landing, 0.8);
  const interval = `${formatQuantity(lower, indicator.unit)} to ${formatQuantity(upper, indicator.unit)}`;
  const estimate: Figure = {
    label: 'Where that year lands',
    value: landing.median,
    unit: indicator.unit,
    period: landing.label,
    basis: landingBasis(landing, year),
    note: `${landing.precedents > 0 ? 'estimate' : 'no total is reported'}; 80 % interval ${interval}`,
    citations: year.observations.map((observation) => citationOf(observation, documents)),
  };
  return [estimate];
}

function landingBasis({ precedents }: Landing, { basis }: YearInProgress): string {
  if (basis === 'reconciled-months') return `${knownBasis[basis]}, with the deviation of their sum`;
  if (precedents === 0) return 'sum of all twelve months, with their rounding only; not a reported total';
  return `known months × exp(mean of log(total ÷ same months)) over ${precedents} earlier years`;
}

const knownBasis = {
  'year-to-date-report': 'reported as one sum',
  'report-plus-months': 'a reported sum continued by reported months',
  'sum-of-months': 'sum of reported months',
  'reconciled-months':
    'sum of the months that reports of quarters, sums and months reconcile to; no total is published',
} as const;
