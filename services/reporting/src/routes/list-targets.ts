import { CodedError } from '@hadaf/platform';
import type { FastifyInstance } from 'fastify';
import { problem } from '../http/api-schema.ts';
import { sendDocument } from '../http/published-document.ts';
import { indexDocument } from '../published/document-path.ts';
import { indexReportSchema } from '../published/report-schema.ts';
import type { RouteDeps } from '../reporting-deps.ts';

export function listTargetsRoute(app: FastifyInstance, { published }: RouteDeps): void {
  const schema = {
    tags: ['targets'],
    summary: 'Every target of the published run',
    response: { 200: indexReportSchema, 503: problem },
  };
  app.get('/v1/targets', { schema }, async (_request, reply) => {
    const run = await published.current();
    const document = await run.find(indexDocument);
    if (document === null) throw new CodedError('NOT_PUBLISHED', 'the published run has no index');
    return sendDocument(reply, document, run);
  });
}
