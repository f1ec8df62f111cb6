import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { createLogger } from '@hadaf/platform';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { publishedFixture } from '../../../../tests/e2e/published-fixture.ts';
import { buildApp } from '../build-app.ts';
import type { Projection, Projections } from '../projections/projection.ts';

const id = '0198a5c6-3c1e-4d2f-8a7b-1c2d3e4f5a6b';
const queued: Projection = { id, state: 'queued', progress: null, result: null, reason: null };
/** A busy machine takes its time. */
const patience = 10_000;
let listening = 0;
/** How many wait to be told what the projection is, and what they wait for. */
let asking = 0;
let told: Promise<unknown> = Promise.resolve();

/** Nothing ever happens to this one. */
const projections: Projections = {
  request: async () => id,
  find: async () => {
    asking += 1;
    await told;
    asking -= 1;
    return queued;
  },
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

function ask(localAddress = '127.0.0.1'): ClientRequest {
  const { port } = app.server.address() as AddressInfo; // it listens on a port
  const path = `/v1/projections/${id}/events`;
  return request({ host: '127.0.0.1', port, path, localAddress, agent: false }).end();
}

async function open(localAddress?: string): Promise<IncomingMessage> {
  const [response] = await once(ask(localAddress), 'response');
  return response;
}

const connections = () => promisify(app.server.getConnections.bind(app.server))();

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
  }, patience);
  for (const stream of [...streams, elsewhere]) stream.destroy();
  await vi.waitFor(() => expect(listening).toBe(0), patience);
});

test('who leaves before the projection is found keeps no place', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  told = promise;
  const left = Array.from({ length: 20 }, () => ask().on('error', () => undefined));
  await vi.waitFor(() => expect(asking).toBe(20), patience);
  for (const one of left) one.destroy();
  await vi.waitFor(async () => expect(await connections()).toBe(0), patience);
  resolve();
  await vi.waitFor(() => expect(asking).toBe(0), patience);
  const next = await open();
  expect(next.statusCode).toBe(200);
  next.destroy();
  await vi.waitFor(() => expect(listening).toBe(0), patience);
});
