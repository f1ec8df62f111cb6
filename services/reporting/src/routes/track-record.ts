import { CodedError } from '@hadaf/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordCsv } from '../exports/record-csv.ts';
import { problem } from '../http/api-schema.ts';
import { wantsPage } from '../http/problem.ts';
import { sendStored } from '../http/published-document.ts';
import { made, markRun } from '../http/published-page.ts';
import { dayQuery } from '../http/run-asked-for.ts';
import { dayView } from '../pages/day-view.ts';
import { firstRecordPage, trackRecordPage } from '../pages/track-record-page.ts';
import { recordDocument } from '../published/document-path.ts';
import type { ServedRun } from '../published/published-cache.ts';
import { recordReportSchema } from '../published/record-schema.ts';
import { findRecord, type StandingRecord } from '../published/run-record.ts';
import type { RouteDeps } from '../reporting-deps.ts';

const retryAfterSeconds = '5';

const beingMade = z
  .object({ state: z.literal('being-made'), runId: z.string() })
  .meta({ description: 'The first record of this installation is being made; Retry-After says when to ask again' });

/** 202: the first run of all has no record before its own. */
function sendFirst(reply: FastifyReply, request: FastifyRequest, run: ServedRun): FastifyReply {
  const { day, runId } = run;
  if (day?.kind === 'replayed')
    throw new CodedError(
      'PAGE_NOT_FOUND',
      `the days up to ${day.asOf} are not replayed for the record yet; a running npm start replays them`,
    );
  reply.code(202).header('retry-after', retryAfterSeconds).header('cache-control', 'no-store');
  if (!wantsPage(request)) return reply.send({ state: 'being-made', runId });
  return reply.header('refresh', retryAfterSeconds).type('text/html; charset=utf-8').send(firstRecordPage());
}

/** An earlier record answers under the run it belongs to, and says which run's is being made. */
function markRecord(reply: FastifyReply, run: ServedRun, { report, isEarlier }: StandingRecord): FastifyReply {
  markRun(reply, { ...run, runId: report.runId });
  if (!isEarlier) return reply;
  return reply.header('hadaf-being-updated', run.runId).header('cache-control', 'no-cache');
}

/** How our forecasts did: made by a job after the run it belongs to is published; until then the record before it stands. */
export function trackRecordRoute(app: FastifyInstance, { runAskedFor }: RouteDeps): void {
  const summary = 'How published and replayed forecasts did, beside benchmarks and official targets';
  const response = { 200: recordReportSchema, 202: beingMade, 400: problem, 404: problem, 429: problem, 503: problem };
  const answers = { tags: ['record'], summary, querystring: dayQuery, response };
  app.get(recordDocument, { schema: answers }, async (request, reply) => {
    const run = await runAskedFor(request, reply, dayQuery.parse(request.query));
    if (run === null) return reply;
    const record = await findRecord(run);
    if (record === null) return sendFirst(reply, request, run);
    return sendStored(markRecord(reply, run, record), record.document);
  });
  const csv = {
    tags: ['exports', 'record'],
    summary: 'Every forecast of the record beside what came, as CSV',
    querystring: dayQuery,
  };
  app.get(`${recordDocument}.csv`, { schema: csv }, async (request, reply) => {
    const run = await runAskedFor(request, reply, dayQuery.parse(request.query));
    if (run === null) return reply;
    const record = await findRecord(run);
    if (record === null) return sendFirst(reply, request, run);
    const { body, etag } = await run.remember(`${recordDocument}.csv ${record.document.etag}`, async () =>
      made(recordCsv(record.report)),
    );
    return markRecord(reply, run, record)
      .header('etag', etag)
      .header('content-disposition', 'attachment; filename="hadaf-track-record.csv"')
      .type('text/csv; charset=utf-8')
      .send(body);
  });
  app.get('/track-record', { schema: { hide: true, querystring: dayQuery } }, async (request, reply) => {
    const run = await runAskedFor(request, reply, dayQuery.parse(request.query));
    if (run === null) return reply;
    const record = await findRecord(run);
    if (record === null) return sendFirst(reply, request, run);
    const { unconfirmedSince, day } = run;
    const key = `/track-record ${unconfirmedSince ?? ''} ${record.document.etag} ${record.isEarlier}`;
    const page = await run.remember(key, async () => made(dayView(trackRecordPage(record, unconfirmedSince), day)));
    return markRecord(reply, run, record).header('etag', page.etag).type('text/html; charset=utf-8').send(page.body);
  });
}
