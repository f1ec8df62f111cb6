import { createLogger } from '@hadaf/platform';
import { describe, expect, test } from 'vitest';
import { publishedFixture } from '../../../tests/e2e/published-fixture.ts';
import { buildApp } from './build-app.ts';

const log = createLogger({ level: 'silent' });
const projections = { request: async () => '', find: async () => null, listen: async function* () {} };
const now = () => '2026-11-22T00:00:00.000Z';

async function get(path: string, isOld = false): Promise<{ statusCode: number; body: string }> {
  const find = async (at: string) => (isOld && at.startsWith('/v1/indicators') ? null : publishedFixture.find(at));
  const app = await buildApp({ readPublished: async () => ({ ...publishedFixture, find }), projections, now, log });
  return app.inject({ url: path, headers: { accept: 'text/html' } });
}

const textOf = (body: string) =>
  body
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

describe('the page of an indicator', () => {
  test('says what a month rests on, to its pages', async () => {
    const { statusCode, body } = await get('/indicators/exports');
    expect(statusCode).toBe(200);
    expect(textOf(body)).toMatch(
      /Jul–Mar FY2025 2,828 ± 0.5 \(Business Recorder, 17.Apr.2025\) less Jul–Feb FY2025 2,486/,
    );
    expect(body).toContain('href="https://example.org/march"');
  });
  test('shows how well an estimated month is known, and that an unknown one is not', async () => {
    const words = textOf((await get('/indicators/exports')).body);
    expect(words).toContain('$305m± 11.6');
    expect(words).toContain('No report covers it.');
  });
  test('lays years beside their months, exceptions with the reason', async () => {
    const words = textOf((await get('/indicators/exports')).body);
    expect(words).toContain('1 of 2 published years are the sums of their months');
    expect(words).toContain('Another number. the total cannot hold together with 2 other reports.');
    expect(words).toContain('Also printed: 3,210 ± 0.5');
  });
  test('marks the likely culprit of a conflict, and no conflict of $0m', async () => {
    const words = textOf((await get('/indicators/exports')).body);
    expect(words).toContain('Jul–Feb FY2025 2,486 ± 0.5 likely wrong or outdated');
    expect(words).toContain('under $0.1m');
  });
  test('is linked from the targets it measures', async () => {
    expect((await get('/targets/T01')).body).toContain('href="/indicators/exports"');
  });
  test('escapes what documents say', async () => {
    const { body } = await get('/indicators/hostile');
    expect(body).not.toContain('<script>');
    expect(body).not.toContain('href="javascript:');
  });
});

describe('the list of indicators', () => {
  test('leads to those with months, and to no others', async () => {
    const { body } = await get('/indicators');
    expect(body).toContain('href="/indicators/exports"');
    expect(body).not.toContain('href="/indicators/centres"');
    expect(body).not.toContain('<script>');
  });
  test('is linked from the foot of the index', async () => {
    expect((await get('/')).body).toContain('href="/indicators"');
  });
});

describe('indicators over /v1', () => {
  test.each(['/v1/indicators', '/v1/indicators/exports'])('%s is the published document', async (path) => {
    expect((await get(path)).body).toBe((await publishedFixture.find(path))?.body);
  });
  test.each(['/indicators/nothing', '/v1/indicators/nothing'])('%s is not there', async (path) => {
    expect((await get(path)).statusCode).toBe(404);
  });
  test('are known whatever the case of their ids, and asked after where an id is near', async () => {
    expect((await get('/indicators/EXPORTS')).statusCode).toBe(308);
    expect((await get('/indicators/export')).body).toContain('did you mean exports?');
  });
  test('are not there in a run of an earlier Hadaf', async () => {
    expect((await get('/indicators', true)).statusCode).toBe(404);
  });
});
