import { CodedError } from '@hadaf/platform';
import { isIsoDate } from '@hadaf/series';
import {
  type Db,
  findDataVersion,
  findInquiryByKey,
  findInquiryDocument,
  findPreviousRun,
  findRun,
  type Inquiry,
  type PublishedDocument,
} from '@hadaf/store';
import { configHash } from '../config-hash.ts';
import { findPublishedRun, findRunNamed, getSplittable } from '../verdict/change-sides.ts';
import type { ChangeQuestion } from '../verdict/explain-change.ts';
import { changePath } from './compose-reports.ts';
import { assertKnowable, knowableDays } from './day-asked.ts';
import { type ChangeRequest, changeKey } from './inquiry-requests.ts';
import type { KnownOnDeps, Question } from './known-on.ts';

/** The answer, or what to ask a worker for; `inquiry` where somebody asked already. */
export type FoundChange =
  | { readonly kind: 'answered'; readonly document: PublishedDocument }
  | { readonly kind: 'unanswered'; readonly question: Question<ChangeRequest>; readonly inquiry: Inquiry | null };

/** The id of the run a reference names, or the day itself where it has none and is one that can be replayed. */
async function settled(deps: KnownOnDeps, packId: string, reference: string): Promise<string> {
  if (isIsoDate(reference)) assertKnowable(reference, await knowableDays(deps, packId));
  return (await findRunNamed(deps.db, packId, reference))?.id ?? reference;
}

async function runBefore(db: Db, runId: string): Promise<string> {
  const run = isIsoDate(runId) ? undefined : await findRun(db, runId);
  const previous = run && (await findPreviousRun(db, run));
  if (previous) return previous.id;
  throw new CodedError('RUN_NOT_FOUND', 'there is no earlier run to compare with; name a day or a run as from');
}

/**
 * Why a number moved between two runs or days, where it was worked out for this code and this data; else the question.
 *
 * @throws CodedError TARGET_NOT_FOUND, SERIES_NOT_FOUND, RUN_NOT_FOUND, REQUEST_INVALID
 */
export async function findChange(deps: KnownOnDeps, asked: ChangeQuestion): Promise<FoundChange> {
  const { db } = deps;
  const { packId, target } = await getSplittable(db, asked.targetId);
  const published = asked.to === undefined ? (await findPublishedRun(db, packId))?.id : undefined;
  const to = published ?? (await settled(deps, packId, asked.to ?? ''));
  const from = asked.from === undefined ? await runBefore(db, to) : await settled(deps, packId, asked.from);
  const request: ChangeRequest = { kind: 'change', packId, targetId: target.id, from, to };
  const key = changeKey(request, configHash(deps, (await findDataVersion(db, packId)) ?? ''));
  const inquiry = await findInquiryByKey(db, key);
  if (inquiry?.state === 'done') {
    const document = await findInquiryDocument(db, inquiry.id, changePath(target.id));
    if (document) return { kind: 'answered', document };
  }
  return { kind: 'unanswered', question: { key, request }, inquiry: inquiry ?? null };
}
