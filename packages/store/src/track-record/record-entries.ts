import type { IsoDate } from '@hadaf/series';
import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';
import { exactInstant } from './exact-instant.ts';
import {
  type LinkedEntry,
  recordChainHash,
  recordContentHash,
  recordHashVersion,
  recordWordsHash,
} from './record-hash.ts';

export type RecordKind = LinkedEntry['kind'];

/** What was forecast by a published run, or would have been on a day replayed. */
export interface NewRecordEntry {
  readonly packId: string;
  readonly kind: RecordKind;
  /** Null for a replay. */
  readonly runId: string | null;
  readonly asOf: IsoDate;
  /** Its `codeVersion` is who said it, not what was said. */
  readonly content: unknown;
}

export interface RecordEntry extends NewRecordEntry {
  readonly sequence: number;
  /** Hex: of this entry and of all before it in its chain. */
  readonly chainHash: string;
  readonly recordedAt: string;
}

/** The newest link of a chain; 0 and empty before the first. */
export interface ChainEnd {
  readonly sequence: number;
  readonly chainHash: string;
}

const noEntry: ChainEnd = { sequence: 0, chainHash: '' };

const entryColumns = [
  ...(['pack_id as packId', 'kind', 'sequence', 'run_id as runId', 'as_of as asOf', 'content'] as const),
  ...(['chain_hash', 'recorded_at as recordedAt'] as const),
] as const;

export async function findChainEnd(db: Db, packId: string, kind: RecordKind): Promise<ChainEnd> {
  const row = await db
    .selectFrom('record_entry')
    .select(['sequence', 'chain_hash'])
    .where('pack_id', '=', packId)
    .where('kind', '=', kind)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { sequence: row.sequence, chainHash: row.chain_hash.toString('hex') } : noEntry;
}

/** Whether the record holds the entry: of its run, or with the same words as the newest of its day. */
async function isRecorded(db: Db, { packId, kind, runId, asOf, content }: NewRecordEntry): Promise<boolean> {
  const row = await db
    .selectFrom('record_entry')
    .select('content')
    .where('pack_id', '=', packId)
    .where('kind', '=', kind)
    .$if(runId !== null, (query) => query.where('run_id', '=', runId))
    .$if(runId === null, (query) => query.where('as_of', '=', asOf))
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined && (runId !== null || recordWordsHash(row.content) === recordWordsHash(content));
}

/** Adds an entry after the last of its chain; the end it makes. */
async function appendEntry(db: Db, { content, ...entry }: NewRecordEntry, end: ChainEnd): Promise<ChainEnd> {
  const { packId, kind, runId, asOf } = entry;
  const sequence = end.sequence + 1;
  const { recordedAt } = await db
    .selectNoFrom(exactInstant(sql`clock_timestamp()`).as('recordedAt'))
    .executeTakeFirstOrThrow();
  const contentHash = recordContentHash(content);
  const linked = { ...entry, hashVersion: recordHashVersion, sequence, recordedAt } as const;
  const chainHash = recordChainHash(end.chainHash, linked, contentHash);
  await db
    .insertInto('record_entry')
    .values({
      ...{ pack_id: packId, kind, sequence, run_id: runId, as_of: asOf, content: JSON.stringify(content) },
      ...{ content_hash: Buffer.from(contentHash, 'hex'), chain_hash: Buffer.from(chainHash, 'hex') },
      ...{ hash_version: recordHashVersion, recorded_at: recordedAt },
    })
    .execute();
  return { sequence, chainHash };
}

/**
 * Adds entries to the end of their chain. A run that is recorded stays as it was; a day of which a replay says what the newest
 * one said is not added again, whatever code replayed it.
 * Call in a transaction: chains grow one writer at a time.
 *
 * @param entries  of one pack and kind, in the order of the chain
 * @returns how many were added
 */
export async function appendRecord(db: Db, entries: readonly NewRecordEntry[]): Promise<number> {
  const [first] = entries;
  if (!first) return 0;
  await sql`select pg_advisory_xact_lock(hashtext('hadaf.record'))`.execute(db);
  let end = await findChainEnd(db, first.packId, first.kind);
  const before = end.sequence;
  for (const entry of entries) {
    if (!(await isRecorded(db, entry))) end = await appendEntry(db, entry, end);
  }
  return end.sequence - before;
}

/**
 * One entry a day, oldest day first, a few hundred: of what was published the first of the day, which no later run betters;
 * of days replayed again the newest, what is said now.
 */
export async function listRecord(
  db: Db,
  { packId, kind, limit }: { packId: string; kind: RecordKind; limit: number },
): Promise<RecordEntry[]> {
  const oneADay = db
    .selectFrom('record_entry')
    .distinctOn('as_of')
    .select(entryColumns)
    .where('pack_id', '=', packId)
    .where('kind', '=', kind)
    .orderBy('as_of', 'desc')
    .orderBy('sequence', kind === 'published' ? 'asc' : 'desc')
    .limit(limit);
  const rows = await oneADay.execute();
  return rows.toReversed().map(({ chain_hash, ...entry }) => ({
    ...entry,
    chainHash: chain_hash.toString('hex'),
  }));
}

/**
 * Published runs of which the record holds no entry, oldest first: a run is recorded in the transaction that publishes it, so
 * that their entries were taken away. Runs from before the first entry, which older code published, are left out.
 */
export async function listUnrecordedRuns(db: Db, packId: string): Promise<{ id: string; asOf: IsoDate }[]> {
  const recorded = db.selectFrom('record_entry').where('record_entry.pack_id', '=', packId);
  return db
    .selectFrom('run')
    .select(['run.id', 'run.as_of as asOf'])
    .where('run.pack_id', '=', packId)
    .where('run.state', '=', 'done')
    .where('run.id', 'not in', recorded.select('run_id').where('run_id', 'is not', null).$castTo<{ run_id: string }>())
    .where('run.created_at', '>', (query) =>
      query
        .selectFrom('record_entry as entry')
        .innerJoin('run as recorded', 'recorded.id', 'entry.run_id')
        .select((first) => first.fn.min('recorded.created_at').as('first'))
        .where('entry.pack_id', '=', packId),
    )
    .orderBy('run.created_at')
    .limit(100)
    .execute();
}
