import { createLogger } from '@hadaf/platform';
import { describe, expect, test } from 'vitest';
import { publishedFixture } from '../../../tests/e2e/published-fixture.ts';
import { buildApp } from './build-app.ts';

const log = createLogger({ level: 'silent' });
const projections = { request: async () => '', find: async () => null, listen: async function* () {} };
const now = () => '2026-11-22T00:00:00.000Z';
const of = { runId: publishedFixture.runId, packId: 'pk', title: 'Edges', asOf: '2026-11-22' };
const value = {
  ...{ value: 3800, qualifier: 'rounded', halfWidth: 50, agency: 'SBP', document: 'page' },
  ...{ publishedOn: '2025-07-19', knownBy: '2025-07-19' },
};
const definition = (id: string, observations: number) => ({
  ...{ id, name: `Exports <${id}>`, definition: 'As reported', unit: 'USD mn', kind: 'flow', observations },
});
const idea = { id: 'exports', name: 'Exports', periods: 1, definitions: ['exports', 'exports_wide', 'exports_old'] };
const documents = new Map<string, object>([
  ['/v1/variants', { ...of, ideas: [idea] }],
  [
    '/v1/variants/exports',
    {
      ...{
        ...of,
        id: 'exports',
        definitions: [definition('exports', 9), definition('exports_wide', 2), definition('exports_old', 0)],
      },
      periods: [
        {
          ...{ period: 'FY2025', start: '2024-07-01', end: '2025-06-30' },
          values: [
            { ...value, indicator: 'exports' },
            { ...value, indicator: 'exports_wide', value: 4600, qualifier: 'over' },
          ],
        },
      ],
      documents: {
        page: {
          id: 'page',
          title: 'A page',
          publisher: 'Daily',
          url: 'https://example.org/1',
          publishedOn: '2025-07-19',
        },
      },
    },
  ],
]);

async function get(url: string) {
  const find = async (path: string) => {
    const own = documents.get(path);
    const body = JSON.stringify(own);
    return own ? { body, contentType: 'application/json', etag: '"e"' } : publishedFixture.find(path);
  };
  const app = await buildApp({ readPublished: async () => ({ ...publishedFixture, find }), projections, now, log });
  return app.inject({ url, headers: { accept: 'text/html' } });
}

const textOf = (body: string) => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the pages of definitions', () => {
  test('lay the same period side by side, each value with its page', async () => {
    const { statusCode, body } = await get('/variants/exports');
    expect(statusCode).toBe(200);
    expect(textOf(body)).toMatch(/FY2025 \$3\.80bn Daily , 19.Jul.2025 over \$4\.60bn Daily/);
    expect(textOf(body)).toContain('no value reported');
    expect(body).toContain('&lt;exports>');
  });
  test('are found by any definition, in any case, and listed', async () => {
    const { statusCode, headers } = await get('/variants/EXPORTS_wide');
    expect([statusCode, headers.location]).toEqual([308, '/variants/exports']);
    expect((await get('/variants')).body).toContain('href="/variants/exports"');
    expect((await get('/variants/nothing')).statusCode).toBe(404);
  });
  test('are reached from the page of an indicator', async () => {
    expect((await get('/indicators/exports')).body).toContain('href="/variants/exports"');
    expect((await get('/indicators')).body).toContain('href="/variants"');
  });
});
