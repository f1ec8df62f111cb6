import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';
import { contentHash } from '../ledger/content-hash.ts';

/** What decides an answer: the question, the day whose knowledge it uses, and code, settings and data. */
export interface ScenarioAnswerKey {
  readonly scenarioId: string;
  readonly specification: unknown;
  readonly vintage: string;
  readonly configHash: string;
}

const specificationHash = (specification: unknown): string => contentHash([specification]);

/** Keeps an answer; the first one of a key stays. */
export async function insertScenarioAnswer(db: Db, key: ScenarioAnswerKey, body: string): Promise<void> {
  const { scenarioId, specification, vintage, configHash } = key;
  await sql`
    insert into scenario_answer (scenario_id, specification_hash, vintage, config_hash, body)
    values (${scenarioId}, decode(${specificationHash(specification)}, 'hex'), ${vintage}, ${configHash}, ${body})
    on conflict do nothing`.execute(db);
}

/** The bytes of an answer given before. */
export async function findScenarioAnswer(db: Db, key: ScenarioAnswerKey): Promise<string | undefined> {
  const { scenarioId, specification, vintage, configHash } = key;
  const { rows } = await sql<{ body: string }>`
    select body from scenario_answer
    where scenario_id = ${scenarioId} and specification_hash = decode(${specificationHash(specification)}, 'hex')
      and vintage = ${vintage} and config_hash = ${configHash}`.execute(db);
  return rows[0]?.body;
}

/** The newest answer to each scenario, by its id. */
export async function listNewestAnswers(db: Db, scenarioIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ scenario_id: string; body: string }>`
    select distinct on (scenario_id) scenario_id, body from scenario_answer
    where scenario_id = any(${[...scenarioIds]}::text[])
    order by scenario_id, answered_at desc`.execute(db);
  return new Map(rows.map(({ scenario_id, body }) => [scenario_id, body]));
}
