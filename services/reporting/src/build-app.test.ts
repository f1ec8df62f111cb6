import { CodedError, createLogger } from '@hadaf/platform';
import { describe, expect, test } from 'vitest';
import { hostileText, publishedFixture } from '../../../tests/e2e/published-fixture.ts';
import { buildApp } from './build-app.ts';
import type { Projection, Projections } from './projections/projection.ts';
import type { ReadPublished } from './published/published-run.ts';

const log = createLogger({ level: 'silent' });
const now = () => '2026-11-22T00:00:00.000Z';
const projectionId = '8f0f4c0e-0d0f-4f7e-9f64-0d6b4f1f7a11';
const queued: Projection = { id: projectionId, state: 'queued', progress: null, result: null, reason: null };
const done: Projection = { ...queued, state: 'done', result: { unit: 'USD mn' } };

const projections: Projections = {
  request: async ({ targetId }) => {
    if (targetId === 'T404') throw new CodedError('TARGET_NOT_FOUND', 'no target T404');
    return projectionId;
  },
  find: async (id) => (id === projectionId ? queued : null),
  listen: async function* (_id, afterSequence) {
    const steps = [
      { sequence: 1, projection: queued },
      {
        sequence: 2,
        projection: { ...queued, state: 'running' as const, progress: { stage: 'fit', done: 1, total: 2 } },
      },
      { sequence: 1000, projection: done },
    ];
    yield* steps.filter((step) => step.sequence > afterSequence);
  },
};

const readFixture: ReadPublished = async () => publishedFixture;
const open = (readPublished: ReadPublished = readFixture) => buildApp({ readPublished, projections, now, log });
const page = { accept: 'text/html' };

