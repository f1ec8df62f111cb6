import { CodedError } from '@hadaf/platform';
import {
  type Db,
  findDataVersion,
  findLedgerMark,
  getRun,
  insertAssessment,
  insertScenarioAnswer,
  listRunShards,
  listTargets,
  type Run,
  type TargetVersion,
} from '@hadaf/store';
import type { ForecastSettings } from '../assess/annual-forecast.ts';
import { calibratedSettings } from '../calibration/calibrated.ts';
import { configHash } from '../config-hash.ts';
import type { EngineDeps } from '../engine-deps.ts';
import { answerKey, answerScenarios } from '../scenario/answer-scenarios.ts';
import { readShelf, type ScenarioShelf } from '../scenario/read-scenarios.ts';
import type { ScenarioReport } from '../scenario/scenario-report.ts';
import { assessFromLedger, type Forecasts, forecastAll, withScenarios } from './assess-ledger.ts';
import { type Ledger, readLedger } from './evidence.ts';
import { explainShard } from './explain-shard.ts';
import { storeForecast } from './forecast-series-of.ts';

async function targetsOfShard(db: Db, run: Run, shard: number): Promise<TargetVersion[]> {
  const own = (await listRunShards(db, run.id)).find((candidate) => candidate.shard === shard);
  if (!own) throw new CodedError('RUN_NOT_FOUND', `run ${run.id} has no shard ${shard}`);
  const wanted = new Set(own.targetIds);
  return (await listTargets(db, run.packId)).filter(({ target }) => wanted.has(target.id));
}

/** What a shard rests on, in one snapshot: its results are labelled with the very data they were made from. */
interface ShardData {
  readonly targets: readonly TargetVersion[];
  readonly ledger: Ledger;
  readonly settings: ForecastSettings;
  readonly shelf: ScenarioShelf;
  readonly dataVersion: string;
  /** The run's own hash, unless the ledger has changed since the run began. */
  readonly configHash: string;
  readonly ledgerMark: string;
}

async function readShard(deps: EngineDeps, run: Run, shard: number): Promise<ShardData> {
  const snapshot = deps.db.transaction().setIsolationLevel('repeatable read');
  return snapshot.execute(async (db) => {
    const targets = await targetsOfShard(db, run, shard);
    const dataVersion = await findDataVersion(db, run.packId);
    const ledger = await readLedger({ db }, targets, run.asOf);
    return {
      targets,
      ledger,
      settings: await calibratedSettings(deps, db, run),
      shelf: await readShelf(db, run.packId, ledger),
      dataVersion: dataVersion ?? '',
      configHash: dataVersion === undefined ? run.configHash : configHash(deps, dataVersion),
      ledgerMark: await findLedgerMark(db),
    };
  });
}

/** What was computed of a shard beside its assessments. */
interface ShardResults {
  readonly forecasts: Forecasts;
  readonly scenarios: readonly ScenarioReport[];
}

/** Writes a shard's forecasts, scenarios and assessments, all or none of them. */
async function storeShard(
  deps: EngineDeps,
  run: Run,
  { targets, ledger, configHash: dataHash, ledgerMark }: ShardData,
  { forecasts, scenarios }: ShardResults,
): Promise<void> {
  await deps.db.transaction().execute(async (db) => {
    const forecastIds = new Map<string, string>();
    for (const [id, made] of forecasts) {
      const series = ledger.series.get(id);
      if (made && series)
        forecastIds.set(id, await storeForecast({ db }, { id: run.id, configHash: dataHash }, series, made));
    }
    for (const answer of scenarios) await insertScenarioAnswer(db, answerKey(deps, answer), JSON.stringify(answer));
    for (const version of targets) {
      const assessment = withScenarios(assessFromLedger(ledger, version, targets, forecasts), scenarios);
      const { target } = version;
      await insertAssessment(db, run.id, {
        targetId: target.id,
        targetVersion: version.version,
        vintage: run.asOf,
        configHash: dataHash,
        status: assessment.report.status,
        reason: assessment.report.reason,
        probability: assessment.report.probability,
        forecastId: forecastIds.get(target.measure?.indicatorId ?? '') ?? null,
        detail: assessment,
        provenance: { codeVersion: deps.codeVersion, settings: deps.settings, ledgerMark },
      });
    }
  });
}

/** Forecasts the series of a shard, assesses its targets and says why their numbers moved since the run before. A second delivery stores nothing new. */
export async function assessShard(deps: EngineDeps, { runId, shard }: { runId: string; shard: number }): Promise<void> {
  const run = await getRun(deps.db, runId);
  const data = await readShard(deps, run, shard);
  const forecasts = await forecastAll({ ...deps, settings: data.settings }, data.ledger, data.targets);
  const scenarios = await answerScenarios(deps, { ...data, forecasts });
  await storeShard(deps, run, data, { forecasts, scenarios });
  await explainShard(deps, run, data.targets);
  deps.log.info({
    event: 'shard.assessed',
    runId,
    shard,
    targets: data.targets.length,
  });
}
