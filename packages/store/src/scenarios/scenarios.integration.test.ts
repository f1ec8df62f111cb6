import { beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import { upsertPack } from '../ledger/packs.ts';
import { findScenarioAnswer, insertScenarioAnswer, listNewestAnswers } from './scenario-answers.ts';
import { deleteScenario, findStoredScenario, insertScenario, listStoredScenarios } from './scenarios.ts';

describe('scenarios', () => {
  const database = useTestDatabase();
  const asked = { packId: 'pk', targetId: 'T01', name: 'faster', specification: { growth: [25] }, createdBy: 'amina' };

  beforeAll(async () => {
    await upsertPack(database.db, { id: 'pk', title: 'Pakistan IT', contentHash: 'a' });
  });

  test('are saved once, and found again by the same name and question', async () => {
    const first = await insertScenario(database.db, asked);
    const again = await insertScenario(database.db, { ...asked, specification: { growth: [25], cap: undefined } });
    expect(again.id).toBe(first.id);
    expect(first).toMatchObject({ name: 'faster', specification: { growth: [25] }, deletedBy: null });
  });

  test('refuse a name that asks something else', async () => {
    const other = insertScenario(database.db, { ...asked, specification: { growth: [30] } });
    await expect(other).rejects.toMatchObject({ code: 'SCENARIO_CONFLICT' });
  });

  test('saved by two at once are one', async () => {
    const both = await Promise.all([1, 2].map(() => insertScenario(database.db, { ...asked, name: 'at once' })));
    expect(both[0]?.id).toBe(both[1]?.id);
  });

  test('stay on record when deleted, and leave their name free', async () => {
    const { db } = database;
    const gone = await insertScenario(db, { ...asked, name: 'gone' });
    await deleteScenario(db, gone.id, 'bilal');
    await deleteScenario(db, gone.id, 'someone later');
    expect(await findStoredScenario(db, gone.id)).toMatchObject({ deletedBy: 'bilal', createdBy: 'amina' });
    const ids = async (withDeleted: boolean) =>
      (await listStoredScenarios(db, { packId: 'pk', withDeleted })).map(({ id }) => id);
    expect(await ids(false)).not.toContain(gone.id);
    expect(await ids(true)).toContain(gone.id);
    const next = await insertScenario(db, { ...asked, name: 'gone', specification: { cap: 9 } });
    expect(next.id).not.toBe(gone.id);
  });

  test('keep the bytes of every answer, the first of a key', async () => {
    const { db } = database;
    const key = { scenarioId: 's', specification: { cap: 1 }, vintage: '2026-11-22', configHash: 'c' };
    expect(await findScenarioAnswer(db, key)).toBeUndefined();
    await insertScenarioAnswer(db, key, '{"b": 1.50,  "a":2}');
    await insertScenarioAnswer(db, key, 'another');
    expect(await findScenarioAnswer(db, key)).toBe('{"b": 1.50,  "a":2}');
    await insertScenarioAnswer(db, { ...key, configHash: 'd' }, 'newer');
    expect(await listNewestAnswers(db, ['s', 'absent'])).toEqual(new Map([['s', 'newer']]));
  });

  test.each(['scenario', 'scenario_deletion', 'scenario_answer', 'pack_scenario'])(
    '%s is append-only',
    async (table) => {
      await expect(database.store.pool.query(`delete from ${table}`)).rejects.toThrow('append-only');
    },
  );
});
