import type { IsoDate, SourceDocument } from '@hadaf/series';
import {
  type Db,
  listDocuments,
  listPackItems,
  listStoredScenarios,
  listTargets,
  type StoredScenario,
} from '@hadaf/store';
import type { StatedScenario, Target } from '@hadaf/targets';
import type { Scenario } from './scenario-report.ts';

/** A pack's own scenario, under an id that names it everywhere: in addresses, in the terminal. */
function statedScenario(packId: string, stated: StatedScenario): Scenario {
  const { id, targetId, name, documentId, note, specification } = stated;
  const about = { targetId, name, note, specification, documentId };
  return { id: `${packId}.${id}`, ...about, origin: 'pack', by: packId, savedOn: null };
}

/** A person's scenario as the use-cases read it. */
export function savedScenario(stored: StoredScenario): Scenario {
  const { id, targetId, name, specification, createdBy, recordedAt } = stored;
  return {
    ...{ id, targetId, name, note: '', documentId: null, savedOn: recordedAt.slice(0, 10) },
    origin: 'person',
    by: createdBy,
    // The engine checked it before it was saved.
    specification: specification as Scenario['specification'],
  };
}

/** Every scenario of a pack that stands: its own in its order, then those that people saved, oldest first. */
export async function listScenarios(db: Db, packId: string): Promise<Scenario[]> {
  // The engine stored these itself, from a pack it had checked.
  const stated = (await listPackItems(db, 'pack_scenario', packId)) as StatedScenario[];
  const saved = await listStoredScenarios(db, { packId });
  return [...stated.map((one) => statedScenario(packId, one)), ...saved.map(savedScenario)];
}

/** Scenarios with the documents they take their words from. */
export interface ScenarioShelf {
  readonly scenarios: readonly Scenario[];
  readonly documents: ReadonlyMap<string, SourceDocument>;
}

/** The scenarios of a pack that could be asked on a day: of public claims and documents, or saved by then. */
export async function readShelf(
  db: Db,
  packId: string,
  { asOf, claims }: { readonly asOf: IsoDate; readonly claims: readonly Target[] },
): Promise<ScenarioShelf> {
  const all = await listScenarios(db, packId);
  const documents = await documentsOf(db, all);
  const known = new Set(claims.map(({ id }) => id));
  const isAskable = ({ documentId, savedOn, specification }: Scenario) =>
    (savedOn ?? asOf) <= asOf &&
    namedClaims(specification).every((id) => known.has(id)) &&
    (documents.get(documentId ?? '')?.publishedOn ?? asOf) <= asOf;
  return { scenarios: all.filter(isAskable), documents };
}

/** The scenarios that stand now and could be asked on a day, of targets known by then. */
export async function listScenariosOn(db: Db, packId: string, asOf: IsoDate): Promise<Scenario[]> {
  const claims = (await listTargets(db, packId)).map(({ target }) => target).filter(({ knownBy }) => knownBy <= asOf);
  const known = new Set(claims.map(({ id }) => id));
  const { scenarios } = await readShelf(db, packId, { asOf, claims });
  return scenarios.filter(({ targetId }) => known.has(targetId));
}

function namedClaims({ lines = [] }: Scenario['specification']): string[] {
  return lines.flatMap((line) => ('effect' in line ? [line.effect, line.opening] : []));
}

async function documentsOf(db: Db, scenarios: readonly Scenario[]): Promise<Map<string, SourceDocument>> {
  const documents = await listDocuments(
    db,
    scenarios.flatMap(({ documentId }) => documentId ?? []),
  );
  return new Map(documents.map((document) => [document.id, document]));
}
