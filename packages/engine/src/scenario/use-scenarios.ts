import { scenarioSpecification } from '@hadaf/packs';
import { CodedError } from '@hadaf/platform';
import type { IsoDate } from '@hadaf/series';
import {
  type Db,
  findDataVersion,
  findScenarioAnswer,
  findStoredScenario,
  findTarget,
  insertScenario,
  insertScenarioAnswer,
  listPacks,
  listTargets,
  deleteScenario as markDeleted,
  type StoredScenario,
  type TargetVersion,
} from '@hadaf/store';
import { z } from 'zod';
import { calibratedSettings } from '../calibration/calibrated.ts';
import { configHash } from '../config-hash.ts';
import type { EngineDeps } from '../engine-deps.ts';
import { forecastAll } from '../run/assess-ledger.ts';
import { type Ledger, readLedger } from '../run/evidence.ts';
import { type AnswerGround, answerKey, evidenceOf } from './answer-scenarios.ts';
import { evaluateScenario } from './evaluate-scenario.ts';
import { listScenarios, readShelf, type ScenarioShelf } from './read-scenarios.ts';
import type { Scenario, ScenarioReport } from './scenario-report.ts';
import { standingForecasts } from './standing-forecast.ts';

/** A scenario to save. */
export const scenarioRequest = z.strictObject({
  targetId: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(120),
  assume: scenarioSpecification,
});

export type ScenarioRequest = z.infer<typeof scenarioRequest>;

/** A scenario's target with all that its answer rests on, read in one snapshot. */
interface Known {
  readonly version: TargetVersion;
  readonly targets: readonly TargetVersion[];
  readonly ledger: Ledger;
  readonly shelf: ScenarioShelf;
  readonly dataVersion: string;
}

async function readKnown(db: Db, targetId: string, asOf: IsoDate): Promise<Known> {
  const snapshot = db.transaction().setIsolationLevel('repeatable read');
  return snapshot.execute(async (transaction) => {
    const version = await findTarget(transaction, targetId);
    if (!version) throw new CodedError('TARGET_NOT_FOUND', `no target ${targetId}`);
    const measure = version.target.measure?.indicatorId;
    // All targets of its series: a run forecasts as far as the last of them needs, and so does an answer.
    const targets = (await listTargets(transaction, version.packId)).filter(
      ({ target }) =>
        target.knownBy <= asOf &&
        (target.id === version.target.id || (measure && target.measure?.indicatorId === measure)),
    );
    const ledger = await readLedger({ db: transaction }, targets, asOf);
    const shelf = await readShelf(transaction, version.packId, ledger);
    const dataVersion = (await findDataVersion(transaction, version.packId)) ?? '';
    return { version, targets, ledger, shelf, dataVersion };
  });
}

/**
 * Saves a what-if question once it is certain that it can be read: what it names exists, its lines lie ahead, its formula
 * is one. What only a forecast can tell is told by the answer.
 *
 * @throws CodedError TARGET_NOT_FOUND; SCENARIO_INVALID with the reason; SCENARIO_CONFLICT when its name is taken
 */
export async function saveScenario(
  deps: Pick<EngineDeps, 'db' | 'settings'> & { readonly today: () => IsoDate },
  { targetId: asked, name, assume }: ScenarioRequest,
  by: string,
): Promise<StoredScenario> {
  const known = await readKnown(deps.db, asked, deps.today());
  const targetId = known.version.target.id;
  const draft = { id: 'draft', targetId, name, specification: assume, origin: 'person', by } as const;
  const ground: AnswerGround = { ...known, forecasts: standingForecasts(known.ledger) };
  const evidence = evidenceOf({ settings: deps.settings, codeVersion: 'draft' }, ground, known.version);
  const { reason } = await evaluateScenario({ ...draft, note: '', documentId: null, savedOn: null }, evidence);
  if (reason !== null) throw new CodedError('SCENARIO_INVALID', `a scenario of ${targetId} cannot be made: ${reason}`);
  const { packId } = known.version;
  const taken = (await listScenarios(deps.db, packId)).find(
    (one) => one.origin === 'pack' && one.targetId === targetId && one.name === name,
  );
  if (taken)
    throw new CodedError('SCENARIO_CONFLICT', `“${name}” of ${targetId} is the pack’s own; choose another name`);
  return insertScenario(deps.db, { packId, targetId, name, specification: assume, createdBy: by });
}

const isNamed = ({ id, targetId, name }: Scenario, reference: string): boolean =>
  id === reference || (reference.endsWith(`/${name}`) && isSameId(reference.slice(0, -name.length - 1), targetId));

const isSameId = (asked: string, id: string): boolean => asked.toLowerCase() === id.toLowerCase();

/**
 * A scenario that stands, by its id, or by its target and name: `T01/faster`.
 *
 * @throws CodedError SCENARIO_NOT_FOUND
 */
export async function getScenario(db: Db, reference: string): Promise<Scenario> {
  for (const { id } of await listPacks(db)) {
    const found = (await listScenarios(db, id)).find((one) => isNamed(one, reference));
    if (found) return found;
  }
  throw new CodedError('SCENARIO_NOT_FOUND', `no scenario ${reference}`);
}

/** Answers a scenario from what is known today; the answer is kept, and given again byte by byte. */
export async function answerScenario(deps: EngineDeps, scenarioId: string): Promise<ScenarioReport> {
  const scenario = await getScenario(deps.db, scenarioId);
  const asOf = deps.today();
  const known = await readKnown(deps.db, scenario.targetId, asOf);
  if (known.version.target.knownBy > asOf) {
    throw new CodedError('TARGET_NOT_FOUND', `no target ${scenario.targetId} was known on ${asOf}`);
  }
  const key = {
    ...{ scenarioId: scenario.id, specification: scenario.specification, vintage: asOf },
    configHash: configHash(deps, known.dataVersion),
  };
  const before = await findScenarioAnswer(deps.db, key);
  if (before !== undefined) return JSON.parse(before);
  const settings = await calibratedSettings(deps, deps.db, { packId: known.version.packId, asOf });
  const ground = { ...known, forecasts: await forecastAll({ ...deps, settings }, known.ledger, known.targets) };
  const report = await evaluateScenario(scenario, evidenceOf(deps, ground, known.version));
  await insertScenarioAnswer(deps.db, answerKey(deps, report), JSON.stringify(report));
  return report;
}

/**
 * Records that a person's scenario is no longer wanted. It and its answers stay on record.
 *
 * @throws CodedError SCENARIO_NOT_FOUND; SCENARIO_INVALID for a pack's own
 */
export async function deleteScenario(db: Db, reference: string, by: string): Promise<Scenario> {
  const scenario = await getScenario(db, reference);
  if (scenario.origin === 'pack') {
    const message = `${scenario.id} is stated by its pack; remove it from pack.yaml instead`;
    throw new CodedError('SCENARIO_INVALID', message);
  }
  if (!(await findStoredScenario(db, scenario.id))) {
    throw new CodedError('SCENARIO_NOT_FOUND', `no scenario ${reference}`);
  }
  await markDeleted(db, scenario.id, by);
  return scenario;
}
