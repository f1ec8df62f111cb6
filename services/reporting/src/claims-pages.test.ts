import type { CheckedClaim, ClaimsReport, ConflictsReport } from '@hadaf/engine';
import { createLogger } from '@hadaf/platform';
import { describe, expect, test } from 'vitest';
import { hostileText, publishedFixture } from '../../../tests/e2e/published-fixture.ts';
import { buildApp } from './build-app.ts';

const log = createLogger({ level: 'silent' });
const of = { runId: publishedFixture.runId, packId: 'pk', title: 'Pakistan IT', asOf: '2026-11-22' };
const url = 'https://app.example/june';
const survey = { id: 'survey', title: 'Economic Survey', publisher: 'APP', url, publishedOn: '2025-06-09' };
const paper = { id: 'paper', title: hostileText, publisher: 'A paper', url: 'javascript:alert(1)', publishedOn: null };
const claim: CheckedClaim = {
  ...{ id: 'S1', document: 'survey', subject: 'exports', type: 'level', period: 'FY2025', unit: 'USD mn' },
  ...{ value: 2825, halfWidth: 0.5, qualifier: 'exact', verdict: 'holds', because: 'States 2825.', checks: [] },
};
const claims: ClaimsReport = {
  ...of,
  claims: [claim, { ...claim, id: 'S2', document: 'paper', subject: hostileText, verdict: 'contradicted' }],
  documents: { survey, paper },
};
const sides = [
  {
    statement: 'The ministry',
    formula: 'parks[2025-02-13]',
    words: '43',
    unit: 'count',
    value: 43,
    documents: ['survey'],
  },
  { statement: hostileText, formula: 'parks[2025-07-19]', words: '', unit: 'count', value: null, documents: [] },
];
const conflicts: ConflictsReport = {
  ...of,
  conflicts: [{ id: 'parks', question: 'How many parks are there?', explanation: '', sides }],
  documents: { survey },
};

async function get(path: string, isOld = false): Promise<{ statusCode: number; body: string }> {
  const own = new Map<string, unknown>([
    ['/v1/claims', claims],
    ['/v1/conflicts', conflicts],
  ]);
  const find = async (at: string) => {
    const document = isOld ? undefined : own.get(at);
    if (document === undefined) return publishedFixture.find(at);
    return { body: JSON.stringify(document), contentType: 'application/json', etag: '"c"' };
  };
  const projections = { request: async () => '', find: async () => null, listen: async function* () {} };
  const now = () => '2026-11-22T00:00:00.000Z';
  const app = await buildApp({ readPublished: async () => ({ ...publishedFixture, find }), projections, now, log });
  return app.inject({ url: path, headers: { accept: 'text/html' } });
}

describe('claims and conflicts', () => {
  test.each(['/claims', '/conflicts'])('%s leads back to all targets', async (path) => {
    expect((await get(path)).body).toContain('<p class="crumb"><a href="/">All targets</a></p>');
  });

  test('are linked from the foot of the index', async () => {
    expect((await get('/')).body).toMatch(/href="\/claims"[\s\S]*href="\/conflicts"/);
  });
  test('show what is wrong first, each with its source', async () => {
    const { statusCode, body } = await get('/claims');
    expect(statusCode).toBe(200);
    expect(body.indexOf('Contradicted')).toBeLessThan(body.indexOf('>Hold <'));
    expect(body).toContain('href="https://app.example/june"');
    expect(body).toContain('$2.83bn');
  });
  test('can be seen verdict by verdict, those that hold folded away', async () => {
    const all = (await get('/claims')).body;
    expect(all).toContain('href="/claims?verdict=contradicted"');
    expect(all).toMatch(/<section id="holds"[\s\S]*<details><summary>The claim<\/summary>/);
    const { body } = await get('/claims?verdict=holds');
    expect(body).toContain('<section id="holds"');
    expect(body).not.toContain('<section id="contradicted"');
    expect(body).not.toContain('<details>');
    expect((await get('/claims?verdict=nonsense')).body).toBe(all);
  });
  test('show every side of a conflict with its number', async () => {
    const { body } = await get('/conflicts');
    expect(body).toContain('How many parks are there?');
    expect(body).toContain('not known yet');
    expect(body).toContain('Unexplained.');
  });
  test.each(['/claims', '/conflicts'])('%s escapes what documents say', async (path) => {
    const { body } = await get(path);
    expect(body).not.toContain('<script>');
    expect(body).not.toContain('href="javascript:');
  });
  test.each([
    ['/v1/claims', claims],
    ['/v1/conflicts', conflicts],
  ])('%s is the published document', async (path, report) => {
    expect(JSON.parse((await get(path)).body)).toEqual(report);
  });
  test('are not there in a run of an earlier Hadaf', async () => {
    expect((await get('/claims', true)).statusCode).toBe(404);
  });
});
