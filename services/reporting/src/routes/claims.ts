import { CodedError } from '@hadaf/platform';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { problem } from '../http/api-schema.ts';
import { sendDocument } from '../http/published-document.ts';
import { made, readDocument, sendPage } from '../http/published-page.ts';
import { queryOf } from '../http/query-of.ts';
import { dayQuery, dayShape } from '../http/run-asked-for.ts';
import { claimsPage, verdictNamed } from '../pages/claims-page.ts';
import { conflictsPage } from '../pages/conflicts-page.ts';
import { dayView } from '../pages/day-view.ts';
import { claimsReportSchema, conflictsReportSchema } from '../published/claims-schema.ts';
import type { RouteDeps } from '../reporting-deps.ts';

/** A published document, the page made from it, and where both stand. */
interface Ledger<T> {
  readonly page: string;
  readonly document: string;
  readonly summary: string;
  readonly schema: z.ZodType<T>;
  /** @param part  a part of the page that its address asks for, as `?verdict=holds` does; null for all of it */
  readonly render: (report: T, unconfirmedSince: string | null, part: string | null) => string;
  /** The parts an address may ask for. */
  readonly partOf?: (query: unknown) => string | null;
}

/** The query of a page: its day, and a part of it. */
const pageQuery = queryOf({ ...dayShape, verdict: z.string().max(40).optional() });

function missing(path: string): CodedError {
  return new CodedError('PAGE_NOT_FOUND', `the published run has no ${path}; the next one will`);
}

function addLedger<T>(app: FastifyInstance, { runAskedFor }: RouteDeps, ledger: Ledger<T>): void {
  const { page, document, summary, schema, render, partOf = () => null } = ledger;
  const answers = {
    tags: ['ledger'],
    summary,
    querystring: dayQuery,
    response: { 200: schema, 400: problem, 404: problem, 429: problem, 503: problem },
  };
  app.get(document, { schema: answers }, async (request, reply) => {
    const run = await runAskedFor(request, reply, dayQuery.parse(request.query));
    if (run === null) return reply;
    const found = await run.find(document);
    if (found === null) throw missing(document);
    return sendDocument(reply, found, run);
  });
  app.get(page, { schema: { hide: true, querystring: pageQuery } }, async (request, reply) => {
    const run = await runAskedFor(request, reply, pageQuery.parse(request.query));
    if (run === null) return reply;
    const part = partOf(request.query);
    const body = await run.remember(`${page} ${part ?? ''} ${run.unconfirmedSince ?? ''}`, async () => {
      const report = await readDocument(run, document, schema);
      if (report === null) throw missing(page);
      return made(dayView(render(report, run.unconfirmedSince, part), run.day));
    });
    return sendPage(reply, body, run);
  });
}

/** What the documents claim, checked. */
export function claimsRoute(app: FastifyInstance, deps: RouteDeps): void {
  addLedger(app, deps, {
    page: '/claims',
    document: '/v1/claims',
    summary: 'Every numeric statement of the documents with its verdict and what it rests on',
    schema: claimsReportSchema,
    render: claimsPage,
    partOf: (query) => verdictNamed(query),
  });
}

/** Where the sources disagree. */
export function conflictsRoute(app: FastifyInstance, deps: RouteDeps): void {
  addLedger(app, deps, {
    page: '/conflicts',
    document: '/v1/conflicts',
    summary: 'The questions the sources answer differently, each side with its number',
    schema: conflictsReportSchema,
    render: conflictsPage,
  });
}
