import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger } from '@hadaf/platform';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { publishedFixture } from '../../../../tests/e2e/published-fixture.ts';
import { buildApp } from '../build-app.ts';
import type { Projection, Projections } from '../projections/projection.ts';

const id = '0198a5c6-3c1e-4d2f-8a7b-1c2d3e4f5a6b';
const queued: Projection = { id, state: 'queued', progress: null, result: null, reason: null };
let listening = 0;

/** Nothing ever happens to this one. */
const projections: Projections = {
  request: async () => id,
  find: async () => queued,
  listen: async function* (_id, _after, signal) {
    listening += 1;
    yield { sequence: 1, projection: queued };
    if (!signal.aborted) await once(signal, 'abort');
    listening -= 1;
  },
};
let app: Awaited<ReturnType<typeof buildApp>>;
beforeAll(async () => {
  const log = createLogger({ level: 'silent' });
  const now = () => '2026-11-22T00:00:00.000Z';
  app = await buildApp({ readPublished: async () => publishedFixture, projections, now, log });
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

async function open(localAddress = '127.0.0.1'): Promise<IncomingMessage> {
  const { port } = app.server.address() as AddressInfo; // it listens on a port
  const path = `/v1/projections/${id}/events`;
  const asked = request({ host: '127.0.0.1', port, path, localAddress, agent: false });
  asked.end();
  const [response] = await once(asked, 'response');
  return response;
}

test('an address has twenty streams at once; a closed one makes room', async () => {
  const streams = await Promise.all(Array.from({ length: 20 }, () => open()));
  expect(new Set(streams.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  const refused = await open();
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '5']);
  const elsewhere = await open('127.0.0.2');
  expect(elsewhere.statusCode).toBe(200);
  streams.pop()?.destroy();
  await vi.waitFor(async () => {
    const next = await open();
    streams.push(next);
    expect(next.statusCode).toBe(200);
  });
  for (const stream of [...streams, elsewhere]) stream.destroy();
  await vi.waitFor(() => expect(listening).toBe(0));
});
