import { CodedError, type Config } from '@hadaf/platform';
import {
  describeSpan,
  formatShare,
  type Indicator,
  isIsoDate,
  type RevisionRow,
  type RevisionTriangle,
  revisionTriangle,
  type UsualRevision,
} from '@hadaf/series';
import { getIndicator, listObservations } from '@hadaf/store';
import Table from 'cli-table3';
import { indicatorIdOf } from '../known-ids.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';

const plain = { style: { head: [], border: [] } };

function rowOf({ span, vintages, revisions }: RevisionRow, { calendar }: Indicator): string[] {
  const steps = revisions.map(({ to, change, isUnusual }) => {
    const size = change === 0 ? 'confirmed' : `${change > 0 ? '+' : ''}${formatShare(change)}`;
    return `${to.knownBy} ${to.value} (${size}${isUnusual ? ', unusual' : ''})`;
  });
  const first = vintages[0];
  return [describeSpan(span, calendar), `${first?.knownBy} ${first?.value}`, steps.join('\n') || '–'];
}

function ageWords({ fromMonths, toMonths }: UsualRevision): string {
  return Number.isFinite(toMonths) ? `${fromMonths} to ${toMonths} months` : `${fromMonths} months and more`;
}

function describe({ rows, usual }: RevisionTriangle, indicator: Indicator): string {
  const triangle = new Table({ head: ['Period', `First, ${indicator.unit}`, 'Then'], ...plain });
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
  { asOf, json }: { asOf: string; json?: boolean },
): Promise<void> {
  if (!isIsoDate(asOf))
    throw new CodedError('REQUEST_INVALID', `--as-of takes an existing day as YYYY-MM-DD, got ${asOf}`);
  await withSession(config, async ({ store }) => {
    const id = await indicatorIdOf(store.db, asked);
    const indicator = await getIndicator(store.db, id);
    const triangle = revisionTriangle(await listObservations(store.db, { indicatorIds: [id], asOf }), asOf);
    if (json) printer.json({ indicator: id, unit: indicator.unit, asOf, ...triangle });
    else printer.data(describe(triangle, indicator));
  });
}
