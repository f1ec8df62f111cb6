import type { TargetReport } from '@hadaf/engine';
import { CodedError } from '@hadaf/platform';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { figuresCsv } from '../exports/figures-csv.ts';
import { identifier } from '../http/identifier.ts';
import { unknownTarget } from '../http/published-document.ts';
import { type MadePage, made, markRun, readDocument } from '../http/published-page.ts';
import { dayQuery } from '../http/run-asked-for.ts';
import { indexDocument, targetDocument } from '../published/document-path.ts';
import { targetIdIn } from '../published/find-target.ts';
import type { ServedRun } from '../published/published-cache.ts';
import { indexReportSchema, targetReportSchema } from '../published/report-schema.ts';
import type { RouteDeps } from '../reporting-deps.ts';

async function reportOf(run: ServedRun, targetId: string): Promise<TargetReport> {
  const report = await readDocument(run, targetDocument(targetId), targetReportSchema);
  if (report === null) throw new CodedError('TARGET_NOT_FOUND', unknownTarget(targetId, run));
  return report;
}

async function everyReport(run: ServedRun): Promise<TargetReport[]> {
  const index = await readDocument(run, indexDocument, indexReportSchema);
  if (index === null) throw new CodedError('NOT_PUBLISHED', 'the published run has no index');
  return Promise.all(index.targets.map(({ targetId }) => reportOf(run, targetId)));
}

function sendCsv(reply: FastifyReply, { body, etag }: MadePage, run: ServedRun, name: string): FastifyReply {
  return markRun(reply, run)
    .header('etag', etag)
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .type('text/csv; charset=utf-8')
    .serializer((text: unknown) => text as string) // the body below
    .send(body);
}

/** The figures as CSV: of one target, and of all. */
export function exportRoutes(app: FastifyInstance, { runAskedFor }: RouteDeps): void {
  const tags = ['exports'];
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const all = {
    tags,
    summary: 'The figures of every target as CSV, with units, periods, sources',
    querystring: dayQuery,
  };
  typed.get('/v1/targets.csv', { schema: all }, async (request, reply) => {
    const run = await runAskedFor(request, reply, request.query);
    if (run === null) return reply;
    const csv = await run.remember('/v1/targets.csv', async () => made(figuresCsv(await everyReport(run))));
    return sendCsv(reply, csv, run, 'hadaf-targets');
  });
  const params = z.object({ id: identifier });
  const one = { tags, summary: 'The figures of one target as CSV', params, querystring: dayQuery };
  typed.get('/v1/targets/:id.csv', { schema: one }, async (request, reply) => {
    const run = await runAskedFor(request, reply, request.query);
    if (run === null) return reply;
    const id = await targetIdIn(run, request.params.id);
    const csv = await run.remember(`/v1/targets/${id}.csv`, async () => made(figuresCsv([await reportOf(run, id)])));
    return sendCsv(reply, csv, run, `hadaf-${id}`);
  });
}
