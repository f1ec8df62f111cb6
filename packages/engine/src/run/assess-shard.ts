import { CodedError } from '@hadaf/platform';
import { getRun, insertAssessment, listRunShards, listTargets, type Run, type TargetVersion } from '@hadaf/store';
import { assessOne } from '../assess/assess-one.ts';
import type { EngineDeps } from '../engine-deps.ts';
import { type Ledger, planOf, progressOf, readLedger, seriesOf, variantsOf } from './evidence.ts';
import {
  forecastThrough,
  lastDueYear,
  type MadeForecast,
  storeForecast,
  yearsBeyondDue,
} from './forecast-series-of.ts';

async function targetsOfShard(deps: EngineDeps, run: Run, shard: number): Promise<TargetVersion[]> {
  const own = (await listRunShards(deps.db, run.id)).find((candidate) => candidate.shard === shard);
  if (!own) throw new CodedError('RUN_NOT_FOUND', `run ${run.id} has no shard ${shard}`);
  const wanted = new Set(own.targetIds);
  return (await listTargets(deps.db, run.packId)).filter(({ target }) => wanted.has(target.id));
}

/** One forecast a series, far enough for every target that it measures. */
async function forecastAll(deps: EngineDeps, ledger: Ledger, targets: readonly TargetVersion[]) {
  const made = [...ledger.series].map(async ([id, series]) => {
    const own = targets.map(({ target }) => target).filter(({ measure }) => measure?.indicatorId === id);
    const through = lastDueYear(series, own);
    return [id, through === null ? null : await forecastThrough(deps, series, through + yearsBeyondDue)] as const;
  });
  return new Map(await Promise.all(made));
}

/** Writes a shard's forecasts and assessments, all or none of them. */
async function storeShard(
  deps: EngineDeps,
  run: Run,
  ledger: Ledger,
  found: {
    readonly targets: readonly TargetVersion[];
    readonly forecasts: ReadonlyMap<string, MadeForecast | null>;
  },
): Promise<void> {
  await deps.db.transaction().execute(async (db) => {
    const forecastIds = new Map<string, string>();
    for (const [id, made] of found.forecasts) {
      const series = ledger.series.get(id);
      if (made && series) forecastIds.set(id, await storeForecast({ db }, run, series, made));
    }
    for (const { target, version } of found.targets) {
      const measured = target.measure?.indicatorId ?? '';
      const assessment = assessOne({
        target,
        plan: planOf(ledger, target, found.targets),
        series: seriesOf(ledger, target),
        variants: variantsOf(ledger, target),
        progress: progressOf(ledger, target),
        claims: ledger.claims,
        annual: found.forecasts.get(measured)?.annual ?? null,
        documents: ledger.documents,
        asOf: run.asOf,
      });
      await insertAssessment(db, run.id, {
        targetId: target.id,
        targetVersion: version,
        vintage: run.asOf,
        configHash: run.configHash,
        status: assessment.report.status,
        reason: assessment.report.reason,
        probability: assessment.report.probability,
        forecastId: forecastIds.get(measured) ?? null,
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
