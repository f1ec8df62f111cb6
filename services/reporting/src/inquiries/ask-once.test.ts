import { createLogger } from '@hadaf/platform';
import { describe, expect, test } from 'vitest';
import { publishedFixture } from '../../../../tests/e2e/published-fixture.ts';
import { buildApp } from '../build-app.ts';
import type { Projections } from '../projections/projection.ts';
import type { Inquiries, InquiryView } from './inquiries.ts';

const log = createLogger({ level: 'silent' });
const now = () => '2026-11-22T08:00:00.000Z';
const unasked = () => Promise.reject(new Error('nobody asks for this'));
const projections: Projections = { request: unasked, find: unasked, listen: () => expect.unreachable() };
const id = '8f0f4c0e-0d0f-4f7e-9f64-0d6b4f1f7a11';
const page = { accept: 'text/html' };

/** Days without a run, in a line of so many, where a question stands so. */
function open(standing: Partial<InquiryView> = {}, inLine = 0) {
  const view: InquiryView = { id, state: 'queued', waitingSince: null, failure: null, ...standing };
  const inquiries: Inquiries = {
    knownOn: async ({ asOf }) => {
      const request = { kind: 'replay', packId: 'p', asOf } as const;
      return { kind: 'unanswered', question: { key: asOf, request }, inquiry: null };
    },
    change: unasked,
    ask: async () => view,
    find: async () => view,
    countOpen: async () => inLine,
  };
  return buildApp({ readPublished: async () => publishedFixture, projections, inquiries, now, log });
}

describe('a day that must be computed', () => {
  test('is refused to the forty-first in line', async () => {
    expect((await (await open({}, 39)).inject('/v1/targets?as_of=2025-08-31')).statusCode).toBe(202);
    const full = await (await open({}, 40)).inject('/v1/targets?as_of=2025-08-31');
    expect(full.json()).toMatchObject({ status: 429, detail: '40 questions wait for an answer already' });
    expect(full.headers['retry-after']).toBe('5');
  });

  test('says so where no worker takes it up, and to look again later', async () => {
    const app = await open({ waitingSince: '2026-11-22T07:59:30.000Z' });
    const forPrograms = await app.inject('/v1/targets?as_of=2025-08-31');
    expect([forPrograms.statusCode, forPrograms.headers['retry-after']]).toEqual([202, '15']);
    expect(forPrograms.json().note).toContain('no worker has taken it up since 2026-11-22T07:59:30.000Z');
    expect((await app.inject(`/v1/inquiries/${id}`)).json().note).toBe(forPrograms.json().note);
    const forPeople = await app.inject({ url: '/targets/T01?as_of=2025-08-31', headers: page });
    expect(forPeople.headers['refresh']).toBe('15');
    expect(forPeople.body).toContain('No worker has taken it up since');
  });

  test('says nothing of workers while all is well', async () => {
    const app = await open();
    const { body, headers } = await app.inject({ url: '/?as_of=2025-08-31', headers: page });
    expect(headers['refresh']).toBe('2');
    expect(body).not.toContain('No worker');
    expect((await app.inject('/v1/targets?as_of=2025-08-31')).json()).not.toHaveProperty('note');
  });

  test('that failed tells its reason instead of waiting', async () => {
    const app = await open({ state: 'failed', failure: { code: 'STORE_CONFLICT', message: 'the data changed' } });
    expect((await app.inject('/v1/targets?as_of=2025-08-31')).json()).toMatchObject({
      status: 409,
      detail: 'the data changed',
    });
  });
});
