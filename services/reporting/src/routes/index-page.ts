import { CodedError } from '@hadaf/platform';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { made, readDocument, sendPage } from '../http/published-page.ts';
import { dayQuery } from '../http/run-asked-for.ts';
import { dayView } from '../pages/day-view.ts';
import { indexPage } from '../pages/index-page.ts';
import { indexDocument } from '../published/document-path.ts';
import { indexReportSchema } from '../published/report-schema.ts';
import type { RouteDeps } from '../reporting-deps.ts';

/** The index in each language. */
const addresses = [
  ['en', '/'],
  ['ur', '/ur'],
] as const;

export function indexPageRoute(app: FastifyInstance, { runAskedFor }: RouteDeps): void {
  const schema = { hide: true, querystring: dayQuery };
  for (const [language, address] of addresses) {
    app.withTypeProvider<ZodTypeProvider>().get(address, { schema }, async (request, reply) => {
      const run = await runAskedFor(request, reply, request.query);
      if (run === null) return reply;
      const page = await run.remember(`${address} ${run.unconfirmedSince ?? ''}`, async () => {
        const report = await readDocument(run, indexDocument, indexReportSchema);
        if (report === null) throw new CodedError('NOT_PUBLISHED', 'the published run has no index');
        return made(dayView(indexPage(report, run.unconfirmedSince, language), run.day));
      });
      return sendPage(reply, page, run);
    });
  }
}
