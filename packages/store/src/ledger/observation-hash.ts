import type { Observation } from '@hadaf/series';
import { contentHash } from './content-hash.ts';

/** What the document printed. */
function factOf(o: Observation): unknown[] {
  return [o.indicatorId, o.start, o.end, o.value, o.qualifier, o.halfWidth, o.agency, o.documentId];
}

/** Names the fact a document printed, in hex. */
export function factHashOf(o: Observation): string {
  return contentHash(factOf(o));
}

/** Names the fact and our reading of it: when it was public, and whether we believe it. */
export function contentHashOf(o: Observation): string {
  return contentHash([...factOf(o), o.publishedOn, o.knownBy, o.knownByBasis, o.status, o.note]);
}
