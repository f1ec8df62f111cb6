import { CodedError, matchId, nearWords } from '@hadaf/platform';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problem } from '../http/api-schema.ts';
import { identifier } from '../http/identifier.ts';
import { sendDocument } from '../http/published-document.ts';
import { made, readDocument, sendPage } from '../http/published-page.ts';
import { dayQuery, onSameDay } from '../http/run-asked-for.ts';
import { dayView } from '../pages/day-view.ts';
import { variantsListPage, variantsPage } from '../pages/variants-page.ts';
import type { ServedRun } from '../published/published-cache.ts';
import { variantsListSchema, variantsReportSchema } from '../published/variants-schema.ts';
import type { RouteDeps } from '../reporting-deps.ts';

const list = '/v1/variants';

/** The idea that any of its definitions names, whatever case it was asked in. */
async function ideaIn(run: ServedRun, asked: string): Promise<string> {
  const ideas = (await readDocument(run, list, variantsListSchema))?.ideas ?? [];
  const match = matchId(
    ideas.flatMap(({ definitions }) => definitions),
    asked,
  );
  const idea = match.kind === 'found' ? ideas.find(({ definitions }) => definitions.includes(match.id)) : undefined;
  if (idea) return idea.id;
  const words = match.kind === 'unknown' ? nearWords(match.near) : '';
  throw new CodedError('INDICATOR_NOT_FOUND', `no idea with several definitions has an indicator ${asked}${words}`);
}

/** Ideas that several definitions measure, and each of them period by period. */
export function variantsRoute(app: FastifyInstance, { runAskedFor }: RouteDeps): void {
  const tags = ['ledger'];
  app.get(
    list,
    {
      schema: {
        tags,
        summary: 'Ideas that several definitions measure',
        querystring: dayQuery,
        response: { 200: variantsListSchema, 400: problem, 404: problem, 429: problem, 503: problem },
      },
    },
    async (request, reply) => {
      const run = await runAskedFor(request, reply, dayQuery.parse(request.query));
      if (run === null) return reply;
      const document = await run.find(list);
      if (document === null)
        throw new CodedError('PAGE_NOT_FOUND', `the published run has no ${list}; the next one will`);
      return sendDocument(reply, document, run);
    },
  );
  const schema = {
    tags,
    summary: 'One idea under its definitions, period by period, newest first; nothing is joined',
    params: z.object({ id: identifier }),
    querystring: dayQuery,
    response: { 200: variantsReportSchema, 400: problem, 404: problem, 429: problem, 503: problem },
  };
  app.withTypeProvider<ZodTypeProvider>().get(`${list}/:id`, { schema }, async (request, reply) => {
    const { params, query } = request;
    const run = await runAskedFor(request, reply, query);
    if (run === null) return reply;
    const id = await ideaIn(run, params.id);
    const document = await run.find(`${list}/${id}`);
    if (document === null) throw new CodedError('INDICATOR_NOT_FOUND', `the published run has no ${list}/${id}`);
    return sendDocument(reply, document, run);
  });
  pages(app, { runAskedFor });
}

/** The same two as pages. */
function pages(app: FastifyInstance, { runAskedFor }: Pick<RouteDeps, 'runAskedFor'>): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const querystring = dayQuery;
  typed.get('/variants', { schema: { hide: true, querystring } }, async (request, reply) => {
    const run = await runAskedFor(request, reply, request.query);
    if (run === null) return reply;
    const page = await run.remember(`/variants ${run.unconfirmedSince ?? ''}`, async () => {
      const found = await readDocument(run, list, variantsListSchema);
      if (found === null) throw new CodedError('PAGE_NOT_FOUND', `the published run has no ${list}; the next one will`);
      return made(dayView(variantsListPage(found, run.unconfirmedSince), run.day));
    });
    return sendPage(reply, page, run);
  });
  const schema = { hide: true, params: z.object({ id: identifier }), querystring };
  typed.get('/variants/:id', { schema }, async (request, reply) => {
    const { params, query } = request;
    const run = await runAskedFor(request, reply, query);
    if (run === null) return reply;
    const id = await ideaIn(run, params.id);
    if (id !== params.id) return reply.redirect(`/variants/${encodeURIComponent(id)}${onSameDay(query)}`, 308);
    const page = await run.remember(`/variants/${id} ${run.unconfirmedSince ?? ''}`, async () => {
      const found = await readDocument(run, `${list}/${id}`, variantsReportSchema);
      if (found === null) throw new CodedError('INDICATOR_NOT_FOUND', `the published run has no ${list}/${id}`);
      return made(dayView(variantsPage(found, run.unconfirmedSince), run.day));
    });
    return sendPage(reply, page, run);
  });
}
