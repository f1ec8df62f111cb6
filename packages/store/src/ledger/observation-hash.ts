import { hash } from 'node:crypto';
import type { Observation } from '@hadaf/series';

/** SHA-256 in hex, of an observation. */
export interface ObservationHashes {
  /** Of what the document printed. */
  readonly fact: string;
  /** Of that and of our reading: when it was public, and whether we believe it. */
  readonly content: string;
}

/** What names an observation: equal content, equal hashes, on every machine. */
export function hashesOf(o: Observation): ObservationHashes {
  const fact = JSON.stringify([
    o.indicatorId,
    o.start,
    o.end,
    o.value,
    o.qualifier,
    o.halfWidth,
    o.agency,
    o.documentId,
  ]);
  const reading = JSON.stringify([o.publishedOn, o.knownBy, o.knownByBasis, o.status, o.note]);
  return { fact: hash('sha256', fact), content: hash('sha256', `${fact.slice(0, -1)},${reading.slice(1)}`) };
}
