import { CodedError } from '@hadaf/platform';
import type { IsoDate } from '@hadaf/series';
import {
  findDataVersion,
  findDocumentBefore,
  findDocumentOfRun,
  findInquiryByKey,
  findInquiryDocument,
  type Inquiry,
  type PublishedDocument,
  type ShownRun,
} from '@hadaf/store';
import type { ForecastSettings } from '../assess/annual-forecast.ts';
import { configHash } from '../config-hash.ts';
import { assertKnowable, type DayDeps, knowableDays } from './day-asked.ts';
import { type ReplayRequest, replayKey } from './inquiry-requests.ts';
import { replayIdOf } from './replay.ts';
import { runOnDay } from './run-on-day.ts';

/** What names a question whose answer needs models, and the question. */
export interface Question<Request = unknown> {
  readonly key: string;
  readonly request: Request;
}

/** Documents that tell of a day: those a run had published, or those today's code replays. */
export interface DayAccount {
  readonly kind: 'published' | 'replayed';
  /** Of the run, or the name of the replay. */
  readonly runId: string;
  /** The day asked for. */
  readonly asOf: IsoDate;
  /** The day whose knowledge they hold; earlier than `asOf` where a run of before was still shown. */
  readonly knownOn: IsoDate;
  /** The instant at which they were published, or replayed. */
  readonly madeAt: string;
  /** Of the code that made them; null where it was not kept then. */
  readonly codeVersion: string | null;
  readonly find: (path: string) => Promise<PublishedDocument | null>;
  /** The same document of the newest run before that one that has it. */
  readonly findEarlier: (path: string) => Promise<PublishedDocument | null>;
}

/** The account asked for, and the other one of the same day where it is at hand. */
export interface DayDocuments extends DayAccount {
  readonly other: DayAccount | null;
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

/** A day, and which account of it. */
export interface DayQuestion {
  readonly asOf: string;
  /** Asks for today's code where a run had published; of a day without a run there is nothing else. */
  readonly isReplayAsked?: boolean;
}

function accountOfRun({ db }: DayDeps, run: ShownRun, asOf: IsoDate): DayAccount {
  const { id: runId, asOf: knownOn, publishedAt: madeAt, codeVersion } = run;
  const find: DayAccount['find'] = async (path) => (await findDocumentOfRun(db, runId, path)) ?? null;
  const findEarlier: DayAccount['find'] = async (path) => (await findDocumentBefore(db, runId, path)) ?? null;
  return { kind: 'published', runId, asOf, knownOn, madeAt, codeVersion, find, findEarlier };
}

/** A replay of the day by this code from this ledger, where one was computed; else the question. */
async function findReplay(deps: KnownOnDeps, packId: string, asOf: IsoDate) {
  const { db, codeVersion } = deps;
  const dataVersion = await findDataVersion(db, packId);
  if (dataVersion === undefined) throw new CodedError('PACK_NOT_FOUND', `no pack ${packId}`);
  const hash = configHash(deps, dataVersion);
  const request: ReplayRequest = { kind: 'replay', packId, asOf };
  const key = replayKey(request, hash);
  const inquiry = await findInquiryByKey(db, key);
  const unanswered = { kind: 'unanswered', question: { key, request }, inquiry: inquiry ?? null } as const;
  if (inquiry?.state !== 'done') return unanswered;
  const find: DayAccount['find'] = async (path) => (await findInquiryDocument(db, inquiry.id, path)) ?? null;
  const made = { knownOn: asOf, madeAt: inquiry.createdAt, codeVersion, findEarlier: async () => null };
  return { kind: 'replayed', runId: replayIdOf(asOf, hash), asOf, ...made, find } as const;
}

/**
 * What a pack's pages said on a day: the documents of the run that stands for it, byte for byte, whatever was learnt since.
 * Where none had been published yet, or where it is asked for, what they would have said: a replay by this code from
 * this ledger.
 *
 * @throws CodedError PACK_NOT_FOUND; REQUEST_INVALID for what is no day, a day to come, and one before anything was known
 */
export async function findKnownOn(
  deps: KnownOnDeps,
  packId: string,
  { asOf, isReplayAsked = false }: DayQuestion,
): Promise<KnownOn> {
  const days = await knowableDays(deps, packId);
  assertKnowable(asOf, days);
  const run = await runOnDay(deps.db, packId, { day: asOf, zone: days.zone });
  const published = run ? accountOfRun(deps, run, asOf) : null;
  const replayed = await findReplay(deps, packId, asOf);
  if (published && !isReplayAsked) {
    return { ...published, other: replayed.kind === 'unanswered' ? null : replayed };
  }
  return replayed.kind === 'unanswered' ? replayed : { ...replayed, other: published };
}
