import type { ScenarioReport } from '@hadaf/engine';
import { CodedError } from '@hadaf/platform';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { identifier } from '../http/identifier.ts';
import { made, readDocument, sendPage } from '../http/published-page.ts';
import { targetPage } from '../pages/target-page.ts';
import { urduTargetPage } from '../pages/urdu/urdu-target-page.ts';
import { indexDocument, targetDocument } from '../published/document-path.ts';
import { targetIdIn } from '../published/find-target.ts';
import type { ServedRun } from '../published/published-cache.ts';
import { indexReportSchema, targetReportSchema } from '../published/report-schema.ts';
import type { RouteDeps } from '../reporting-deps.ts';
import { withShown } from '../scenarios/shown-scenarios.ts';

async function readTarget(run: ServedRun, targetId: string) {
  const report = await readDocument(run, targetDocument(targetId), targetReportSchema);
  if (report === null) throw new CodedError('TARGET_NOT_FOUND', `no target ${targetId} in the published run`);
  return report;
}

/** The id of the target in the case the run writes it in; null where it was asked for so. */
async function idElsewhere(run: ServedRun, asked: string): Promise<string | null> {
  return (await run.find(targetDocument(asked))) === null ? targetIdIn(run, asked) : null;
}

async function makePage(run: ServedRun, targetId: string, shown: readonly ScenarioReport[] | null) {
  const report = await readTarget(run, targetId);
  const index = await readDocument(run, indexDocument, indexReportSchema);
  return made(targetPage(withShown(report, shown), index?.title ?? '', run.unconfirmedSince));
}

export function targetPageRoute(app: FastifyInstance, { published, shownScenarios }: RouteDeps): void {
  app
    .withTypeProvider<ZodTypeProvider>()
    .get(
      '/targets/:id',
      { schema: { hide: true, params: z.object({ id: identifier }) } },
      async ({ params }, reply) => {
        const run = await published.current();
        const id = await idElsewhere(run, params.id);
        if (id !== null) return reply.redirect(`/targets/${encodeURIComponent(id)}`, 308);
        const shown = await shownScenarios(params.id);
        const asked = shown?.map(({ id, vintage }) => `${id} ${vintage.asOf} ${vintage.dataVersion}`).join();
        const key = `/targets/${params.id} ${run.unconfirmedSince ?? ''} ${asked ?? 'as published'}`;
        return sendPage(reply, await run.remember(key, () => makePage(run, params.id, shown)), run);
      },
    );
}

export function urduTargetPageRoute(app: FastifyInstance, { published }: RouteDeps): void {
  app
    .withTypeProvider<ZodTypeProvider>()
    .get(
      '/ur/targets/:id',
      { schema: { hide: true, params: z.object({ id: identifier }) } },
      async ({ params }, reply) => {
        const run = await published.current();
        const id = await idElsewhere(run, params.id);
        if (id !== null) return reply.redirect(`/ur/targets/${encodeURIComponent(id)}`, 308);
        const key = `/ur/targets/${params.id} ${run.unconfirmedSince ?? ''}`;
        const make = async () => made(urduTargetPage(await readTarget(run, params.id), run.unconfirmedSince));
        return sendPage(reply, await run.remember(key, make), run);
      },
    );
}
