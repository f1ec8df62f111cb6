import type { IndexReport, TargetReport } from '@hadaf/engine';
import { CodedError } from '@hadaf/platform';
import { targetIdOf } from './known-ids.ts';
import { readDocument } from './published.ts';
import type { Session } from './session.ts';

/** `documentOn`, loaded with the engine where a day is asked for: what is published is read without. */
async function documentOn(session: Session, asOf: string, path: string): Promise<string | null> {
  const onDay = await import('./document-on-day.ts');
  return onDay.documentOn(session, asOf, path);
}

/** A document of the published run, or as known on a day where one is given; null where there is none of that path. */
export function documentAsked(session: Session, path: string, asOf: string | undefined): Promise<string | null> {
  return asOf === undefined ? readDocument(session.store.db, path) : documentOn(session, asOf, path);
}

/** Which documents lack one, in words. */
export function whichDocuments(asOf: string | undefined): string {
  return asOf === undefined ? 'the published run' : `what was known on ${asOf}`;
}

/** @throws CodedError TARGET_NOT_FOUND where it was not known on that day */
export async function reportOn(session: Session, asked: string, asOf: string): Promise<TargetReport> {
  const id = await targetIdOf(session.store.db, asked);
  const body = await documentOn(session, asOf, `/v1/targets/${id}`);
  if (body === null) throw new CodedError('TARGET_NOT_FOUND', `no target ${id} was known on ${asOf}`);
  return JSON.parse(body);
}

/** The index of the shown pack as known on a day. */
export async function indexOn(session: Session, asOf: string): Promise<IndexReport> {
  const body = await documentOn(session, asOf, '/v1/targets');
  if (body === null) throw new CodedError('NOT_PUBLISHED', `nothing was published of ${asOf}`);
  return JSON.parse(body);
}
