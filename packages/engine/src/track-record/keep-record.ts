import { dayInZone } from '@hadaf/platform';
import type { IsoDate } from '@hadaf/series';
import {
  appendRecord,
  checkRecordChain,
  type Db,
  findPack,
  getRun,
  insertPublishedDocuments,
  listDocuments,
  listRecord,
  listReplayedDays,
  listTargets,
  type PublishedDocument,
  type RecordKind,
  type Run,
  removeAnswersWithout,
  setReplayedDays,
} from '@hadaf/store';
import type { Target } from '@hadaf/targets';
import { readReportedSeries } from '../calibration/read-reported-series.ts';
import type { EngineDeps } from '../engine-deps.ts';
import { runInThread } from '../fit/run-in-thread.ts';
import { documentOf } from '../run/compose-reports.ts';
import { replayKeysOf } from '../run/inquiry-requests.ts';
import type { RecordEvidence } from './compose-record.ts';
import type { DatedContent, RecordContent } from './record-content.ts';
import type { TrackRecordReport } from './record-report.ts';
import { replayInputs, standingDays } from './replay-inputs.ts';
import type { ReplayTask } from './replay-record.ts';

/** The path of the record's document. */
export const recordPath = '/v1/track-record';

const module = new URL('./record-in-thread.ts', import.meta.url);
const limitMs = 300_000;

/** Days of a record that are scored: the newest. */
const mostDays = 1000;

type RecordDeps = Pick<EngineDeps, 'db' | 'settings' | 'codeVersion'>;
/** The run, or the replay, that a record belongs to. */
type RecordedRun = Pick<Run, 'id' | 'packId' | 'asOf'>;

async function listContent(db: Db, packId: string, kind: RecordKind): Promise<DatedContent[]> {
  // The engine wrote these contents itself.
  return (await listRecord(db, { packId, kind, limit: mostDays })).map(({ asOf, content }) => ({
    asOf,
    content: content as RecordContent,
  }));
}

/** Runs the replays of the days after those that stand. */
async function replayAfter(task: ReplayTask, packId: string, after: IsoDate): Promise<DatedContent[]> {
  const thread = { module, name: 'replayInThread' };
  return runInThread<ReplayTask, DatedContent[]>(
    thread,
    { ...task, after },
    { what: `the replays of ${packId}`, limitMs },
  );
}

/** The days up to one whose last replay still stands, since their inputs are those of then, and what they said. */
async function standingReplays(deps: RecordDeps, { packId, asOf }: RecordedRun, reported: ReplayTask['reported']) {
  const { db, settings, codeVersion } = deps;
  const targets = (await listTargets(db, packId)).filter(({ target }) => target.knownBy <= asOf);
  const task: ReplayTask = { reported, targets, asOf, settings, codeVersion };
  const inputs = replayInputs(task);
  const last = await listReplayedDays(db, packId);
  const standing = standingDays(last, inputs);
  const recorded = new Set(standing.filter(({ hasEntry }) => hasEntry).map((day) => day.asOf));
  const kept = recorded.size === 0 ? [] : await listContent(db, packId, 'replayed');
  const days = kept.filter((entry) => recorded.has(entry.asOf));
  return { task, inputs, last, standing, recorded, days };
}

/**
 * Replays every day with news from what was known then, and adds what differs from the last replay of the day. Days whose
 * inputs are those of the last replay stand as they are recorded.
 */
async function replayDays(deps: RecordDeps, run: Run, reported: ReplayTask['reported']): Promise<DatedContent[]> {
  const { db } = deps;
  const { packId, asOf } = run;
  const { task, inputs, last, standing, recorded, days } = await standingReplays(deps, run, reported);
  if (standing.length === inputs.length) return days;
  const fresh = await replayAfter(task, packId, standing.at(-1)?.asOf ?? '');
  const replayed = new Set([...recorded, ...fresh.map((entry) => entry.asOf)]);
  const later = last.filter((day) => day.asOf > asOf);
  await db.transaction().execute(async (transaction) => {
    const entries = fresh.map((day) => ({ ...day, packId, kind: 'replayed' as const, runId: null }));
    await appendRecord(transaction, entries);
    const now = inputs.map((day) => ({ ...day, hasEntry: replayed.has(day.asOf) }));
    await setReplayedDays(transaction, packId, [...now, ...later]);
  });
  return [...days, ...fresh];
}

