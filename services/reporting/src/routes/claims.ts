import { CodedError } from '@hadaf/platform';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { problem } from '../http/api-schema.ts';
import { sendDocument } from '../http/published-document.ts';
import { made, readDocument, sendPage } from '../http/published-page.ts';
import { claimsPage } from '../pages/claims-page.ts';
import { conflictsPage } from '../pages/conflicts-page.ts';
import { claimsReportSchema, conflictsReportSchema } from '../published/claims-schema.ts';
import type { RouteDeps } from '../reporting-deps.ts';

/** A published document, the page made from it, and where both stand. */
interface Ledger<T> {
  readonly page: string;
  readonly document: string;
  readonly summary: string;
  readonly schema: z.ZodType<T>;
  readonly render: (report: T, unconfirmedSince: string | null) => string;
}

function missing(path: string): CodedError {
  return new CodedError('PAGE_NOT_FOUND', `the published run has no ${path}; the next one will`);
}

function addLedger<T>(app: FastifyInstance, { published }: RouteDeps, ledger: Ledger<T>): void {
  const { page, document, summary, schema, render } = ledger;
  const answers = { tags: ['ledger'], summary, response: { 200: schema, 404: problem, 503: problem } };
  app.get(document, { schema: answers }, async (_request, reply) => {
    const run = await published.current();
    const found = await run.find(document);
    if (found === null) throw missing(document);
    return sendDocument(reply, found, run);
  });
  app.get(page, { schema: { hide: true } }, async (_request, reply) => {
    const run = await published.current();
    const body = await run.remember(`${page} ${run.unconfirmedSince ?? ''}`, async () => {
      const report = await readDocument(run, document, schema);
      if (report === null) throw missing(page);
      return made(render(report, run.unconfirmedSince));
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
