import {
  deleteScenario,
  forecastSettings,
  getScenario,
  listScenarios,
  listScenariosOn,
  type Scenario,
  type ScenarioReport,
  saveScenario,
} from '@hadaf/engine';
import { CodedError, type Config } from '@hadaf/platform';
import { listPacks, listStoredScenarios } from '@hadaf/store';
import Table from 'cli-table3';
import { answerHere } from '../answered-here.ts';
import { clockOf, readAsOf } from '../as-of.ts';
import { authorOf } from '../author.ts';
import { targetIdOf } from '../known-ids.ts';
import { type Session, withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';
import { scenarioLines, scenarioTable } from '../terminal/scenario-tables.ts';
import { type ScenarioSettings, scenarioRequestOf } from './scenario-settings.ts';

interface Printed {
  readonly json?: boolean;
}

/** What reads scenarios may read them as of a day. */
interface Read extends Printed {
  readonly asOf?: string;
}

async function answersTo(
  session: Session,
  scenarios: readonly Scenario[],
  written?: string,
): Promise<ScenarioReport[]> {
  const asOf = written === undefined ? {} : { asOf: await readAsOf(session.store.db, written) };
  return answerHere<ScenarioReport>(
    session,
    scenarios.map(({ id }) => ({ scenarioId: id, ...asOf })),
  );
}

/** `hadaf scenario new <target> <name>`: saves a what-if question and answers it. */
export async function newScenario(
  config: Config,
  [targetId, name]: readonly [string, string],
  options: ScenarioSettings & Printed & { by?: string },
): Promise<void> {
  const request = scenarioRequestOf(targetId, name, options);
  await withSession(config, async (session) => {
    const { db } = session.store;
    const today = await clockOf(db);
    const saved = await saveScenario({ db, settings: forecastSettings, today }, request, authorOf(options.by));
    const [report] = await answersTo(session, [await getScenario(db, saved.id)]);
    if (!report) throw new CodedError('INTERNAL', `scenario ${saved.id} was saved and not answered`);
    if (options.json) printer.json(report);
    else printer.data(scenarioLines(report));
  });
}

async function scenariosOf(
  { store: { db } }: Session,
  targetId: string | undefined,
  asOf?: string,
): Promise<Scenario[]> {
  const packs = await listPacks(db);
  const day = asOf === undefined ? undefined : await readAsOf(db, asOf);
  const list = (packId: string) => (day === undefined ? listScenarios(db, packId) : listScenariosOn(db, packId, day));
  const all = (await Promise.all(packs.map(({ id }) => list(id)))).flat();
  return targetId === undefined ? all : all.filter((scenario) => scenario.targetId === targetId);
}

/** `hadaf scenario list [target]`: what was saved, by whom; deleted ones with `--deleted`. */
export async function listSaved(
  config: Config,
  asked: string | undefined,
  { json, deleted, asOf }: Read & { deleted?: boolean },
): Promise<void> {
  await withSession(config, async (session) => {
    const targetId = asked === undefined ? undefined : await targetIdOf(session.store.db, asked);
    const standing = await scenariosOf(session, targetId, asOf);
    const packs = deleted ? await listPacks(session.store.db) : [];
    const stored = await Promise.all(
      packs.map(({ id }) => listStoredScenarios(session.store.db, { packId: id, withDeleted: true })),
    );
    const gone = stored
      .flat()
      .filter((one) => one.deletedBy !== null && (targetId === undefined || one.targetId === targetId));
    if (json) return printer.json(deleted ? [...standing, ...gone] : standing);
    const table = new Table({ head: ['Target', 'Name', 'By', 'Id'], style: { head: [], border: [] }, wordWrap: true });
    for (const { targetId: target, name, by, id } of standing) table.push([target, name, by, id]);
    for (const { targetId: target, name, createdBy, id, deletedBy, deletedAt } of gone) {
      table.push([target, name, `${createdBy}; deleted by ${deletedBy} on ${deletedAt?.slice(0, 10)}`, id]);
    }
    printer.data(table.toString());
  });
}

/** `hadaf scenario show <scenario>`: one, answered from what is known today, or was on a day. */
export async function showScenario(config: Config, reference: string, { json, asOf }: Read): Promise<void> {
  await withSession(config, async (session) => {
    const [report] = await answersTo(session, [await getScenario(session.store.db, reference)], asOf);
    if (json) printer.json(report);
    else if (report) printer.data(scenarioLines(report));
  });
}

/** `hadaf scenario compare <target>`: all scenarios of a target, or those named, beside the forecast. */
export async function compareScenarios(
  config: Config,
  [asked, references]: readonly [string, readonly string[]],
  { json, asOf }: Read,
): Promise<void> {
  await withSession(config, async (session) => {
    const targetId = await targetIdOf(session.store.db, asked);
    const own = await scenariosOf(session, targetId, asOf);
    const chosen = references.length === 0 ? own : await namedOf(session, targetId, references);
    if (chosen.length === 0) {
      throw new CodedError('SCENARIO_NOT_FOUND', `${targetId} has no scenario; make one with: hadaf scenario new`);
    }
    const reports = await answersTo(session, chosen, asOf);
    if (json) printer.json(reports);
    else printer.data(scenarioTable(reports));
  });
}

async function namedOf(
  { store: { db } }: Session,
  targetId: string,
  references: readonly string[],
): Promise<Scenario[]> {
  const found: Scenario[] = [];
  for (const reference of references) {
    const own = await getScenario(db, `${targetId}/${reference}`).catch((error: unknown) => {
      if (error instanceof CodedError && error.code === 'SCENARIO_NOT_FOUND') return getScenario(db, reference);
      throw error;
    });
    if (own.targetId !== targetId) {
      throw new CodedError('REQUEST_INVALID', `“${own.name}” is about ${own.targetId}, not ${targetId}`);
    }
    found.push(own);
  }
  return found;
}

/** `hadaf scenario delete <scenario>`: it is no longer asked; it and its answers stay on record. */
export async function removeScenario(
  config: Config,
  reference: string,
  options: Printed & { by?: string },
): Promise<void> {
  await withSession(config, async ({ store }) => {
    const gone = await deleteScenario(store.db, reference, authorOf(options.by));
    if (options.json) printer.json(gone);
    else printer.data(`“${gone.name}” of ${gone.targetId} is deleted; its answers stay on record under ${gone.id}`);
  });
}
