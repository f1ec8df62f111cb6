import type { Question } from '@hadaf/engine';
import { CodedError, codes } from '@hadaf/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Inquiries, InquiryView } from './inquiries.ts';

/** A replay costs a worker seconds: an address may begin this many a minute. */
const questionsPerMinute = 10;

/** More than this many in line and nobody is served sooner by joining it. */
const mostOpen = 40;

/** Asks for what was not asked before, within the bounds of the reader's address and of the line. */
export type AskOnce = (
  request: FastifyRequest,
  unanswered: { readonly question: Question; readonly inquiry: { readonly id: string } | null },
) => Promise<InquiryView>;

const isKnownCode = (code: string): code is keyof typeof codes => code in codes;

/** What a failed inquiry tells its reader: a reason of the question's own, or that something failed. */
export function failureOf({ failure }: InquiryView): CodedError | null {
  if (failure === null) return null;
  return new CodedError(isKnownCode(failure.code) ? failure.code : 'RUN_FAILED', failure.message);
}

export function askOnce(app: FastifyInstance, inquiries: Inquiries): AskOnce {
  const limit = app.createRateLimit({ max: questionsPerMinute, timeWindow: '1 minute' });
  return async (request, { question, inquiry }) => {
    const asked = inquiry && (await inquiries.find(inquiry.id));
    if (asked && (asked.state === 'queued' || asked.state === 'running')) return asked;
    const allowance = await limit(request);
    if (!allowance.isAllowed && allowance.isExceeded) {
      throw new CodedError('RATE_LIMITED', `more than ${questionsPerMinute} new questions in a minute`);
    }
    if ((await inquiries.countOpen()) >= mostOpen) {
      throw new CodedError('RATE_LIMITED', `${mostOpen} questions wait for an answer already`);
    }
    const view = await inquiries.ask(question);
    const failed = failureOf(view);
    if (failed) throw failed;
    return view;
  };
}
