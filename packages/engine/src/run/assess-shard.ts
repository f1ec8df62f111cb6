import { CodedError } from '@hadaf/platform';
import { getRun, insertAssessment, listRunShards, listTargets, type Run, type TargetVersion } from '@hadaf/store';
import type { EngineDeps } from '../engine-deps.ts';
import { assessFromLedger, type Forecasts, forecastAll } from './assess-ledger.ts';
import { type Ledger, readLedger } from './evidence.ts';
import { storeForecast } from './forecast-series-of.ts';

async function targetsOfShard(deps: EngineDeps, run: Run, shard: number): Promise<TargetVersion[]> {
  const own = (await listRunShards(deps.db, run.id)).find((candidate) => candidate.shard === shard);
  if (!own) throw new CodedError('RUN_NOT_FOUND', `run ${run.id} has no shard ${shard}`);
  const wanted = new Set(own.targetIds);
  return (await listTargets(deps.db, run.packId)).filter(({ target }) => wanted.has(target.id));
}

/** Writes a shard's forecasts and assessments, all or none of them. */
async function storeShard(
  deps: EngineDeps,
  run: Run,
  ledger: Ledger,
  found: {
    readonly targets: readonly TargetVersion[];
    readonly forecasts: Forecasts;
  },
): Promise<void> {
  await deps.db.transaction().execute(async (db) => {
    const forecastIds = new Map<string, string>();
    for (const [id, made] of found.forecasts) {
      const series = ledger.series.get(id);
      if (made && series) forecastIds.set(id, await storeForecast({ db }, run, series, made));
    }
    for (const version of found.targets) {
      const assessment = assessFromLedger(ledger, version, found.targets, found.forecasts);
      const { target } = version;
      await insertAssessment(db, run.id, {
        targetId: target.id,
        targetVersion: version.version,
        vintage: run.asOf,
        configHash: run.configHash,
        status: assessment.report.status,
        reason: assessment.report.reason,
        probability: assessment.report.probability,
        forecastId: forecastIds.get(target.measure?.indicatorId ?? '') ?? null,
        detail: assessment,
      });
    }
  });
}

/** Forecasts the series of a shard and assesses its targets. A second delivery stores nothing new. */
export async function assessShard(deps: EngineDeps, { runId, shard }: { runId: string; shard: number }): Promise<void> {
  const run = await getRun(deps.db, runId);
  const targets = await targetsOfShard(deps, run, shard);
  const ledger = await readLedger(deps, targets, run.asOf);
  const forecasts = await forecastAll(deps, ledger, targets);
  await storeShard(deps, run, ledger, { targets, forecasts });
  deps.log.info({
    event: 'shard.assessed',
    runId,
    shard,
    targets: targets.length,
  });
}
