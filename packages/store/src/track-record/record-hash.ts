import { hash } from 'node:crypto';

/** What a link's hash covers beside the link before it; version 1 leaves out the instant of recording. */
export interface LinkedEntry {
  readonly hashVersion: 1 | 2;
  readonly packId: string;
  readonly kind: 'published' | 'replayed';
  readonly sequence: number;
  readonly runId: string | null;
  readonly asOf: string;
  /** To the microsecond, ISO 8601 in UTC. */
  readonly recordedAt: string;
}

/** The version of the hashes of new entries. */
export const recordHashVersion = 2;

/** JSON with every object's keys in order: the database keeps jsonb's keys in an order of its own. */
function orderedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** SHA-256 in hex of an entry's content. */
export function recordContentHash(content: unknown): string {
  return hash('sha256', orderedJson(content));
}

/** SHA-256 in hex of what an entry says, whatever code said it. */
export function recordWordsHash(content: unknown): string {
  return recordContentHash({ ...Object(content), codeVersion: null });
}

/**
 * SHA-256 in hex of a link: of the one before it, of what the entry is about, of when it was recorded, and of its content.
 *
 * @param previous  the hash of the entry before; empty for the first
 */
export function recordChainHash(previous: string, entry: LinkedEntry, contentHash: string): string {
  const { hashVersion, packId, kind, sequence, runId, asOf, recordedAt } = entry;
  const about = [previous, packId, kind, sequence, runId, asOf];
  return hash(
    'sha256',
    JSON.stringify(hashVersion === 1 ? [...about, contentHash] : [2, ...about, recordedAt, contentHash]),
  );
}
