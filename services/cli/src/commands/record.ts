import { verifyRecord as checkRecord, recordPath, type TrackRecordReport } from '@hadaf/engine';
import { CodedError, type Config } from '@hadaf/platform';
import { findDocumentBefore, findPublication } from '@hadaf/store';
import pico from 'picocolors';
import { type DayOptions, documentAsked } from '../day-documents.ts';
import { shownPackId } from '../published.ts';
import { type Session, withSession } from '../session.ts';
import { isTerminal, printer } from '../terminal/printer.ts';
import { describeCheck } from '../terminal/record-check.ts';
import { describeRecord } from '../terminal/record-tables.ts';

/** Exit code of a record that is not what was recorded: a handled failure. */
const rewritten = 1;

/** The record of the published run; while that is being made, the newest one before it, and says so; or that of a day. */
async function readRecord(session: Session, day: DayOptions): Promise<TrackRecordReport> {
  const { db } = session.store;
  const body = await documentAsked(session, recordPath, day);
  if (body !== null) return JSON.parse(body);
  if (day.asOf !== undefined)
    throw new CodedError(
      'NOT_PUBLISHED',
      `the days up to ${day.asOf} are not replayed for the record yet; a running npm start replays them`,
    );
  const published = await findPublication(db, await shownPackId(db));
  const earlier = published && (await findDocumentBefore(db, published.runId, recordPath));
  if (!earlier)
    throw new CodedError('NOT_PUBLISHED', 'the first record is not made yet; a running npm start makes it in seconds');
  // The engine wrote it.
  const report = JSON.parse(earlier.body) as TrackRecordReport;
  printer.note(
    `Being updated: the record of run ${published.runId.slice(0, 8)} is not made yet; a running npm start makes it. This is the record as known on ${report.asOf}, of run ${report.runId.slice(0, 8)}.`,
  );
  return report;
}

/** `hadaf record`: how our forecasts and other people's targets did. */
export async function record(config: Config, { json, ...day }: DayOptions & { json?: boolean }): Promise<void> {
  await withSession(config, async (session) => {
    const report = await readRecord(session, day);
    if (json) printer.json(report);
    else printer.data(describeRecord(report, isTerminal(process.stdout) ? pico.bold : (text) => text));
  });
}

/** `hadaf record --verify`: whether every entry is what was recorded, and none is gone. */
export async function verifyRecord(config: Config, { head, json }: { head?: string; json?: boolean }): Promise<number> {
  return withSession(config, async ({ store }) => {
    const check = await checkRecord(store.db, await shownPackId(store.db), head?.toLowerCase());
    if (json) printer.json(check);
    else printer.data(describeCheck(check));
    return check.isWhole ? 0 : rewritten;
  });
}
