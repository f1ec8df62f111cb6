import type { IsoDate } from '@hadaf/series';
import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';
import { type LinkedEntry, recordChainHash, recordContentHash } from './record-hash.ts';

export type RecordKind = LinkedEntry['kind'];

/** What was forecast by a published run, or would have been on a day replayed. */
export interface NewRecordEntry {
  readonly packId: string;
  readonly kind: RecordKind;
  /** Null for a replay. */
  readonly runId: string | null;
  readonly asOf: IsoDate;
  readonly content: unknown;
}

export interface RecordEntry extends NewRecordEntry {
  readonly sequence: number;
  /** Hex: of this entry and of all before it in its chain. */
  readonly chainHash: string;
  readonly recordedAt: string;
}

interface ChainEnd {
  readonly sequence: number;
  readonly chainHash: string;
}

const noEntry: ChainEnd = { sequence: 0, chainHash: '' };

const entryColumns = [
  ...(['pack_id as packId', 'kind', 'sequence', 'run_id as runId', 'as_of as asOf', 'content'] as const),
  ...(['chain_hash', 'recorded_at as recordedAt'] as const),
] as const;

async function findEnd(db: Db, packId: string, kind: RecordKind): Promise<ChainEnd> {
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

/** Whether the record holds the entry: of its run, or as the newest of its day. */
async function isRecorded(db: Db, { packId, kind, runId, asOf }: NewRecordEntry, contentHash: string) {
  const row = await db
    .selectFrom('record_entry')
    .select('content_hash')
    .where('pack_id', '=', packId)
    .where('kind', '=', kind)
    .$if(runId !== null, (query) => query.where('run_id', '=', runId))
    .$if(runId === null, (query) => query.where('as_of', '=', asOf))
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined && (runId !== null || row.content_hash.toString('hex') === contentHash);
}

/**
 * Adds entries to the end of their chain. A run that is recorded stays as it was; a day replayed alike is not added again.
 * Call in a transaction: chains grow one writer at a time.
 *
 * @param entries  of one pack and kind, in the order of the chain
 * @returns how many were added
 */
export async function appendRecord(db: Db, entries: readonly NewRecordEntry[]): Promise<number> {
  const [first] = entries;
  if (!first) return 0;
  await sql`select pg_advisory_xact_lock(hashtext('hadaf.record'))`.execute(db);
  let end = await findEnd(db, first.packId, first.kind);
  const before = end.sequence;
  for (const entry of entries) {
    const contentHash = recordContentHash(entry.content);
    if (await isRecorded(db, entry, contentHash)) continue;
    const { packId, kind, runId, asOf } = entry;
    const sequence = end.sequence + 1;
    const chainHash = recordChainHash(end.chainHash, { packId, kind, sequence, runId, asOf }, contentHash);
    await db
      .insertInto('record_entry')
      .values({
        ...{ pack_id: packId, kind, sequence, run_id: runId, as_of: asOf, content: JSON.stringify(entry.content) },
        ...{ content_hash: Buffer.from(contentHash, 'hex'), chain_hash: Buffer.from(chainHash, 'hex') },
      })
      .execute();
    end = { sequence, chainHash };
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

/** A chain as found: whole, or the first entry that is not what was recorded. */
export interface ChainCheck {
  readonly kind: RecordKind;
  readonly entries: number;
  /** Hash of the newest entry; null for an empty chain. */
  readonly head: string | null;
  readonly fault: { readonly sequence: number; readonly reason: string } | null;
}

const entriesAtOnce = 200;

/**
 * Recomputes every hash of a chain from what the entries hold now.
 *
 * @param known  a head noted earlier: it must still be a link of the chain
 */
export async function checkRecordChain(
  db: Db,
  packId: string,
  kind: RecordKind,
  known: string | null = null,
): Promise<ChainCheck & { readonly holdsKnown: boolean }> {
  let end = noEntry;
  let holdsKnown = known === null;
  let fault: ChainCheck['fault'] = null;
  for (;;) {
    const rows = await db
      .selectFrom('record_entry')
      .select(entryColumns)
      .select('content_hash')
      .where('pack_id', '=', packId)
      .where('kind', '=', kind)
      .where('sequence', '>', end.sequence)
      .orderBy('sequence')
      .limit(entriesAtOnce)
      .execute();
    for (const { content, content_hash, chain_hash, ...entry } of rows) {
      const contentHash = recordContentHash(content);
      const chainHash = recordChainHash(end.chainHash, entry, contentHash);
      if (entry.sequence !== end.sequence + 1)
        fault ??= { sequence: end.sequence + 1, reason: `entry ${end.sequence + 1} is missing` };
      else if (content_hash.toString('hex') !== contentHash)
        fault ??= { sequence: entry.sequence, reason: 'its content is not what was recorded' };
      else if (chain_hash.toString('hex') !== chainHash)
        fault ??= { sequence: entry.sequence, reason: 'it, or one before it, is not what was recorded' };
      end = { sequence: entry.sequence, chainHash: chain_hash.toString('hex') };
      holdsKnown ||= known === end.chainHash;
    }
    if (rows.length < entriesAtOnce) break;
  }
  return { kind, entries: end.sequence, head: end.chainHash === '' ? null : end.chainHash, fault, holdsKnown };
}
