import type { Citation, Figure, TargetReport } from '@hadaf/engine';
import { formatQuantity, quantityUnit } from '@hadaf/series';
import { chainCitations } from '../published/chain-citations.ts';
import { csvText } from './csv-text.ts';

const columns = [
  ...['target', 'title', 'figure', 'value', 'unit', 'shown', 'period', 'basis', 'note', 'known_by', 'sources'],
  ...['as_of', 'run'],
] as const;

type Row = Readonly<Record<(typeof columns)[number], string | number | null>>;

/** Its own sources, or those of the numbers it was computed from. */
function citationsOf({ explanation }: TargetReport, { label, citations }: Figure): readonly Citation[] {
  if (citations.length > 0) return citations;
  const step = explanation.find(({ title }) => title === label);
  return step ? chainCitations(explanation, step) : [];
}

/** Every figure of a report as its page shows them: reported, derived, of the years, of even odds, and the forecast's. */
export function exportedFigures(report: TargetReport): Figure[] {
  const { latest, figures, endedYear, yearInProgress, whatItTakes, probability, interval, dueLabel, unit } = report;
  const known = latest && !figures.some(({ label }) => label === latest.label) ? [latest] : [];
  const made = { period: dueLabel, basis: 'from the forecast’s distribution', note: '', citations: [] };
  const chance = probability
    ? [
        { ...made, label: 'Probability at the date', value: probability.atDate, unit: 'probability' },
        { ...made, label: 'Probability by the date', value: probability.byDate, unit: 'probability' },
      ]
    : [];
  const bounds = interval.flatMap(({ level, lower, upper, period }) => {
    const name = `${Math.round(level * 100)} % interval`;
    return [
      { ...made, period, label: `${name}, lower`, value: lower, unit: quantityUnit(unit) },
      { ...made, period, label: `${name}, upper`, value: upper, unit: quantityUnit(unit) },
    ];
  });
  return [...known, ...figures, ...endedYear, ...yearInProgress, ...whatItTakes, ...chance, ...bounds];
}

function rowsOf(report: TargetReport): Row[] {
  const { targetId, title, asOf, runId } = report;
  return exportedFigures(report).map((figure) => {
    const { label, value, unit, period, basis, note } = figure;
    const citations = citationsOf(report, figure);
    const known = citations.map(({ knownBy }) => knownBy).toSorted();
    return {
      ...{ target: targetId, title, figure: label, value, unit, period, basis, note, as_of: asOf, run: runId },
      shown: value === null ? '' : formatQuantity(value, unit),
      // Derived from all that was known: as old as the newest of it, and no newer than the day of the run.
      known_by: known.at(-1) ?? asOf,
      sources: [...new Set(citations.map(({ url }) => url))].filter((url) => url !== '').join(' '),
    };
  });
}

/** The figures of some targets as CSV (RFC 4180, UTF-8): a line a figure, with unit, period, sources and the day it became known. */
export function figuresCsv(reports: readonly TargetReport[]): string {
  return csvText(columns, reports.flatMap(rowsOf));
}
