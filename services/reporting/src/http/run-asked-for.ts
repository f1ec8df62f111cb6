import { CodedError } from '@hadaf/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { askOnce } from '../inquiries/ask-once.ts';
import type { Inquiries, InquiryView } from '../inquiries/inquiries.ts';
import { pendingPage } from '../pages/pending-page.ts';
import { DayCache } from '../published/days.ts';
import type { PublishedCache, ServedRun } from '../published/published-cache.ts';
import { languageOf, wantsPage } from './problem.ts';
import { queryOf } from './query-of.ts';

/** What every address takes that shows a run. */
export const dayShape = {
  as_of: z
    .string()
    .max(40)
    .optional()
    .describe('A day, YYYY-MM-DD, where the pack lives: as published then, else replayed by today’s code'),
  replay: z.enum(['1', 'true']).optional().describe('With as_of: replayed by today’s code, whatever was published'),
};

export const dayQuery = queryOf(dayShape);

/** The query of an address on the same day. */
export function onSameDay({ as_of: asOf, replay }: z.infer<typeof dayQuery>): string {
  if (asOf === undefined) return '';
  return `?as_of=${encodeURIComponent(asOf)}${replay === undefined ? '' : '&replay=1'}`;
}

/** Serves the run a request asks for; null where it was answered already: the day is still being computed. */
export type RunAskedFor = (
  request: FastifyRequest,
  reply: FastifyReply,
  query: z.infer<typeof dayQuery>,
) => Promise<ServedRun | null>;

const retryAfterSeconds = '2';
/** Where no worker has taken a question up: soon is not to be expected. */
const retryLaterSeconds = '15';

/** What is said of a question that waits longer than usual. */
export function waitingWords(since: string): string {
  return `no worker has taken it up since ${since}: all are busy, or none runs; it is kept, and answered once one is free`;
}

/** 202: where to look, and when. A person gets a page that looks by itself. */
export function sendPending(reply: FastifyReply, request: FastifyRequest, inquiry: InquiryView, what: string): void {
  const { waitingSince } = inquiry;
  const seconds = waitingSince === null ? retryAfterSeconds : retryLaterSeconds;
  reply
    .code(202)
    .header('location', `/v1/inquiries/${inquiry.id}`)
    .header('retry-after', seconds)
    .header('cache-control', 'no-store');
  if (wantsPage(request)) {
    const page = pendingPage(what, { waitingSince, language: languageOf(request) });
    reply.header('refresh', seconds).type('text/html; charset=utf-8').send(page);
    return;
  }
  reply
    .type('application/json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({
      ...{ id: inquiry.id, state: inquiry.state, address: request.url },
      ...(waitingSince !== null && { note: waitingWords(waitingSince) }),
    });
}

export function runAskedFor(
  app: FastifyInstance,
  published: PublishedCache,
  inquiries: Inquiries | undefined,
): RunAskedFor {
  const days = new DayCache();
  const ask = inquiries && askOnce(app, inquiries);
  return async (request, reply, { as_of: asOf, replay }) => {
    if (asOf === undefined) {
      if (replay === undefined) return published.current();
      throw new CodedError('REQUEST_INVALID', 'replay needs the day to replay: ?as_of=YYYY-MM-DD&replay=1');
    }
    if (!inquiries || !ask) throw new CodedError('REQUEST_INVALID', 'this service shows no earlier day');
    const found = await inquiries.knownOn({ asOf, isReplayAsked: replay !== undefined });
    if (found.kind !== 'unanswered') return days.open(found);
    sendPending(reply, request, await ask(request, found), `what was known on ${asOf}`);
    return null;
  };
}
