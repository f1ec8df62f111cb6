import {
  findPack,
  findPublication,
  findRun,
  finishRun,
  getRun,
  insertPublishedDocuments,
  listAlerts,
  listAssessments,
  publishRun as movePointer,
  type Run,
} from '@hadaf/store';
import { urduSpeaker } from '@hadaf/targets';
import type { TargetAssessment } from '../assess/target-assessment.ts';
import type { EngineDeps } from '../engine-deps.ts';
import { claimsPath, composeClaims, conflictsPath } from '../ledger/compose-claims.ts';
import { composeVariants } from '../ledger/compose-variants.ts';
import { composeIndicators } from '../months/compose-indicators.ts';
import { archiveRun } from '../track-record/archive-run.ts';
import { composeIndex, composeReport, documentOf, indexPath } from './compose-reports.ts';
import { raiseAlerts } from './raise-alerts.ts';

const alertsShown = 200;

/** A run that was asked for before the published one does not take its place. */
async function isNewest(db: EngineDeps['db'], run: Run): Promise<boolean> {
  const published = await findPublication(db, run.packId);
  const shown = published ? await findRun(db, published.runId) : undefined;
  return shown === undefined || shown.createdAt <= run.createdAt;
}

/**
 * Publishes a finished run: its alerts, its documents and the pointer that readers follow, in one transaction. Readers
 * see all of it or none.
 */
export async function publishRun(deps: EngineDeps, runId: string): Promise<{ alertIds: string[] }> {
  const alertIds = await deps.db.transaction().execute(async (db) => {
    const run = await getRun(db, runId);
    const found = await listAssessments(db, runId);
    const raised = await raiseAlerts(db, run, found);
    const alerts = await listAlerts(db, { limit: alertsShown });
    // The engine wrote these details itself; reporting checks them again before anybody sees them.
    const say = urduSpeaker();
    const reports = found.map(({ detail }) => composeReport(run, (detail as TargetAssessment).report, alerts, say));
    const title = (await findPack(db, run.packId))?.title ?? run.packId;
    const said = await composeClaims(db, run, title);
    const record = await archiveRun(db, deps, run, found);
    await insertPublishedDocuments(db, runId, [
      documentOf(indexPath, { ...composeIndex(run, title, reports, say), record }),
      ...reports.map((report) => documentOf(`${indexPath}/${report.targetId}`, report)),
      ...(await composeVariants(db, run, title)),
      documentOf(claimsPath, said.claims),
      documentOf(conflictsPath, said.conflicts),
      ...(await composeIndicators(db, run, title)),
    ]);
    if (await isNewest(db, run)) await movePointer(db, run.packId, runId);
    await finishRun(db, runId);
    return raised;
  });
  deps.log.info({ event: 'run.published', runId, alerts: alertIds.length });
  return { alertIds: deps.postsAlerts ? alertIds : [] };
}
