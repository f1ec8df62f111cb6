import { CodedError } from '@hadaf/platform';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problem } from '../http/api-schema.ts';
import { identifier } from '../http/identifier.ts';
import { sendDocument, unknownTarget } from '../http/published-document.ts';
import { dayQuery } from '../http/run-asked-for.ts';
import { targetDocument } from '../published/document-path.ts';
import { targetIdIn } from '../published/find-target.ts';
import { targetReportSchema } from '../published/report-schema.ts';
import type { RouteDeps } from '../reporting-deps.ts';

export function getTargetRoute(app: FastifyInstance, { runAskedFor }: RouteDeps): void {
  const schema = {
    tags: ['targets'],
    summary: 'One target: verdict, numbers with sources, forecast, models',
    params: z.object({ id: identifier }),
    querystring: dayQuery,
    response: {
      200: targetReportSchema,
      400: problem,
      404: problem,
      429: problem,
      503: problem,
    },
  };
  app.withTypeProvider<ZodTypeProvider>().get('/v1/targets/:id', { schema }, async (request, reply) => {
    const { params, query } = request;
    const run = await runAskedFor(request, reply, query);
    if (run === null) return reply;
    const document = await run.find(targetDocument(await targetIdIn(run, params.id)));
    if (document === null) throw new CodedError('TARGET_NOT_FOUND', unknownTarget(params.id, run));
    return sendDocument(reply, document, run);
  });
}
