import { CodedError } from '@hadaf/platform';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problem } from '../http/api-schema.ts';
import { identifier } from '../http/identifier.ts';
import { sendDocument } from '../http/published-document.ts';
import { made, readDocument, sendPage } from '../http/published-page.ts';
import { dayQuery, onSameDay } from '../http/run-asked-for.ts';
import { dayView } from '../pages/day-view.ts';
import { indicatorPage } from '../pages/indicator-page.ts';
import { indicatorsPage } from '../pages/indicators-page.ts';
import { indicatorDocument, indicatorsDocument } from '../published/document-path.ts';
import { indicatorIdIn } from '../published/find-indicator.ts';
import { indicatorReportSchema, indicatorsReportSchema } from '../published/indicator-schema.ts';
import type { ServedRun } from '../published/published-cache.ts';
import { variantsListSchema } from '../published/variants-schema.ts';
import type { RouteDeps } from '../reporting-deps.ts';

const tags = ['indicators'];

/** The indicators of the published run, as a page and as its document. */
export function indicatorsRoute(app: FastifyInstance, { runAskedFor }: RouteDeps): void {
  const missing = () =>
    new CodedError('PAGE_NOT_FOUND', 'the published run has no list of indicators; the next one will');
  const summary = 'Every indicator with its newest value, and how many of its months are known how';
  const response = { 200: indicatorsReportSchema, 400: problem, 404: problem, 429: problem, 503: problem };
  const schema = { tags, summary, querystring: dayQuery, response };
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get(indicatorsDocument, { schema }, async (request, reply) => {
    const run = await runAskedFor(request, reply, request.query);
    if (run === null) return reply;
    const found = await run.find(indicatorsDocument);
    if (found === null) throw missing();
    return sendDocument(reply, found, run);
  });
  typed.get('/indicators', { schema: { hide: true, querystring: dayQuery } }, async (request, reply) => {
    const run = await runAskedFor(request, reply, request.query);
    if (run === null) return reply;
    const page = await run.remember(`/indicators ${run.unconfirmedSince ?? ''}`, async () => {
      const report = await readDocument(run, indicatorsDocument, indicatorsReportSchema);
      if (report === null) throw missing();
      return made(dayView(indicatorsPage(report, run.unconfirmedSince), run.day));
    });
    return sendPage(reply, page, run);
  });
}

/** The idea under which an indicator’s definitions are laid side by side; null where it has one alone. */
async function ideaOf(run: ServedRun, id: string): Promise<string | null> {
  const list = await readDocument(run, '/v1/variants', variantsListSchema);
  return list?.ideas.find(({ definitions }) => definitions.includes(id))?.id ?? null;
}

/** One indicator month by month, as a page and as its document. */
export function indicatorRoute(app: FastifyInstance, { runAskedFor }: RouteDeps): void {
  const missing = (id: string) => new CodedError('INDICATOR_NOT_FOUND', `the published run has no months of ${id}`);
  const summary = 'One indicator month by month, each with the reports it rests on, years and conflicts';
  const params = z.object({ id: identifier });
  const response = { 200: indicatorReportSchema, 400: problem, 404: problem, 429: problem, 503: problem };
  const querystring = dayQuery;
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get(
    `${indicatorsDocument}/:id`,
    { schema: { tags, summary, params, querystring, response } },
    async (request, reply) => {
      const run = await runAskedFor(request, reply, request.query);
      if (run === null) return reply;
      const id = await indicatorIdIn(run, request.params.id);
      const found = await run.find(indicatorDocument(id));
      if (found === null) throw missing(id);
      return sendDocument(reply, found, run);
    },
  );
  typed.get('/indicators/:id', { schema: { hide: true, params, querystring } }, async (request, reply) => {
    const { params: asked, query } = request;
    const run = await runAskedFor(request, reply, query);
    if (run === null) return reply;
    const id = await indicatorIdIn(run, asked.id);
    if (id !== asked.id) return reply.redirect(`/indicators/${encodeURIComponent(id)}${onSameDay(query)}`, 308);
    const page = await run.remember(`/indicators/${id} ${run.unconfirmedSince ?? ''}`, async () => {
      const report = await readDocument(run, indicatorDocument(id), indicatorReportSchema);
      if (report === null) throw missing(id);
      return made(dayView(indicatorPage(report, run.unconfirmedSince, await ideaOf(run, id)), run.day));
    });
    return sendPage(reply, page, run);
  });
}
