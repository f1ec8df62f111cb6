import type { ScenarioOutcome, ScenarioReport } from '@hadaf/engine';
import { formatProbability, formatQuantity, quantityUnit } from '@hadaf/series';
import Table from 'cli-table3';

const none = '–';

function quantity(value: number | null, unit: string): string {
  return value === null ? none : formatQuantity(value, quantityUnit(unit));
}

/** `+4.3 points`: a change of a probability. */
function points(change: number | null): string {
  if (change === null) return none;
  const size = (change * 100).toFixed(1).replace('-', '−');
  return `${change > 0 ? '+' : ''}${size} points`;
}

function outcomeCells(outcome: ScenarioOutcome, unit: string): string[] {
  const { due, probability, median, interval, arrival, arrivalLimit } = outcome;
  return [
    due,
    probability ? formatProbability(probability.atDate) : none,
    probability ? formatProbability(probability.byDate) : none,
    quantity(median, unit),
    interval ? `${quantity(interval.lower, unit)} to ${quantity(interval.upper, unit)}` : none,
    arrival ?? `beyond ${arrivalLimit}`,
  ];
}

const outcomeHeads = ['Due', 'P at date', 'P by date', 'Median', '80 % interval', 'Arrival'];

/** One row a scenario below the forecast without any; those without an answer say why. */
export function scenarioTable(reports: readonly ScenarioReport[]): string {
  const table = new Table({
    head: ['Scenario', ...outcomeHeads, 'P, change'],
    style: { head: [], border: [] },
    wordWrap: true,
  });
  const base = reports.find((report) => report.base !== null);
  if (base?.base) table.push(['As forecast', ...outcomeCells(base.base, base.unit), none]);
  for (const { name, outcome, unit, reason, difference } of reports) {
    if (outcome) table.push([name, ...outcomeCells(outcome, unit), points(difference.atDate)]);
    else table.push([name, { colSpan: outcomeHeads.length + 1, content: reason ?? '' }]);
  }
  return table.toString();
}

/** A scenario in full: what it assumes, what follows, what is still missing, what reproduces it. */
export function scenarioLines(report: ScenarioReport): string {
  const { name, targetId, assumes, reason, whatItTakes, citations, vintage, id, by, note } = report;
  return [
    `${name}  (${targetId}; ${by})`,
    ...(note ? [note] : []),
    ...assumes.map((assumption) => `  – ${assumption}`),
    ...(reason === null ? [scenarioTable([report])] : [`It has no answer: ${reason}.`]),
    ...whatItTakes.map(
      ({ label, value, unit, note: words }) =>
        `  ${label} under it: ${value === null ? words : formatQuantity(value, unit)}`,
    ),
    ...citations.map(({ publisher, publishedOn, url }) => `  ${publisher}, ${publishedOn ?? 'undated'}: ${url}`),
    `As known on ${vintage.asOf}; seed ${vintage.seed}, ${vintage.paths} paths, code ${vintage.codeVersion}; scenario ${id}.`,
  ].join('\n');
}