describe('pages', () => {
  test('list assessed targets first, then those without a status', async () => {
    const { body, statusCode } = await (await open()).inject('/');
    expect(statusCode).toBe(200);
    const places = ['Where they stand', 'IT exports of $15bn by 2030', 'id="not-assessable"', 'id="not-measurable"'];
    const found = places.map((text) => body.indexOf(text));
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(found[0]).toBeGreaterThan(0);
  });

  test('say a verdict of the matrix in words where a mark shows it', async () => {
    const { body } = await (await open()).inject('/targets/T01');
    expect(body).toContain('<span class="unseen">On track</span></span> <span class="metric">0.99</span>');
    expect(body).toContain('0.38 is the definition and 0.07 the window');
    expect(body).toContain(
      'Of 10 verdicts 6 could be given: 3 at risk, 2 off track, 1 on track. The most frequent is at risk; 3 differ from it.',
    );
    expect(body).toMatch(/5 years<\/th><th scope="col" class="verdict-cell">Own window<\/th>/);
    expect(body).toContain('FY2036');
    expect(body).not.toContain('2,036');
  });

  test('show a target in the order people ask', async () => {
    const { body } = await (await open()).inject('/targets/T01');
    const places = [
      'very unlikely',
      'On this page',
      'id="fan"',
      'id="interval"',
      'id="caveats"',
      'id="claim"',
      'id="alerts"',
      'id="numbers"',
      'id="this-year"',
      'id="matrix"',
      'id="takes"',
      'id="history"',
      'id="record"',
      'id="models"',
      'id="sources"',
    ];
    const found = places.map((text) => body.indexOf(`${text}`));
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(found).not.toContain(-1);
    const anchors = [...body.matchAll(/<li><a href="#([a-z-]+)">/g)].map(([, id]) => id);
    expect(anchors.length).toBeGreaterThan(10);
    for (const id of anchors) expect(body).toContain(`id="${id}"`);
  });

  test('write numbers with their units', async () => {
    const body = (await (await open()).inject('/targets/T01')).body.replaceAll('\u00a0', ' ');
    for (const text of ['$3.80bn', '$15bn', '31.6 % a year', '&lt;1 %', '−$7.36bn']) expect(body).toContain(text);
  });

  test('link every number to its sources, and only web addresses become links', async () => {
    const app = await open();
    const { body } = await app.inject('/targets/T01');
    expect(body).toContain('href="#source-2"');
    expect(body).toContain('href="https://example.org/ict-exports-fy25"');
    expect(body).toContain('Undated; public by');
    expect((await app.inject('/targets/T99')).body).not.toContain('javascript:');
  });

  test.each(['/', '/targets/T99'])('%s shows hostile text as text', async (url) => {
    const { body } = await (await open()).inject(url);
    expect(body).not.toContain('<script');
    expect(body).toContain('&lt;script>alert(&quot;1&quot;)&lt;/script>');
    expect(hostileText).toContain('<script>');
  });

  test('carry a strict policy and nothing it would refuse', async () => {
    const { body, headers } = await (await open()).inject('/targets/T01');
    expect(headers['content-security-policy']).toContain("default-src 'none';style-src 'self'");
    expect(body).not.toMatch(/<script|<style| style=| on[a-z]+="/);
  });

  test('in Urdu show the same digits, and the words of sources as they are', async () => {
    const { body } = await (await open()).inject('/ur/targets/T01');
    expect(body).toContain('<html lang="ur" dir="rtl">');
    expect(body).toContain('مالی سال 2030 تک 15 ارب ڈالر سالانہ کا ہدف راہ سے ہٹا ہوا ہے۔');
    expect(body).toContain('3.80 ارب ڈالر');
    expect(body).toMatch(/<span class="original" lang="en" dir="auto">[^<]+<\/span>/);
    expect(body).not.toMatch(/undefined|NaN|\[object/);
    const hostile = (await (await open()).inject('/ur/targets/T99')).body;
    expect(hostile).not.toContain('<script');
  });

  test('name a font that is served here for ever, under the policy', async () => {
    const app = await open();
    const path = /url\((\/fonts\/noto-nastaliq-urdu-400-[0-9a-f]{12}\.woff2)\)/.exec(
      (await app.inject('/style.css')).body,
    );
    const { statusCode, headers, rawPayload } = await app.inject(path?.[1] ?? '/fonts/none');
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toBe('font/woff2');
    expect(rawPayload.subarray(0, 4).toString('latin1')).toBe('wOF2');
    expect((await app.inject('/ur/targets/T01')).headers['content-security-policy']).toContain("font-src 'self'");
  });

  test('that do not exist say so, without echoing the address as markup', async () => {
    const response = await (await open()).inject({ url: '/targets/none', headers: page });
    expect(response.statusCode).toBe(404);
    expect(response.headers['content-type']).toContain('text/html');
    expect(response.body).toContain('no target none');
  });

  test('in Urdu say in Urdu that they do not exist', async () => {
    const response = await (await open()).inject({ url: '/ur/targets/none', headers: page });
    expect(response.statusCode).toBe(404);
    expect(response.body).toContain('<html lang="ur" dir="rtl">');
    expect(response.body).toContain('<h1>نہیں ملا</h1>');
    expect(response.body).toContain('\u2066none\u2069 نام کا کوئی ہدف نہیں');
  });

  test.each(['/', '/targets/T01'])('%s and its Urdu twin name each other, in the head and in words', async (url) => {
    const twin = url === '/' ? '/ur' : `/ur${url}`;
    const app = await open();
    for (const [address, other] of [
      [url, twin],
      [twin, url],
    ] as const) {
      const { body } = await app.inject(address);
      expect(body).toContain(`<link rel="alternate" hreflang="en" href="${url}"/>`);
      expect(body).toContain(`<link rel="alternate" hreflang="ur" href="${twin}"/>`);
      expect(body).toMatch(new RegExp(`<a class="tongue" href="${other}" lang="(en|ur)"`));
    }
  });

  test('in Urdu have every section and chart of the English one', async () => {
    const app = await open();
    for (const url of ['/targets/T01', '/targets/T30', '/targets/T02']) {
      const outline = async (address: string) => {
        const { body } = await app.inject(address);
        return [...body.matchAll(/<(?:section|table|figure|svg|caption|h2)\b(?: id="[^"]+")?/g)].map(([tag]) => tag);
      };
      expect(await outline(`/ur${url}`), url).toEqual(await outline(url));
    }
  });
});

describe('the JSON of targets', () => {
  test.each(['/v1/targets', '/v1/targets/T01'])('%s is the published document byte for byte', async (url) => {
    const response = await (await open()).inject(url);
    const document = await publishedFixture.find(url);
    expect(response.body).toBe(document?.body);
    expect(response.headers.etag).toBe(document?.etag);
    expect(response.headers['hadaf-run']).toBe(publishedFixture.runId);
  });

  test('knows a target whatever the case of its id, and asks which was meant', async () => {
    const app = await open();
    expect((await app.inject('/v1/targets/t01')).json()).toMatchObject({ targetId: 'T01' });
    const { statusCode, headers } = await app.inject('/targets/t01');
    expect([statusCode, headers.location]).toEqual([308, '/targets/T01']);
    const unknown = await app.inject('/v1/targets/T0');
    expect(unknown.statusCode).toBe(404);
    expect(unknown.body).toContain('did you mean T0');
  });

  test.each(['/v1/targets/t01.csv', '/ur/targets/t01', '/v1/indicators/Exports'])(
    '%s is answered as the id is written',
    async (url) => {
      const app = await open();
      const { statusCode, headers, body } = await app.inject(url);
      const written = await app.inject(headers.location ?? url.replace('t01', 'T01').replace('Exports', 'exports'));
      expect(written.statusCode).toBe(200);
      if (statusCode !== 308) expect(body).toBe(written.body);
      expect((await app.inject('/v1/targets/t01/change')).body).toContain('no change of T01');
    },
  );

  test('is not sent twice to a reader who has it', async () => {
    const app = await open();
    const { headers } = await app.inject('/v1/targets');
    const again = await app.inject({ url: '/v1/targets', headers: { 'if-none-match': String(headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test.each([
    ['/v1/targets/none', 404, 'TARGET_NOT_FOUND'],
    ['/v1/targets/a%20b', 400, 'REQUEST_INVALID'],
    ['/v1/nothing', 404, 'PAGE_NOT_FOUND'],
    [`/v1/targets/${'x'.repeat(200)}`, 400, 'REQUEST_INVALID'],
  ])('%s answers with a problem', async (url, status, code) => {
    const response = await (await open()).inject({ url, headers: page });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ status, code, type: 'about:blank' });
  });
});

describe('a projection', () => {
  const ask = async (payload: unknown) =>
    (await open()).inject({ method: 'POST', url: '/v1/projections', payload: payload as object });

  test('is accepted with the place to look', async () => {
    const response = await ask({ targetId: 'T01', horizon: 5 });
    expect(response.statusCode).toBe(202);
    expect(response.headers).toMatchObject({ location: `/v1/projections/${projectionId}`, 'retry-after': '1' });
    expect(response.json()).toEqual(queued);
  });

  test.each([
    [{}, 'must name either targetId or indicatorId'],
    [{ targetId: 'T01', indicatorId: 'ict' }, 'must name either targetId or indicatorId'],
    [{ targetId: 'T01', horizon: 0 }, 'horizon'],
    [{ targetId: 'T01', horizon: 2.5 }, 'horizon'],
    [{ targetId: 'T01', horizon: 1e9 }, 'horizon'],
    [{ targetId: "'; drop table" }, 'targetId'],
    [{ targetId: 'T01', extra: 1 }, 'extra'],
  ])('of %j is refused with the mend', async (payload, fault) => {
    const response = await ask(payload);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ code: 'REQUEST_INVALID' });
    expect(response.json().detail).toContain(fault);
  });

  test('of an unknown target is refused', async () => {
    expect((await ask({ targetId: 'T404' })).json()).toMatchObject({ status: 404, code: 'TARGET_NOT_FOUND' });
  });

  test('larger than any question is refused unread', async () => {
    expect((await ask({ targetId: 'x'.repeat(10_000) })).json()).toMatchObject({
      code: 'REQUEST_TOO_LARGE',
      status: 413,
    });
  });

  test('that is no JSON is the caller’s to mend', async () => {
    const response = await (await open()).inject({
      method: 'POST',
      url: '/v1/projections',
      headers: { 'content-type': 'application/json' },
      payload: '{',
    });
    expect(response.json()).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
  });

  test('is asked for at most thirty times a minute by one address', async () => {
    const app = await open();
    const statuses: number[] = [];
    for (let i = 0; i < 31; i += 1) {
      const response = await app.inject({ method: 'POST', url: '/v1/projections', payload: { targetId: 'T01' } });
      statuses.push(response.statusCode);
    }
    expect(statuses.slice(29)).toEqual([202, 429]);
  });

  test('under way says when to ask again', async () => {
    const response = await (await open()).inject(`/v1/projections/${projectionId}`);
    expect(response.headers['retry-after']).toBe('1');
    expect(response.json()).toEqual(queued);
  });

  test.each(['', '/events'])('nobody asked for is not found%s', async (suffix) => {
    const app = await open();
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect((await app.inject(`/v1/projections/${unknown}${suffix}`)).json()).toMatchObject({
      code: 'PROJECTION_NOT_FOUND',
    });
    expect((await app.inject(`/v1/projections/7${suffix}`)).json()).toMatchObject({ code: 'REQUEST_INVALID' });
  });

  test('tells its steps as events, and goes on after the last one seen', async () => {
    const app = await open();
    const url = `/v1/projections/${projectionId}/events`;
    const all = await app.inject(url);
    expect(all.headers['content-type']).toContain('text/event-stream');
    expect(all.body.match(/^(id|event): .*/gm)).toEqual([
      'id: 1',
      'event: queued',
      'id: 2',
      'event: running',
      'id: 1000',
      'event: done',
    ]);
    const rest = await app.inject({ url, headers: { 'last-event-id': '2' } });
    expect(rest.body.match(/^id: .*/gm)).toEqual(['id: 1000']);
    expect(rest.body).toContain(`data: ${JSON.stringify(done)}\n\n`);
  });
});

describe('limits on requests', () => {
  /** How many requests fewer than to the first are left to a second reader behind a proxy at 127.0.0.1. */
  const lessForSecond = async (trustedProxies: readonly string[]) => {
    const app = await buildApp({ readPublished: readFixture, projections, trustedProxies, now, log });
    const ask = (reader: string) =>
      app.inject({
        ...{ method: 'POST', url: '/v1/projections', payload: { targetId: 'T01' } },
        ...{ headers: { 'x-forwarded-for': reader }, remoteAddress: '127.0.0.1' },
      });
    const first = await ask('203.0.113.7');
    const second = await ask('203.0.113.8');
    expect([first.statusCode, second.statusCode]).toEqual([202, 202]);
    return Number(first.headers['x-ratelimit-remaining']) - Number(second.headers['x-ratelimit-remaining']);
  };

  test('count readers behind a trusted proxy each for himself', async () => {
    expect(await lessForSecond(['127.0.0.0/8'])).toBe(0);
  });

  test('believe nobody else who says where he comes from', async () => {
    expect(await lessForSecond([])).toBe(1);
    expect(await lessForSecond(['192.0.2.1'])).toBe(1);
  });
});

describe('the service', () => {
  test('lives, and is ready once a run is published', async () => {
    const empty = await open(async () => null);
    expect((await empty.inject('/livez')).statusCode).toBe(200);
    expect((await empty.inject('/readyz')).statusCode).toBe(503);
    expect((await (await open()).inject('/readyz')).json()).toMatchObject({
      status: 'ok',
      runId: publishedFixture.runId,
    });
  });

  test('says that nothing is published yet, to people and to programs', async () => {
    const app = await open(async () => null);
    const forPeople = await app.inject({ url: '/', headers: page });
    expect(forPeople.statusCode).toBe(503);
    expect(forPeople.body).toContain('Nothing is published yet');
    expect((await app.inject('/v1/targets')).json()).toMatchObject({ code: 'NOT_PUBLISHED' });
  });

  test('tells nothing about its own faults', async () => {
    const app = await open(async () => {
      throw new CodedError('STORE_UNAVAILABLE', 'connect ECONNREFUSED /secret/socket');
    });
    const { body, statusCode, headers } = await app.inject('/v1/targets');
    expect([statusCode, headers['retry-after']]).toEqual([503, '5']);
    expect(body).not.toContain('secret');
  });

  test('refuses to show a document that is not what pages are made from', async () => {
    const broken = {
      ...publishedFixture,
      find: async () => ({ body: '{"targets":7}', contentType: 'application/json', etag: '"x"' }),
    };
    const response = await (await open(async () => broken)).inject({ url: '/', headers: page });
    expect(response.statusCode).toBe(500);
    expect(response.body).toContain('Something failed on our side');
  });

  test('describes its API in OpenAPI 3.1', async () => {
    const api = (await (await open()).inject('/v1/openapi.json')).json();
    expect(api.openapi).toBe('3.1.0');
    expect(Object.keys(api.paths)).toEqual([
      '/v1/targets',
      '/v1/targets/{id}',
      '/v1/targets/{id}/change',
      '/v1/targets.csv',
      '/v1/targets/{id}.csv',
      '/v1/claims',
      '/v1/conflicts',
      '/v1/track-record',
      '/v1/track-record.csv',
      '/v1/indicators',
      '/v1/indicators/{id}',
      '/v1/variants',
      '/v1/variants/{id}',
      '/v1/projections',
      '/v1/projections/{id}',
      '/v1/projections/{id}/events',
    ]);
  });
});
