import { createLogger } from '@hadaf/platform';
import { findStoredScenario, getProjection, insertProjection } from '@hadaf/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import { forecastSettings } from '../assess/annual-forecast.ts';
import { createEngine } from '../create-engine.ts';
import type { EngineDeps } from '../engine-deps.ts';
import { openForecaster } from '../fit/forecaster.ts';
import { loadPack } from '../pack/load-pack.ts';
import { bundledPackFolder } from '../pack/read-pack-folder.ts';
import { replay } from '../run/replay.ts';
import { answerScenario, deleteScenario, getScenario, saveScenario } from './use-scenarios.ts';

const day = '2026-11-22';

describe('scenarios', () => {
  const database = useTestDatabase();
  const forecaster = openForecaster(1);
  const deps = (): EngineDeps => ({
    ...{ db: database.db, forecaster, settings: forecastSettings, codeVersion: 'code', today: () => day },
    ...{ postsAlerts: false, log: createLogger({ level: 'silent' }) },
  });

  beforeAll(async () => {
    await loadPack(database.db, bundledPackFolder());
  });
  afterAll(() => forecaster.close());

  test('of the pack stand in a replay, and answered alone have the same bytes', async () => {
    const { reports } = await replay(deps(), 'pakistan-it', day);
    const shown = reports.find(({ targetId }) => targetId === 'T01')?.scenarios ?? [];
    expect(shown.length).toBe(7);
    for (const report of shown)
      expect(JSON.stringify(await answerScenario(deps(), report.id))).toBe(JSON.stringify(report));
    expect(shown.map(({ base }) => base?.probability)).toEqual(
      shown.map(() => reports.find(({ targetId }) => targetId === 'T01')?.probability),
    );
  });

  test('of a claim made later are not in the replay of an earlier day', async () => {
    const { reports } = await replay(deps(), 'pakistan-it', '2025-07-01');
    expect(reports.flatMap(({ scenarios }) => scenarios.map(({ id }) => id))).not.toContain(
      'pakistan-it.islamabad-park',
    );
  });

  test('are saved, answered through a projection, kept byte by byte, and recomputed to the same bytes', async () => {
    const asked = { targetId: 'T01', name: 'faster', assume: { growth: [25], cap: 20_000 } };
    const { id } = await saveScenario(deps(), asked, 'amina');
    const projectionId = await insertProjection(database.db, { scenarioId: id });
    await createEngine(deps()).project(projectionId, async () => undefined);
    const answer = (await getProjection(database.db, projectionId)).result;
    const { rows } = await database.store.pool.query('select body from scenario_answer where scenario_id = $1', [id]);
    expect(JSON.parse(rows[0].body)).toEqual(answer);
    // Other code keeps an answer of its own: computed anew from the same data it differs in that name alone.
    const again = await answerScenario({ ...deps(), codeVersion: 'other' }, id);
    expect(JSON.stringify(again).replace('"other"', '"code"')).toBe(rows[0].body);
    expect((await getScenario(database.db, 'T01/faster')).id).toBe(id);
  });

  test('deleted are asked no more and stay on record', async () => {
    const { id } = await saveScenario(deps(), { targetId: 'T01', name: 'gone', assume: { cap: 20_000 } }, 'amina');
    await deleteScenario(database.db, 'T01/gone', 'bilal');
    await expect(answerScenario(deps(), id)).rejects.toMatchObject({ code: 'SCENARIO_NOT_FOUND' });
    expect(await findStoredScenario(database.db, id)).toMatchObject({ deletedBy: 'bilal' });
    const own = deleteScenario(database.db, 'pakistan-it.both-parks', 'bilal');
    await expect(own).rejects.toMatchObject({
      code: 'SCENARIO_INVALID',
      message: expect.stringContaining('pack.yaml'),
    });
  });

  test.each([
    ['an unknown target', { targetId: 'T999', name: 'x', assume: { growth: [5] } }, 'TARGET_NOT_FOUND'],
    ['a cap below what was reached', { targetId: 'T01', name: 'x', assume: { cap: 5 } }, 'SCENARIO_INVALID'],
    ['an unsafe formula', { targetId: 'T01', name: 'x', assume: { formula: 'eval(t)' } }, 'SCENARIO_INVALID'],
    ['a name of the pack', { targetId: 'T01', name: 'Both IT parks open', assume: { cap: 9e9 } }, 'SCENARIO_CONFLICT'],
    ['a name taken', { targetId: 'T01', name: 'faster', assume: { cap: 9e9 } }, 'SCENARIO_CONFLICT'],
  ])('with %s are refused, and nothing is saved', async (_, asked, code) => {
    await expect(saveScenario(deps(), asked, 'amina')).rejects.toMatchObject({ code });
    const { rows } = await database.store.pool.query(`select * from scenario where name = 'x'`);
    expect(rows).toEqual([]);
  });
});
