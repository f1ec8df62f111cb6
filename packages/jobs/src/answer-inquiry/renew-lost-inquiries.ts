import type { Logger } from '@hadaf/platform';
import { type Db, failInquiry, lockLostInquiries } from '@hadaf/store';
import { requestJobs } from '../outbox/request-jobs.ts';
import { answerInquiry } from './contract.ts';

/** Nobody waits at a page for longer; what was asked before is ended, and may be asked anew. */
const answerableMs = 15 * 60_000;
const batchSize = 100;

/** An ended one gives its place in line back. */
const lost = { code: 'RUN_FAILED', message: 'the job that was to answer it was lost; ask again' } as const;

/**
 * Asks again for open inquiries whose job is gone from the outbox, and ends those asked too long ago: an inquiry without a
 * job would stay open, and keep its place in line, for ever.
 *
 * @param now  the instant, ISO 8601
 */
export async function renewLostInquiries(db: Db, now: string, log: Logger): Promise<void> {
  const found = await db.transaction().execute(async (transaction) => {
    const inquiries = await lockLostInquiries(transaction, { job: answerInquiry.name, limit: batchSize });
    for (const { id, createdAt } of inquiries) {
      const isAnswerable = Date.parse(now) - Date.parse(createdAt) < answerableMs;
      if (isAnswerable) await requestJobs(transaction, [answerInquiry.request({ inquiryId: id })]);
      else await failInquiry(transaction, id, lost);
    }
    return inquiries.length;
  });
  if (found > 0) log.warn({ event: 'inquiries.lost', count: found });
}
