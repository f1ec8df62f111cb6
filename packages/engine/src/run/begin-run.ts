import { CodedError } from '@hadaf/platform';
import type { IsoDate } from '@hadaf/series';
import {
  createRun,
  findDataVersion,
  insertRunShards,
  listRunShards,
  listSchedules,
  listTargets,
  type Run,
  setRunProgress,
  startRun,
} from '@hadaf/store';
import { z } from 'zod';
import { configHash } from '../config-hash.ts';
import type { EngineDeps } from '../engine-deps.ts';
import { divideIntoShards } from './shards.ts';

/** The stage of a run that people wait for. */
export const fitStage = 'fit';

/** What the row of a schedule says about the run it asks for. */
const schedulePayload = z.object({ packId: z.string() });

interface Slot {
  readonly scheduleId: string;
  readonly slot: string;
  readonly asOf: IsoDate;
}

async function packOf(deps: EngineDeps, scheduleId: string) {
  const schedule = (await listSchedules(deps.db)).find(({ id }) => id === scheduleId);
  if (!schedule) throw new CodedError('RUN_FAILED', `no schedule ${scheduleId}`);
  const { packId } = schedulePayload.parse(schedule.payload);
  const dataVersion = await findDataVersion(deps.db, packId);
  if (dataVersion === undefined)
    throw new CodedError('PACK_NOT_FOUND', `schedule ${scheduleId} names pack ${packId}, which is not loaded`);
  return { packId, dataVersion };
}

/** The run of a slot, made if there is none: its key is the slot's. */
export async function runOfSlot(deps: EngineDeps, { scheduleId, slot, asOf }: Slot): Promise<Run> {
  const { packId, dataVersion } = await packOf(deps, scheduleId);
  const { run } = await createRun(deps.db, {
    key: `${scheduleId}_${slot}`,
    packId,
    trigger: 'schedule',
    asOf,
    configHash: configHash(deps, dataVersion),
  });
  return run;
}

/** Starts the run of a slot and divides its targets; calling it again finds the same run and the same shards. */
export async function beginRun(deps: EngineDeps, slot: Slot): Promise<{ runId: string; shards: number[] }> {
  const run = await runOfSlot(deps, slot);
  const targets = await listTargets(deps.db, run.packId);
  const known = targets.filter(({ target }) => target.knownBy <= run.asOf).map(({ target }) => target);
  await deps.db.transaction().execute(async (transaction) => {
    await insertRunShards(transaction, run.id, divideIntoShards(known));
    await startRun(transaction, run.id);
  });
  const shards = await listRunShards(deps.db, run.id);
  await setRunProgress(deps.db, run.id, {
    stage: fitStage,
    done: 0,
    total: shards.length,
  });
  deps.log.info({
    event: 'run.begun',
    runId: run.id,
    asOf: run.asOf,
    targets: known.length,
    shards: shards.length,
  });
  return { runId: run.id, shards: shards.map(({ shard }) => shard) };
}
