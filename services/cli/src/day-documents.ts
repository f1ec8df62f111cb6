import type { IndexReport, TargetReport } from '@hadaf/engine';
import { CodedError } from '@hadaf/platform';
import { targetIdOf } from './known-ids.ts';
import { readDocument } from './published.ts';
import type { Session } from './session.ts';

/** The day of a command's `--as-of`, and whether today's code is to replay it whatever was published. */
export interface DayOptions {
  readonly asOf?: string;
  readonly replay?: boolean;
}

const indexPath = '/v1/targets';

/**
 * A document of the published run, or as known on a day where one is given; null where there is none of that path.
 *
 * @throws CodedError REQUEST_INVALID for what is no day, a day to come, one before anything was known, a replay of no day
 */
export async function documentAsked(session: Session, path: string, options: DayOptions): Promise<string | null> {
  const { asOf, replay = false } = options;
  if (asOf !== undefined) {
    // Loaded with the engine where a day is asked for: what is published is read without.
    const onDay = await import('./document-on-day.ts');
    return onDay.documentOn(session, path, { asOf, isReplayAsked: replay });
  }
  if (replay) throw new CodedError('REQUEST_INVALID', '--replay needs the day to replay: --as-of <day>');
  return readDocument(session.store.db, path);
}

/** Which documents lack one, in words. */
export function whichDocuments({ asOf }: DayOptions): string {
  return asOf === undefined ? 'the published run' : `what was known on ${asOf}`;
}

/**
 * The report of a target of the pack shown, whatever the case of the id's letters.
 *
 * @throws CodedError TARGET_NOT_FOUND where it is not known, or was not on that day
 */
export async function reportAsked(session: Session, asked: string, day: DayOptions): Promise<TargetReport> {
  const id = await targetIdOf(session.store.db, asked);
  const body = await documentAsked(session, `${indexPath}/${id}`, day);
  if (body !== null) return JSON.parse(body);
  const list = day.asOf === undefined ? 'hadaf targets --all' : `hadaf targets --all --as-of ${day.asOf}`;
  throw new CodedError('TARGET_NOT_FOUND', `${whichDocuments(day)} has no target ${id}; list them with: ${list}`);
}

/** The index of the shown pack. */
export async function indexAsked(session: Session, day: DayOptions): Promise<IndexReport> {
  const body = await documentAsked(session, indexPath, day);
  if (body === null) throw new CodedError('NOT_PUBLISHED', `${whichDocuments(day)} has no index`);
  return JSON.parse(body);
}
