import type { IndicatorsReport } from '@hadaf/engine';
import { CodedError, type Config } from '@hadaf/platform';
import { counted, formatQuantity } from '@hadaf/series';
import Table from 'cli-table3';
import { type DayOptions, documentAsked, whichDocuments } from '../day-documents.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';

type Row = IndicatorsReport['indicators'][number];

function releaseWords({ nextRelease }: Row): string {
  if (!nextRelease) return '–';
  const { period, expectedOn, overdueDays } = nextRelease;
  return `${period}: ${expectedOn}${overdueDays > 0 ? `, ${counted(overdueDays, 'day')} overdue` : ''}`;
}

function rowOf(row: Row): string[] {
  const { id, name, unit, latest, document } = row;
  const source = `${latest.agency}, ${document?.publisher ?? latest.document} ${latest.publishedOn ?? `by ${latest.knownBy}`}`;
  return [`${id}\n  ${name}`, unit, latest.period, formatQuantity(latest.value, unit), source, releaseWords(row)];
}

/** `hadaf indicators`: what is measured, with the newest value, its source and when the next one is due. */
export async function indicators(config: Config, { json, ...day }: DayOptions & { json?: boolean }): Promise<void> {
  await withSession(config, async (session) => {
    const body = await documentAsked(session, '/v1/indicators', day);
    if (body === null)
      throw new CodedError('NOT_PUBLISHED', `${whichDocuments(day)} lists no indicators; run: npm start -- --once`);
    const report: IndicatorsReport = JSON.parse(body);
    if (json) return printer.json(report);
    const table = new Table({
      head: ['Indicator', 'Unit', 'Newest period', 'Value', 'Source', 'Next release'],
      colWidths: [46, null, null, null, 40, 32],
      wordWrap: true,
      style: { head: [], border: [] },
    });
    for (const row of report.indicators) table.push(rowOf(row));
    printer.data(
      `${table.toString()}\n${report.indicators.length} indicators with values, as known on ${report.asOf}.`,
    );
  });
}
