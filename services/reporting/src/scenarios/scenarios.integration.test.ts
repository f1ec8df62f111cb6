import {
  bundledPackFolder,
  createEngine,
  forecastSettings,
  loadPack,
  openForecaster,
  type ScenarioReport,
} from '@hadaf/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishedFixture } from '../../../../tests/e2e/published-fixture.ts';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import { buildApp } from '../build-app.ts';
import { storedProjections } from '../projections/stored-projections.ts';
import { storedScenarios } from './stored-scenarios.ts';

describe('scenarios over HTTP', () => {
  const database = useTestDatabase();
  const forecaster = openForecaster(1);
  const waiting: string[] = [];

  async function open() {
    const { db, log } = database;
    const enqueue = async (id: string) => void waiting.push(id);
    const projections = storedProjections(db, enqueue);
    const now = () => '2026-11-22T00:00:00.000Z';
    return buildApp({
      readPublished: async () => publishedFixture,
      projections,
      scenarios: storedScenarios(db, enqueue),
      now,
      log,
    });
  }

  async function answerWaiting() {
    const { db, log } = database;
    const deps = { db, log, forecaster, settings: forecastSettings, codeVersion: 'code', today: () => '2026-11-22' };
    const engine = createEngine({ ...deps, postsAlerts: false });
    for (const id of waiting.splice(0)) await engine.project(id, async () => undefined);
  }

  beforeAll(async () => {
    await loadPack(database.db, bundledPackFolder());
  });
  afterAll(() => forecaster.close());

  test('are saved, answered by the queue, listed, compared, shown on the page and deleted', async () => {
    const app = await open();
    const body = { targetId: 'T01', name: '<i>faster</i>', assume: { growth: [25] }, by: 'amina' };
    const saved = await app.inject({ method: 'POST', url: '/v1/scenarios', body });
    expect(saved.statusCode).toBe(202);
    const location = String(saved.headers.location);
    expect((await app.inject(location)).json()).toMatchObject({ by: 'amina', answer: null });
    await answerWaiting();
    const { answer } = (await app.inject(location)).json<{ answer: ScenarioReport }>();
    expect(answer.outcome?.probability?.atDate).toBeGreaterThan(answer.base?.probability?.atDate ?? 1);
    const listed = (await app.inject('/v1/scenarios?target=T01')).json<{ name: string }[]>();
    expect(listed.map(({ name }) => name)).toContain('<i>faster</i>');
    const compared = await app.inject(`/v1/scenarios/compare?target=T01&id=${location.split('/').at(-1)}`);
    expect(compared.json()).toEqual([answer]);
    const page = (await app.inject({ url: '/targets/T01', headers: { accept: 'text/html' } })).body;
    expect(page).toContain('&lt;i>faster&lt;/i>');
    expect(page).toContain('growth of 25 % a year from FY2026');
    expect((await app.inject({ method: 'DELETE', url: location })).statusCode).toBe(204);
    expect((await app.inject(location)).json()).toMatchObject({ code: 'SCENARIO_NOT_FOUND' });
  });

  test.each([
    ['an unknown target', { targetId: 'T999', name: 'x', assume: { growth: [5] } }, 404, 'TARGET_NOT_FOUND'],
    ['a NUL in its name', { targetId: 'T01', name: 'a\0b', assume: { growth: [5] } }, 400, 'REQUEST_INVALID'],
    ['a NUL in its target', { targetId: 'T\0', name: 'x', assume: { growth: [5] } }, 400, 'REQUEST_INVALID'],
    ['no assumption', { targetId: 'T01', name: 'x', assume: {} }, 400, 'REQUEST_INVALID'],
    ['a fall below nothing', { targetId: 'T01', name: 'x', assume: { growth: [-100] } }, 400, 'REQUEST_INVALID'],
    ['a key nobody knows', { targetId: 'T01', name: 'x', assume: { growths: [1] } }, 400, 'REQUEST_INVALID'],
    ['a cap below the record', { targetId: 'T01', name: 'x', assume: { cap: 5 } }, 422, 'SCENARIO_INVALID'],
    ['an unsafe formula', { targetId: 'T01', name: 'x', assume: { formula: 'eval(t)' } }, 422, 'SCENARIO_INVALID'],
  ])('with %s are refused', async (_, body, status, code) => {
    const reply = await (await open()).inject({ method: 'POST', url: '/v1/scenarios', body });
    expect([reply.statusCode, reply.json().code]).toEqual([status, code]);
  });

  test('are saved and deleted from the machine itself alone', async () => {
    const app = await open();
    const body = { targetId: 'T01', name: 'x', assume: { growth: [5] } };
    const elsewhere = { remoteAddress: '203.0.113.9' };
    const post = await app.inject({ method: 'POST', url: '/v1/scenarios', body, ...elsewhere });
    const removal = await app.inject({ method: 'DELETE', url: '/v1/scenarios/pakistan-it.both-parks', ...elsewhere });
    expect([post.statusCode, removal.statusCode]).toEqual([403, 403]);
    expect((await app.inject({ url: '/v1/scenarios?target=T01', ...elsewhere })).statusCode).toBe(200);
    expect((await app.inject({ url: '/v1/scenarios?target=%00', ...elsewhere })).statusCode).toBe(400);
  });
});
