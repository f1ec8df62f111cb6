import { CodedError } from '@hadaf/platform';
import type { FastifyInstance } from 'fastify';
import { made, readDocument, sendPage } from '../http/published-page.ts';
import { indexPage } from '../pages/index-page.ts';
import { indexDocument } from '../published/document-path.ts';
import { indexReportSchema } from '../published/report-schema.ts';
import type { RouteDeps } from '../reporting-deps.ts';

export function indexPageRoute(app: FastifyInstance, { published }: RouteDeps): void {
  app.get('/', { schema: { hide: true } }, async (_request, reply) => {
    const run = await published.current();
    const page = await run.remember(`/ ${run.unconfirmedSince ?? ''}`, async () => {
      const report = await readDocument(run, indexDocument, indexReportSchema);
      if (report === null) throw new CodedError('NOT_PUBLISHED', 'the published run has no index');
      return made(indexPage(report, run.unconfirmedSince));
    });
    return sendPage(reply, page, run);
  });
}
