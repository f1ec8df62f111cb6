import { describeSpan, type FiscalYearValue, type YearInProgress } from '@hadaf/series';
import type { Figure } from '../report.ts';
import { citationOf } from './citation.ts';
import type { Landing } from './landing.ts';
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

/** How a landing told from a year's own months came about. */
export function landingBasis({ precedents }: Landing, year: YearInProgress): string {
  if (year.basis === 'reconciled-months') return `${sumBasis(year)}, with the deviation of their sum`;
  if (precedents === 0) return 'sum of all twelve months, with their rounding only; not a reported total';
  return `known months × exp(mean of log(total ÷ same months)) over ${precedents} earlier years`;
}

/** How the sum of a year's first months came about. */
export function sumBasis({ basis }: YearInProgress): string {
  return knownBasis[basis];
}

const knownBasis = {
  'year-to-date-report': 'reported as one sum',
  'report-plus-months': 'a reported sum continued by reported months',
  'sum-of-months': 'sum of reported months',
  'with-quarters': 'sum of reported quarters and months',
  'reconciled-months':
    'sum of the months that reports of quarters, sums and months reconcile to; no total is published',
} as const;
