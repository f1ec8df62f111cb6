import { CodedError, codes } from '@hadaf/platform';
import type { IsoDate } from '@hadaf/series';
import {
  askInquiry,
  failInquiry,
  findDataVersion,
  finishInquiry,
  getInquiry,
  type Inquiry,
  removeOldInquiries,
  startInquiry,
} from '@hadaf/store';
import { configHash } from '../config-hash.ts';
import type { EngineDeps } from '../engine-deps.ts';
import { explainChange } from '../verdict/explain-change.ts';
import { changePath, documentOf } from './compose-reports.ts';
import { type ChangeRequest, changeKey, inquiryRequest, type ReplayRequest, replayKey } from './inquiry-requests.ts';
import { replay, replayDocuments } from './replay.ts';

/** Answers kept; each may be computed again. A replay of the bundled pack takes a third of a megabyte. */
const answersKept = 200;

/** Replays a day in this process and keeps the answer, as a worker would. */
export async function keepReplay(deps: EngineDeps, packId: string, asOf: IsoDate): Promise<void> {
  const made = await replay(deps, packId, asOf);
  const request: ReplayRequest = { kind: 'replay', packId, asOf };
  // Asked and answered at once: a question without a job would keep its readers waiting.
  await deps.db.transaction().execute(async (db) => {
    const { inquiry } = await askInquiry(db, { key: replayKey(request, made.configHash), request });
    await finishInquiry(db, inquiry.id, replayDocuments(made));
  });
  await removeOldInquiries(deps.db, answersKept);
}

/** Keeps a replay under what it was made from, which may no longer be what was asked for. */
async function answerReplay(deps: EngineDeps, inquiry: Inquiry, request: ReplayRequest): Promise<void> {
  const made = await replay(deps, request.packId, request.asOf);
  const key = replayKey(request, made.configHash);
  await deps.db.transaction().execute(async (db) => {
    const own = key === inquiry.key ? inquiry : (await askInquiry(db, { key, request })).inquiry;
    await finishInquiry(db, own.id, replayDocuments(made));
    if (own.id !== inquiry.id) await failInquiry(db, inquiry.id, overtaken);
  });
}

const overtaken = {
  code: 'STORE_CONFLICT',
  message: 'the data or the code changed while it was computed; ask again',
} as const;

async function hashNow({ db, ...deps }: EngineDeps, packId: string): Promise<string> {
  return configHash(deps, (await findDataVersion(db, packId)) ?? '');
}

async function answerChange(deps: EngineDeps, inquiry: Inquiry, request: ChangeRequest): Promise<void> {
  const { targetId, packId } = request;
  const report = await explainChange(deps, request);
  const isOvertaken = changeKey(request, await hashNow(deps, packId)) !== inquiry.key;
  await deps.db.transaction().execute(async (db) => {
    if (isOvertaken) await failInquiry(db, inquiry.id, overtaken);
    else await finishInquiry(db, inquiry.id, [documentOf(changePath(targetId), report)]);
  });
}

/** Answers an inquiry and keeps the answer; answering it again changes nothing. A question without an answer is told why. */
export async function answerInquiry(deps: EngineDeps, inquiryId: string): Promise<void> {
  const { db, log } = deps;
  const inquiry = await getInquiry(db, inquiryId);
  if (inquiry.state === 'done' || inquiry.state === 'failed') return;
  await startInquiry(db, inquiryId);
  const request = inquiryRequest.parse(inquiry.request);
  try {
    if (request.kind === 'replay') await answerReplay(deps, inquiry, request);
    else await answerChange(deps, inquiry, request);
  } catch (error) {
    if (!(error instanceof CodedError) || codes[error.code].http >= 500) throw error;
    await failInquiry(db, inquiryId, { code: error.code, message: error.message });
  }
  await removeOldInquiries(db, answersKept);
  log.info({ event: 'inquiry.answered', inquiryId, ...request });
}

/** Ends an inquiry that could not be answered, with the reason its reader will see. */
export async function giveUpInquiry({ db }: EngineDeps, inquiryId: string, reason: string): Promise<void> {
  await failInquiry(db, inquiryId, { code: 'RUN_FAILED', message: reason });
}
