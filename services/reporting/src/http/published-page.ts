import { createHash } from 'node:crypto';
import { CodedError } from '@hadaf/platform';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { idsOf } from '../pages/day-view.ts';
import type { DayStamp } from '../published/days.ts';
import type { ServedRun } from '../published/published-cache.ts';

/** A minute from a cache, ten while it asks again, a day when we are down. */
const cacheControl = 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400';

export interface MadePage {
  readonly body: string;
  readonly etag: string;
}

/** A page with the tag of its own bytes. */
export function made(body: string): MadePage {
  return {
    body,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
  };
}

export function sendPage(reply: FastifyReply, page: MadePage, run: ServedRun): FastifyReply {
  return markRun(reply, run).header('etag', page.etag).type('text/html; charset=utf-8').send(page.body);
}

/** Says how the day is told, by which code, and whether run and replay agree on it where both are at hand. */
function markDay(reply: FastifyReply, { kind, asOf, knownOn, madeAt, codeVersion, comparison }: DayStamp): void {
  reply.header('hadaf-day', `${asOf}; ${kind}; known-on=${knownOn}; made-at=${madeAt}`);
  if (codeVersion !== null) reply.header('hadaf-code', codeVersion);
  if (comparison !== null) reply.header('hadaf-replay-differs', idsOf(comparison.differing) || 'no');
}

/** Says which run an answer is from, and whether a newer one may exist. */
export function markRun(reply: FastifyReply, run: ServedRun): FastifyReply {
  reply.header('hadaf-run', run.runId);
  if (run.day !== null) markDay(reply, run.day);
  if (run.unconfirmedSince !== null) {
    reply.header('hadaf-unconfirmed-since', run.unconfirmedSince);
    return reply.header('cache-control', 'no-cache');
  }
  return reply.header('cache-control', cacheControl);
}

/**
 * The published document at a path, checked against its schema; null where the run has none.
 *
 * @throws CodedError INTERNAL when what was published is not what pages are made from
 */
export async function readDocument<T>(run: ServedRun, path: string, schema: z.ZodType<T>): Promise<T | null> {
  const document = await run.find(path);
  if (document === null) return null;
  const parsed = schema.safeParse(JSON.parse(document.body));
  if (!parsed.success)
    throw new CodedError('INTERNAL', `published document ${path} is malformed`, { cause: parsed.error });
  return parsed.data;
}
