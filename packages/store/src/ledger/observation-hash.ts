import { hash } from 'node:crypto';
import type { Observation } from '@hadaf/series';

/** SHA-256 of an observation. */
export interface ObservationHashes {
  /** Of what the document printed. */
  readonly fact: string;
  /** Of that and of our reading: when it was public, and whether we believe it. */
  readonly content: string;
}

const quotedRemembered = 4096;
const longestRemembered = 200;
const quoted = new Map<string, string>();

/** A text as JSON; ids and agencies repeat. */
function quote(text: string): string {
  const found = quoted.get(text);
  if (found !== undefined) return found;
  const made = JSON.stringify(text);
  if (quoted.size >= quotedRemembered) quoted.clear();
  if (text.length <= longestRemembered) quoted.set(text, made);
  return made;
}

function hashesIn(o: Observation, encoding: 'hex' | 'binary'): ObservationHashes {
  const source = `${quote(o.agency)},${quote(o.documentId)}`;
  const fact = `[${quote(o.indicatorId)},"${o.start}","${o.end}",${o.value},"${o.qualifier}",${o.halfWidth},${source}`;
  const publishedOn = o.publishedOn === null ? 'null' : `"${o.publishedOn}"`;
  const reading = `${publishedOn},"${o.knownBy}",${quote(o.knownByBasis)},"${o.status}",${JSON.stringify(o.note)}`;
  return { fact: hash('sha256', `${fact}]`, encoding), content: hash('sha256', `${fact},${reading}]`, encoding) };
}

/** What names an observation, in hex: equal content, equal hashes, on every machine. */
export function hashesOf(o: Observation): ObservationHashes {
  return hashesIn(o, 'hex');
}

/** The same, a character a byte. */
export function hashBytesOf(o: Observation): ObservationHashes {
  return hashesIn(o, 'binary');
}
