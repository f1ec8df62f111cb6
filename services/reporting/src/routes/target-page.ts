import type { ScenarioReport } from '@hadaf/engine';
import { CodedError } from '@hadaf/platform';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { identifier } from '../http/identifier.ts';
import { unknownTarget } from '../http/published-document.ts';
import { made, readDocument, sendPage } from '../http/published-page.ts';
import { dayQuery, onSameDay } from '../http/run-asked-for.ts';
import { dayView } from '../pages/day-view.ts';
import type { PageWords } from '../pages/page-words.ts';
import { targetPage } from '../pages/target-page.ts';
import { changeReportSchema } from '../published/change-schema.ts';
import { changeDocument, indexDocument, targetDocument } from '../published/document-path.ts';
import { targetIdIn } from '../published/find-target.ts';
import type { ServedRun } from '../published/published-cache.ts';
import { indexReportSchema, targetReportSchema } from '../published/report-schema.ts';
import { findRecord, type StandingRecord } from '../published/run-record.ts';
import type { RouteDeps } from '../reporting-deps.ts';
import { withShown } from '../scenarios/shown-scenarios.ts';

async function readTarget(run: ServedRun, targetId: string) {
  const report = await readDocument(run, targetDocument(targetId), targetReportSchema);
  if (report === null) throw new CodedError('TARGET_NOT_FOUND', unknownTarget(targetId, run));
  return report;
}

/** The id of the target in the case the run writes it in; null where it was asked for so. */
async function idElsewhere(run: ServedRun, asked: string): Promise<string | null> {
  const id = await targetIdIn(run, asked);
  return id === asked ? null : id;
}

/** The record as it stands; a page without it is still a page, with the store away too. */
async function recordOf(run: ServedRun): Promise<StandingRecord | null> {
  return findRecord(run).catch((error) => {
    if (error instanceof CodedError && error.code === 'INTERNAL') throw error;
    return null;
  });
}

/** What a target's page shows beside its report. */
interface Beside {
  readonly shown: readonly ScenarioReport[] | null;
  readonly record: StandingRecord | null;
}

async function makePage(run: ServedRun, targetId: string, { shown, record }: Beside, language: PageWords['language']) {
  const report = await readTarget(run, targetId);
  const change = await readDocument(run, changeDocument(targetId), changeReportSchema);
  const index = await readDocument(run, indexDocument, indexReportSchema);
  const parts = { report: withShown(report, shown), change, record };
  const page = targetPage(parts, index?.title ?? '', run.unconfirmedSince, language);
  return made(dayView(page, run.day));
}

/** Where a target's page is, in each language. */
const addresses = [
  ['en', '/targets'],
  ['ur', '/ur/targets'],
] as const;

export function targetPageRoute(app: FastifyInstance, deps: RouteDeps): void {
  for (const [language, address] of addresses) addPage(app, deps, language, address);
}

function addPage(
  app: FastifyInstance,
  { runAskedFor, shownScenarios }: RouteDeps,
  language: PageWords['language'],
  address: string,
): void {
  app
    .withTypeProvider<ZodTypeProvider>()
    .get(
      `${address}/:id`,
      { schema: { hide: true, params: z.object({ id: identifier }), querystring: dayQuery } },
      async (request, reply) => {
        const { params, query } = request;
        const run = await runAskedFor(request, reply, query);
        if (run === null) return reply;
        const id = await idElsewhere(run, params.id);
        if (id !== null) return reply.redirect(`${address}/${encodeURIComponent(id)}${onSameDay(query)}`, 308);
        // What was asked of scenarios since is no part of an earlier day.
        const shown = run.day === null ? await shownScenarios(params.id) : null;
        const asked = shown?.map(({ id: name, vintage }) => `${name} ${vintage.asOf} ${vintage.dataVersion}`).join();
        const record = await recordOf(run);
        const key = `${address}/${params.id} ${run.unconfirmedSince ?? ''} ${record?.document.etag} ${record?.isEarlier} ${asked ?? 'as published'}`;
        const make = () => makePage(run, params.id, { shown, record }, language);
        return sendPage(reply, await run.remember(key, make), run);
      },
    );
}
