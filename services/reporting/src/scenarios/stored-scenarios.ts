import {
  deleteScenario,
  forecastSettings,
  getScenario,
  listScenarios,
  type Scenario,
  saveScenario,
} from '@hadaf/engine';
import { dayInZone } from '@hadaf/platform';
import {
  type Db,
  explainStoreError,
  findPack,
  findTarget,
  insertProjection,
  listNewestAnswers,
  listPacks,
} from '@hadaf/store';
import { scenarioReportSchema } from '../published/scenario-schema.ts';
import type { AskedScenario, Scenarios } from './scenarios.ts';

async function withAnswers(db: Db, scenarios: readonly Scenario[]): Promise<AskedScenario[]> {
  const bodies = await listNewestAnswers(
    db,
    scenarios.map(({ id }) => id),
  );
  return scenarios.map((scenario) => {
    const body = bodies.get(scenario.id);
    const parsed = body === undefined ? null : scenarioReportSchema.safeParse(JSON.parse(body));
    // An answer of older code may have another form; a run or a new question gives a newer one.
    return { scenario, answer: parsed?.success ? parsed.data : null };
  });
}

/** The pack in which a target is; undefined where no pack has it. */
async function packOf(db: Db, targetId: string) {
  const version = await findTarget(db, targetId);
  return version && (await findPack(db, version.packId));
}

/** Scenarios of the store; `enqueue` hands a stored projection to the queue. */
export function storedScenarios(db: Db, enqueue: (projectionId: string) => Promise<void>): Scenarios {
  const asCoded = (thrown: unknown): never => {
    throw explainStoreError(thrown);
  };
  const list = async (targetId?: string) => {
    const version = targetId === undefined ? undefined : await findTarget(db, targetId);
    const packs = version ? [{ id: version.packId }] : await listPacks(db);
    const all = (await Promise.all(packs.map(({ id }) => listScenarios(db, id)))).flat();
    const named = version?.target.id ?? targetId;
    return withAnswers(db, named === undefined ? all : all.filter((scenario) => scenario.targetId === named));
  };
  return {
    async save(request, by) {
      const pack = await packOf(db, request.targetId).catch(asCoded);
      const today = () => dayInZone(new Date().toISOString(), pack?.schedule.zone ?? 'UTC');
      const { id } = await saveScenario({ db, settings: forecastSettings, today }, request, by).catch(asCoded);
      const projectionId = await insertProjection(db, { scenarioId: id }).catch(asCoded);
      await enqueue(projectionId);
      return { id, projectionId };
    },
    async get(id) {
      const [asked] = await withAnswers(db, [await getScenario(db, id)]).catch(asCoded);
      if (asked === undefined) throw new RangeError('withAnswers requires a scenario, got none');
      return asked;
    },
    list: (targetId) => list(targetId).catch(asCoded),
    async remove(id, by) {
      await deleteScenario(db, id, by).catch(asCoded);
    },
  };
}
