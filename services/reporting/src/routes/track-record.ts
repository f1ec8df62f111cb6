import { CodedError } from '@hadaf/platform';
import type { FastifyInstance } from 'fastify';
import { problem } from '../http/api-schema.ts';
import { sendDocument } from '../http/published-document.ts';
import { made, readDocument, sendPage } from '../http/published-page.ts';
import { trackRecordPage } from '../pages/track-record-page.ts';
import { recordDocument } from '../published/document-path.ts';
import { recordReportSchema } from '../published/record-schema.ts';
import type { RouteDeps } from '../reporting-deps.ts';

function notMadeYet(): CodedError {
  return new CodedError('PAGE_NOT_FOUND', 'the record of this run is being made; try again in a few seconds');
}

/** How our forecasts did: made by a job after the run it belongs to is published. */
export function trackRecordRoute(app: FastifyInstance, { published }: RouteDeps): void {
  const summary = 'How published and replayed forecasts did, beside benchmarks and official targets';
  const answers = { tags: ['record'], summary, response: { 200: recordReportSchema, 404: problem, 503: problem } };
  app.get(recordDocument, { schema: answers }, async (_request, reply) => {
    const run = await published.current();
    const found = await run.find(recordDocument);
    if (found === null) throw notMadeYet();
    return sendDocument(reply, found, run);
  });
  app.get('/track-record', { schema: { hide: true } }, async (_request, reply) => {
    const run = await published.current();
    const body = await run.remember(`/track-record ${run.unconfirmedSince ?? ''}`, async () => {
      const report = await readDocument(run, recordDocument, recordReportSchema);
      if (report === null) throw notMadeYet();
      return made(trackRecordPage(report, run.unconfirmedSince));
    });
    return sendPage(reply, body, run);
  });
}
