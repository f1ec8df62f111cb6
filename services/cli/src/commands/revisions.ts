import { releaseCalendar } from '@hadaf/engine';
import type { Config } from '@hadaf/platform';
import {
  describeReported,
  describeSpan,
  formatShare,
  type Indicator,
  type RevisionRow,
  type RevisionTriangle,
  revisionTriangle,
  type UsualRevision,
} from '@hadaf/series';
import { getIndicator, getPackOfIndicator, listObservations } from '@hadaf/store';
import Table from 'cli-table3';
import { readAsOf } from '../as-of.ts';
import { indicatorIdOf } from '../known-ids.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';

const plain = { style: { head: [], border: [] } };

/** Ages of the columns, as in the sizes below the triangle. */
const ages = [
  ['within 3 months', 0, 3],
  ['4 to 12 months', 4, 12],
  ['13 months and more', 13, Number.POSITIVE_INFINITY],
] as const;

function vintageCell(row: RevisionRow, from: number, to: number): string {
  return row.vintages
    .filter(({ ageMonths }) => ageMonths >= from && ageMonths <= to)
    .map((vintage) => {
      const step = row.revisions.find((revision) => revision.to.knownBy === vintage.knownBy);
      const value = `${vintage.knownBy} ${describeReported(vintage)}`;
      if (!step) return value;
      const size = step.change === 0 ? 'confirmed' : `${step.change > 0 ? '+' : ''}${formatShare(step.change)}`;
      return `${value} (${size}${step.isUnusual ? ', UNUSUAL' : ''})`;
    })
    .join('\n');
}

function rowOf(row: RevisionRow, { calendar }: Indicator): string[] {
  return [describeSpan(row.span, calendar), ...ages.map(([, from, to]) => vintageCell(row, from, to))];
}

function ageWords({ fromMonths, toMonths }: UsualRevision): string {
  return Number.isFinite(toMonths) ? `${fromMonths} to ${toMonths} months` : `${fromMonths} months and more`;
}

function describe({ rows, usual }: RevisionTriangle, indicator: Indicator): string {
  const triangle = new Table({ head: [`Period, ${indicator.unit}`, ...ages.map(([words]) => words)], ...plain });
  for (const row of rows) triangle.push(rowOf(row, indicator));
  const sizes = new Table({ head: ['Age', 'Reported again', 'Changed', 'Median', '0.9 quantile'], ...plain });
  for (const band of usual) {
    const { reReports, revisedShare, median, upper } = band;
    const size = (share: number | null) => (share === null ? 'too few' : formatShare(share));
    sizes.push([ageWords(band), reReports, formatShare(revisedShare), size(median), size(upper)]);
  }
  const unusual = rows.flatMap(({ revisions }) => revisions.filter(({ isUnusual }) => isUnusual)).length;
  return `${triangle.toString()}\n\nUsual revisions by age of the period\n${sizes.toString()}\n\n${unusual} unusual`;
}

/** `hadaf revisions <indicator>`: every value by the day it became known, usual sizes by age, unusual ones. */
export async function revisions(
  config: Config,
  asked: string,
  options: { asOf?: string; json?: boolean },
): Promise<void> {
  await withSession(config, async ({ store }) => {
    const id = await indicatorIdOf(store.db, asked);
    const asOf = await readAsOf(store.db, options.asOf, await getPackOfIndicator(store.db, id));
    const indicator = await getIndicator(store.db, id);
    const triangle = revisionTriangle(await listObservations(store.db, { indicatorIds: [id], asOf }), asOf);
    const [calendar] = await releaseCalendar(store.db, asOf, [indicator]);
    const staleness = calendar?.sentence ?? '';
    if (options.json) return printer.json({ indicator: id, unit: indicator.unit, asOf, staleness, ...triangle });
    printer.data(describe(triangle, indicator));
    const none = triangle.rows.length === 0 ? ` No value of ${id} was known.` : '';
    printer.note(`As known on ${asOf}.${none} ${staleness}`);
  });
}