/** The pages of claims, and of what came in the series that measure them. */
function citedIds(reported: ReplayTask['reported'], targets: readonly Target[]): string[] {
  const measured = new Set(targets.map(({ measure }) => measure?.indicatorId));
  const outcomes = reported.filter(({ indicator }) => measured.has(indicator.id));
  const printed = outcomes.flatMap(({ observations }) => observations.map(({ documentId }) => documentId));
  return [...new Set([...targets.map(({ documentId }) => documentId), ...printed])];
}

/** The record as it stands after a run: its days replayed, everything scored that has come. */
export async function makeRecord(deps: RecordDeps, run: Run): Promise<TrackRecordReport> {
  const { db } = deps;
  const { packId, asOf } = run;
  const reported = await readReportedSeries(db, packId, asOf);
  const replayed = await replayDays(deps, run, reported);
  const published = (await listContent(db, packId, 'published')).filter((entry) => entry.asOf <= asOf);
  const chains = [await checkRecordChain(db, packId, 'published'), await checkRecordChain(db, packId, 'replayed')];
  return composeInThread(db, run, { reported, published, replayed, chains });
}

/**
 * The record as it would have stood on a day: what had been published by its end, the days replayed up to it, scored by what
 * had come. It stands in no chain.
 *
 * @param zone  where the day ends
 * @returns null until every day up to it has been replayed for the record by this code; nothing is stored
 */
export async function recordOn(deps: RecordDeps, run: RecordedRun, zone: string): Promise<PublishedDocument | null> {
  const { db } = deps;
  const { packId, asOf } = run;
  // What a replay rested on names every series measured by then, so that the whole record is looked at.
  const newest = (await listReplayedDays(db, packId)).at(-1)?.asOf ?? '';
  const through = [newest, asOf].toSorted().at(-1) ?? asOf;
  const known = await readReportedSeries(db, packId, through);
  const { inputs, standing, days } = await standingReplays(deps, { ...run, asOf: through }, known);
  if (standing.length < inputs.length) return null;
  const reported = await readReportedSeries(db, packId, asOf);
  const replayed = days.filter((day) => day.asOf <= asOf);
  const entries = await listRecord(db, { packId, kind: 'published', limit: mostDays });
  const published = entries
    .filter((entry) => entry.asOf <= asOf && dayInZone(entry.recordedAt, zone) <= asOf)
    // The engine wrote these contents itself.
    .map((entry) => ({ asOf: entry.asOf, content: entry.content as RecordContent }));
  const report = await composeInThread(db, run, { reported, published, replayed, chains: [] });
  return documentOf(recordPath, report);
}

type Scored = Pick<RecordEvidence, 'reported' | 'published' | 'replayed' | 'chains'>;

async function composeInThread(db: Db, run: RecordedRun, scored: Scored): Promise<TrackRecordReport> {
  const { packId, asOf } = run;
  const { reported, published, replayed, chains } = scored;
  const targets = (await listTargets(db, packId)).map(({ target }) => target).filter(({ knownBy }) => knownBy <= asOf);
  const title = (await findPack(db, packId))?.title ?? packId;
  const documents = await listDocuments(db, citedIds(reported, targets));
  const evidence = {
    run: { id: run.id, packId, asOf },
    title,
    reported,
    targets,
    published,
    replayed,
    documents,
    chains,
  };
  const thread = { module, name: 'composeInThread' };
  return runInThread<RecordEvidence, TrackRecordReport>(thread, evidence, { what: `the record of ${packId}`, limitMs });
}

/** Makes the record of a published run and adds it to the run's documents; a second call changes nothing. */
export async function keepRecord(deps: EngineDeps, runId: string): Promise<void> {
  const began = performance.now();
  const run = await getRun(deps.db, runId);
  const report = await makeRecord(deps, run);
  await insertPublishedDocuments(deps.db, runId, [documentOf(recordPath, report)]);
  // Days replayed before there was a record can have theirs now.
  await removeAnswersWithout(deps.db, replayKeysOf(run.packId), recordPath);
  deps.log.info({ event: 'record.kept', runId, ms: Math.round(performance.now() - began) });
}
