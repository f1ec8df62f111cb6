import { createLogger } from '@hadaf/platform';
import { describe, expect, test } from 'vitest';
import { publishedFixture } from '../../../../tests/e2e/published-fixture.ts';
import { buildApp } from '../build-app.ts';
import type { Inquiries } from '../inquiries/inquiries.ts';
import type { Projections } from '../projections/projection.ts';
import type { Scenarios } from '../scenarios/scenarios.ts';

const log = createLogger({ level: 'silent' });
const now = () => '2026-11-22T00:00:00.000Z';
/** Whoever is refused asks nobody. */
const unasked = () => Promise.reject(new Error('asked before the parameters were read'));
const projections: Projections = { request: unasked, find: unasked, listen: () => expect.unreachable() };
const scenarios: Scenarios = { save: unasked, get: unasked, list: unasked, remove: unasked };
const inquiries: Inquiries = {
  ...{ knownOn: unasked, change: unasked, ask: unasked, find: unasked },
  countOpen: unasked,
};

const open = () =>
  buildApp({ readPublished: async () => publishedFixture, projections, scenarios, inquiries, now, log });
const pages = ['/', '/ur', '/targets/T01', '/ur/targets/T01', '/claims', '/conflicts', '/indicators', '/indicators/x'];
const app = await open();
const { paths } = (await app.inject('/v1/openapi.json')).json();
const data = Object.entries<object>(paths)
  .filter(([, methods]) => 'get' in methods)
  .map(([path]) => path.replace('{id}', '8f0f4c0e-0d0f-4f7e-9f64-0d6b4f1f7a11'));

describe('a parameter nobody takes', () => {
  test.each([...pages, '/track-record', ...data, '/v1/openapi.json'])('is refused by its name: %s', async (path) => {
    const response = await app.inject(`${path}?asof=2025-12-31`);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ code: 'REQUEST_INVALID' });
    expect(response.json().detail).toMatch(/unknown parameter asof; this address takes (none|.+)/);
  });

  test('is no earlier day given twice, nor one of a document without days', async () => {
    for (const address of [
      '/v1/targets?as_of=2025-12-31&as_of=2025-12-30',
      '/v1/projections/8f0f4c0e-0d0f-4f7e-9f64-0d6b4f1f7a11?as_of=2025-12-31',
    ]) {
      expect((await app.inject(address)).statusCode).toBe(400);
    }
  });

  test('but counts clicks is forgotten by pages, not by data', async () => {
    const plain = await app.inject('/');
    const shared = await app.inject('/?fbclid=abc&utm_source=newsletter');
    expect([shared.statusCode, shared.body]).toEqual([200, plain.body]);
    expect((await app.inject('/v1/targets?fbclid=abc')).statusCode).toBe(400);
  });
});
