import { CodedError } from '@hadaf/platform';
import type { IsoDate } from '@hadaf/series';
import {
  findDataVersion,
  findDocumentBefore,
  findDocumentOfRun,
  findInquiryByKey,
  findInquiryDocument,
  findRunOfDay,
  type Inquiry,
  type PublishedDocument,
} from '@hadaf/store';
import type { ForecastSettings } from '../assess/annual-forecast.ts';
import { configHash } from '../config-hash.ts';
import { assertKnowable, type DayDeps, knowableDays } from './day-asked.ts';
import { type ReplayRequest, replayKey } from './inquiry-requests.ts';
import { replayIdOf } from './replay.ts';

/** What names a question whose answer needs models, and the question. */
export interface Question<Request = unknown> {
  readonly key: string;
  readonly request: Request;
}

/** Documents of a day, whether a run published them then or today's code replayed them. */
export interface DayDocuments {
  readonly kind: 'published' | 'replayed';
  /** Of the run, or the name of the replay. */
  readonly runId: string;
  readonly asOf: IsoDate;
  /** The instant at which they were made. */
  readonly madeAt: string;
  readonly find: (path: string) => Promise<PublishedDocument | null>;
  /** The same document of the newest run before that one that has it. */
  readonly findEarlier: (path: string) => Promise<PublishedDocument | null>;
}

/** The documents, or what to ask a worker for; `inquiry` where somebody asked already. */
export type KnownOn =
  | DayDocuments
  | { readonly kind: 'unanswered'; readonly question: Question<ReplayRequest>; readonly inquiry: Inquiry | null };

/** What a door without models knows of the code behind it. */
export interface KnownOnDeps extends DayDeps {
  readonly settings: ForecastSettings;
  readonly codeVersion: string;
}

/**
 * What a pack's pages said or would have said on a day: the documents of the newest run of that day, byte for byte; else
 * those of a replay by this code from this ledger, where one was computed.
 *
 * @throws CodedError PACK_NOT_FOUND; REQUEST_INVALID for what is no day, a day to come, and one before anything was known
 */
export async function findKnownOn(deps: KnownOnDeps, packId: string, asOf: string): Promise<KnownOn> {
  const { db } = deps;
  assertKnowable(asOf, await knowableDays(deps, packId));
  const dataVersion = await findDataVersion(db, packId);
  if (dataVersion === undefined) throw new CodedError('PACK_NOT_FOUND', `no pack ${packId}`);
  const run = await findRunOfDay(db, packId, asOf);
  if (run) {
    const find: DayDocuments['find'] = async (path) => (await findDocumentOfRun(db, run.id, path)) ?? null;
    const findEarlier: DayDocuments['find'] = async (path) => (await findDocumentBefore(db, run.id, path)) ?? null;
    const madeAt = run.finishedAt ?? run.createdAt;
    return { kind: 'published', runId: run.id, asOf, madeAt, find, findEarlier };
  }
  const hash = configHash(deps, dataVersion);
  const request: ReplayRequest = { kind: 'replay', packId, asOf };
  const key = replayKey(request, hash);
  const inquiry = await findInquiryByKey(db, key);
  if (inquiry?.state !== 'done') return { kind: 'unanswered', question: { key, request }, inquiry: inquiry ?? null };
  const find: DayDocuments['find'] = async (path) => (await findInquiryDocument(db, inquiry.id, path)) ?? null;
  const findEarlier = async () => null;
  return { kind: 'replayed', runId: replayIdOf(asOf, hash), asOf, madeAt: inquiry.createdAt, find, findEarlier };
}
