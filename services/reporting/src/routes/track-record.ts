import { CodedError } from '@hadaf/platform';
import type { FastifyInstance } from 'fastify';
import { problem } from '../http/api-schema.ts';
import { sendDocument } from '../http/published-document.ts';
import { made, readDocument, sendPage } from '../http/published-page.ts';
import { dayQuery } from '../http/run-asked-for.ts';
import { dayView } from '../pages/day-view.ts';
import { trackRecordPage } from '../pages/track-record-page.ts';
import { recordDocument } from '../published/document-path.ts';
import type { ServedRun } from '../published/published-cache.ts';
import { recordReportSchema } from '../published/record-schema.ts';
import type { RouteDeps } from '../reporting-deps.ts';

function notMade({ day }: ServedRun): CodedError {
  if (day?.kind === 'replayed') {
    return new CodedError('PAGE_NOT_FOUND', `no run of ${day.asOf} was published, so none kept a record`);
  }
  return new CodedError('PAGE_NOT_FOUND', 'the record of this run is being made; try again in a few seconds');
}

/** How our forecasts did: made by a job after the run it belongs to is published. */
export function trackRecordRoute(app: FastifyInstance, { runAskedFor }: RouteDeps): void {
  const summary = 'How published and replayed forecasts did, beside benchmarks and official targets';
  const response = { 200: recordReportSchema, 400: problem, 404: problem, 429: problem, 503: problem };
  const answers = { tags: ['record'], summary, querystring: dayQuery, response };
  app.get(recordDocument, { schema: answers }, async (request, reply) => {
    const run = await runAskedFor(request, reply, dayQuery.parse(request.query));
    if (run === null) return reply;
    const found = await run.find(recordDocument);
    if (found === null) throw notMade(run);
    return sendDocument(reply, found, run);
  });
  app.get('/track-record', { schema: { hide: true, querystring: dayQuery } }, async (request, reply) => {
    const run = await runAskedFor(request, reply, dayQuery.parse(request.query));
    if (run === null) return reply;
    const body = await run.remember(`/track-record ${run.unconfirmedSince ?? ''}`, async () => {
      const report = await readDocument(run, recordDocument, recordReportSchema);
      if (report === null) throw notMade(run);
      return made(dayView(trackRecordPage(report, run.unconfirmedSince), run.day));
    });
    return sendPage(reply, body, run);
  });
}
