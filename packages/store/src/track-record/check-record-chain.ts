import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';
import { exactInstant } from './exact-instant.ts';
import type { RecordKind } from './record-entries.ts';
import { type LinkedEntry, recordChainHash, recordContentHash } from './record-hash.ts';

/** A head noted earlier, and how long its chain was then: null where only the hash was noted. */
export interface NotedHead {
  readonly entries: number | null;
  readonly head: string;
}

/** A chain as found: whole, or the first entry that is not what was recorded. */
export interface ChainCheck<Noted extends NotedHead = NotedHead> {
  readonly kind: RecordKind;
  readonly entries: number;
  /** Entries by what their hash covers: 1, all but the instant of recording; 2, that too. */
  readonly byHashVersion: Readonly<Record<1 | 2, number>>;
  /** Hash of the newest entry; null for an empty chain. */
  readonly head: string | null;
  readonly fault: { readonly sequence: number; readonly reason: string } | null;
  /** Heads noted earlier that the chain does not hold any more: it was cut short, or rewritten. */
  readonly lost: readonly Noted[];
}

interface FoundEntry extends LinkedEntry {
  readonly content: unknown;
  readonly contentHash: string;
  readonly chainHash: string;
}

interface ChainEnd {
  readonly sequence: number;
  readonly chainHash: string;
  readonly hashVersion: 1 | 2;
}

const entriesAtOnce = 200;
const noEntry: ChainEnd = { sequence: 0, chainHash: '', hashVersion: 1 };

async function listAfter(db: Db, packId: string, kind: RecordKind, sequence: number): Promise<FoundEntry[]> {
  const rows = await db
    .selectFrom('record_entry')
    .select(['pack_id as packId', 'kind', 'sequence', 'run_id as runId', 'as_of as asOf', 'content'])
    .select(['hash_version as hashVersion', 'content_hash', 'chain_hash'])
    .select(exactInstant(sql.ref('recorded_at')).as('recordedAt'))
    .where('pack_id', '=', packId)
    .where('kind', '=', kind)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(entriesAtOnce)
    .execute();
  return rows.map(({ content_hash, chain_hash, ...entry }) => ({
    ...{ ...entry, contentHash: content_hash.toString('hex'), chainHash: chain_hash.toString('hex') },
  }));
}

/** What is wrong with an entry after the one before it; null where it is what was recorded. */
function faultOf(entry: FoundEntry, end: ChainEnd): ChainCheck['fault'] {
  const { sequence, hashVersion } = entry;
  const fault = (reason: string) => ({ sequence, reason });
  if (sequence !== end.sequence + 1) {
    const missing = end.sequence + 1;
    return { sequence: missing, reason: `entry ${missing} is missing` };
  }
  if (hashVersion < end.hashVersion) return fault('its hash is of an older kind than the one before it');
  const contentHash = recordContentHash(entry.content);
  if (entry.contentHash !== contentHash) return fault('its content is not what was recorded');
  if (entry.chainHash !== recordChainHash(end.chainHash, entry, contentHash))
    return fault('it, or one before it, is not what was recorded');
  return null;
}

/**
 * Recomputes every hash of a chain from what the entries hold now, and looks for heads noted earlier: only these show that
 * the newest entries were taken away, or the whole chain was written anew.
 */
export async function checkRecordChain<Noted extends NotedHead>(
  db: Db,
  packId: string,
  kind: RecordKind,
  noted: readonly Noted[] = [],
): Promise<ChainCheck<Noted>> {
  let end = noEntry;
  let fault: ChainCheck['fault'] = null;
  const byHashVersion = { 1: 0, 2: 0 };
  const sequences = new Map<string, number>();
  for (;;) {
    const entries = await listAfter(db, packId, kind, end.sequence);
    for (const entry of entries) {
      fault ??= faultOf(entry, end);
      end = entry;
      byHashVersion[entry.hashVersion] += 1;
      sequences.set(entry.chainHash, entry.sequence);
    }
    if (entries.length < entriesAtOnce) break;
  }
  const lost = noted.filter(({ entries, head }) => {
    const at = sequences.get(head);
    return at === undefined || (entries !== null && at !== entries);
  });
  const head = end.chainHash === '' ? null : end.chainHash;
  return { kind, entries: end.sequence, byHashVersion, head, fault, lost };
}
