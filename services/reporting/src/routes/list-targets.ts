import { CodedError } from '@hadaf/platform';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { problem } from '../http/api-schema.ts';
import { sendDocument } from '../http/published-document.ts';
import { dayQuery } from '../http/run-asked-for.ts';
import { indexDocument } from '../published/document-path.ts';
import { indexReportSchema } from '../published/report-schema.ts';
import type { RouteDeps } from '../reporting-deps.ts';

export function listTargetsRoute(app: FastifyInstance, { runAskedFor }: RouteDeps): void {
  const schema = {
    tags: ['targets'],
    summary: 'Every target of the published run',
    querystring: dayQuery,
    response: { 200: indexReportSchema, 400: problem, 429: problem, 503: problem },
  };
  app.withTypeProvider<ZodTypeProvider>().get('/v1/targets', { schema }, async (request, reply) => {
    const run = await runAskedFor(request, reply, request.query);
    if (run === null) return reply;
    const document = await run.find(indexDocument);
    if (document === null) throw new CodedError('NOT_PUBLISHED', 'the published run has no index');
    return sendDocument(reply, document, run);
  });
}
