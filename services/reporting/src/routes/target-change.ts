import { CodedError } from '@hadaf/platform';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problem } from '../http/api-schema.ts';
import { identifier } from '../http/identifier.ts';
import { sendDocument, sendStored } from '../http/published-document.ts';
import { queryOf } from '../http/query-of.ts';
import { dayShape, sendPending } from '../http/run-asked-for.ts';
import { askOnce } from '../inquiries/ask-once.ts';
import { changeReportSchema } from '../published/change-schema.ts';
import { changeDocument } from '../published/document-path.ts';
import { targetIdIn } from '../published/find-target.ts';
import type { RouteDeps } from '../reporting-deps.ts';

const reference = z.string().max(40).optional();

/** `GET /v1/targets/:id/change`: since the run before, as published; between any two runs or days through a worker. */
export function targetChangeRoute(app: FastifyInstance, { runAskedFor, inquiries }: RouteDeps): void {
  const schema = {
    tags: ['targets'],
    summary: 'Why its probability and forecast moved, by causes that sum to the change',
    params: z.object({ id: identifier }),
    querystring: queryOf({
      ...dayShape,
      from: reference.describe('The older side: a run’s id or a day; by default the run before'),
      to: reference.describe('The newer side; by default the published run'),
    }),
    response: { 200: changeReportSchema, 400: problem, 404: problem, 429: problem, 503: problem },
  };
  const ask = inquiries && askOnce(app, inquiries);
  app.withTypeProvider<ZodTypeProvider>().get('/v1/targets/:id/change', { schema }, async (request, reply) => {
    const { from, to, ...day } = request.query;
    if (from === undefined && to === undefined) {
      const run = await runAskedFor(request, reply, day);
      if (run === null) return reply;
      const id = await targetIdIn(run, request.params.id);
      const document = await run.find(changeDocument(id));
      if (document) return sendDocument(reply, document, run);
      const mend = 'name two sides: ?from=<run or day>&to=<run or day>';
      throw new CodedError('PAGE_NOT_FOUND', `no change of ${id} was worked out with this run; ${mend}`);
    }
    if (day.as_of !== undefined || day.replay !== undefined) {
      throw new CodedError('REQUEST_INVALID', 'from and to name both days; leave as_of and replay out');
    }
    const { id } = request.params;
    if (!inquiries || !ask) throw new CodedError('REQUEST_INVALID', 'this service compares no runs');
    const found = await inquiries.change({ targetId: id, from, to });
    if (found.kind === 'unanswered') {
      sendPending(reply, request, await ask(request, found), `why ${id} changed`);
      return reply;
    }
    return sendStored(reply.header('cache-control', 'public, max-age=60'), found.document);
  });
}
