import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { CodedError } from '@hadaf/platform';
import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';

export interface NewScenario {
  readonly packId: string;
  readonly targetId: string;
  readonly name: string;
  readonly specification: unknown;
  readonly createdBy: string;
}

/** A what-if question somebody saved. It is never changed: another question is another scenario. */
export interface StoredScenario extends NewScenario {
  readonly id: string;
  readonly recordedAt: string;
  /** Null while it stands. */
  readonly deletedBy: string | null;
  readonly deletedAt: string | null;
}

function selectScenarios(db: Db) {
  return db
    .selectFrom('scenario')
    .leftJoin('scenario_deletion', 'scenario_deletion.scenario_id', 'scenario.id')
    .select(['scenario.id', 'pack_id as packId', 'target_id as targetId', 'name', 'specification'])
    .select(['created_by as createdBy', 'scenario.recorded_at as recordedAt'])
    .select(['deleted_by as deletedBy', 'scenario_deletion.recorded_at as deletedAt']);
}

/**
 * Saves a scenario; saving the same question under the same name again finds it.
 *
 * @throws CodedError SCENARIO_CONFLICT when the name stands for another question about the target
 */
export async function insertScenario(db: Db, scenario: NewScenario): Promise<StoredScenario> {
  const { packId, targetId, name, specification, createdBy } = scenario;
  await sql`
    insert into scenario (id, pack_id, target_id, name, generation, specification, created_by)
    select ${randomUUID()}::uuid, ${packId}, ${targetId}, ${name}, 1 + (
      select count(*) from scenario s join scenario_deletion d on d.scenario_id = s.id
      where s.pack_id = ${packId} and s.target_id = ${targetId} and s.name = ${name}
    ), ${JSON.stringify(specification)}::jsonb, ${createdBy}
    on conflict (pack_id, target_id, name, generation) do nothing`.execute(db);
  const stored = await selectScenarios(db)
    .where('pack_id', '=', packId)
    .where('target_id', '=', targetId)
    .where('name', '=', name)
    .orderBy('generation', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  // As the database keeps it: what JSON cannot say, such as a key without a value, is no difference.
  if (isDeepStrictEqual(stored.specification, JSON.parse(JSON.stringify(specification)))) return stored;
  const message = `“${name}” of ${targetId} already asks something else; delete it first, or choose another name`;
  throw new CodedError('SCENARIO_CONFLICT', message);
}

/** A saved scenario, deleted or not. */
export async function findStoredScenario(db: Db, id: string): Promise<StoredScenario | undefined> {
  return selectScenarios(db).where('scenario.id', '=', id).executeTakeFirst();
}

/** Saved scenarios of a pack, oldest first; people save tens. */
export async function listStoredScenarios(
  db: Db,
  { packId, withDeleted = false }: { packId: string; withDeleted?: boolean },
): Promise<StoredScenario[]> {
  const all = selectScenarios(db).where('pack_id', '=', packId).orderBy('scenario.recorded_at').orderBy('scenario.id');
  return (withDeleted ? all : all.where('deleted_by', 'is', null)).execute();
}

/** Records that a scenario is no longer wanted; it, its answers and who deleted it stay on record. Twice changes nothing. */
export async function deleteScenario(db: Db, id: string, deletedBy: string): Promise<void> {
  await db
    .insertInto('scenario_deletion')
    .values({ scenario_id: id, deleted_by: deletedBy })
    .onConflict((conflict) => conflict.column('scenario_id').doNothing())
    .execute();
}
