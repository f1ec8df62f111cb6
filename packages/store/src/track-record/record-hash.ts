import { hash } from 'node:crypto';

/** What the hash of a chain's link covers beside the link before it. */
export interface LinkedEntry {
  readonly packId: string;
  readonly kind: 'published' | 'replayed';
  readonly sequence: number;
  readonly runId: string | null;
  readonly asOf: string;
}

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

/**
 * SHA-256 in hex of a link: of the one before it, of what the entry is about, and of its content.
 *
 * @param previous  the hash of the entry before; empty for the first
 */
export function recordChainHash(previous: string, entry: LinkedEntry, contentHash: string): string {
  const { packId, kind, sequence, runId, asOf } = entry;
  return hash('sha256', JSON.stringify([previous, packId, kind, sequence, runId, asOf, contentHash]));
}
