import { findChange, findKnownOn, forecastSettings, type Question, readCodeVersion } from '@hadaf/engine';
import { CodedError } from '@hadaf/platform';
import {
  countOpenInquiries,
  type Db,
  explainStoreError,
  findInquiry,
  findNewestChannel,
  type Inquiry,
} from '@hadaf/store';
import { z } from 'zod';
import type { Inquiries, InquiryView } from './inquiries.ts';
import { waitingSince } from './waiting-since.ts';

const failure = z
  .object({ code: z.string(), message: z.string() })
  .catch({ code: 'RUN_FAILED', message: 'it could not be computed' });

function viewOf(inquiry: Inquiry, now: string): InquiryView {
  const { id, state, error } = inquiry;
  const since = waitingSince(inquiry, now);
  return { id, state, waitingSince: since, failure: state === 'failed' ? failure.parse(error) : null };
}

export interface StoredInquiriesOptions {
  readonly db: Db;
  /** Whose days are shown; null for the pack published last. */
  readonly packId: string | null;
  /** Stores a question with its job, unless it was asked before. */
  readonly askInquiry: (question: Question) => Promise<Inquiry>;
  readonly now: () => string;
}

/** Inquiries kept in the store; answers are looked up under the code and settings this service came with. */
export function storedInquiries({ db, packId, askInquiry, now }: StoredInquiriesOptions): Inquiries {
  const deps = { db, settings: forecastSettings, codeVersion: readCodeVersion(), now };
  const asCoded = (thrown: unknown): never => {
    throw explainStoreError(thrown);
  };
  async function shownPack(): Promise<string> {
    const shown = packId ?? (await findNewestChannel(db));
    if (shown === undefined) throw new CodedError('NOT_PUBLISHED', 'no run has been published yet');
    return shown;
  }
  return {
    knownOn: async (day) => findKnownOn(deps, await shownPack().catch(asCoded), day).catch(asCoded),
    change: (question) => findChange(deps, question).catch(asCoded),
    ask: async (question) => viewOf(await askInquiry(question).catch(asCoded), now()),
    find: async (id) => {
      const found = await findInquiry(db, id).catch(asCoded);
      return found ? viewOf(found, now()) : null;
    },
    countOpen: () => countOpenInquiries(db).catch(asCoded),
  };
}
