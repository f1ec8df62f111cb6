import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { createLogger } from '@hadaf/platform';
import {
  createRun,
  failProjection,
  finishProjection,
  insertProjection,
  insertPublishedDocuments,
  listLedgerEntries,
  openStore,
  publishRun,
  type Store,
  setProjectionProgress,
  upsertIndicators,
  upsertPack,
} from '@hadaf/store';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { publishedFixture } from '../../../tests/e2e/published-fixture.ts';
import { useTestDatabase } from '../../../tests/integration/test-database.ts';
import { type Reporting, startReporting } from './start-reporting.ts';

const log = createLogger({ level: 'silent' });
const paths = ['/v1/targets', '/v1/targets/T01'];

describe('startReporting', () => {
  const database = useTestDatabase();
  const enqueued: string[] = [];
  const open: { close: () => Promise<void> }[] = [];

  async function start(
    options: { store?: Store; port?: number; packId?: string | null; importToken?: string } = {},
  ): Promise<Reporting> {
    const { store = database.store, port = 0, packId = null, importToken = null } = options;
    const enqueueProjection = async (id: string) => void enqueued.push(id);
    const { db, pool } = store;
    const reporting = await startReporting({
      ...{ db, pool, enqueueProjection, packId, importToken, host: '127.0.0.1', port, log },
    });
    open.push(reporting);
    return reporting;
  }

  beforeAll(async () => {
    const { db } = database;
    await upsertPack(db, { id: 'pk', title: 'Pakistan IT', contentHash: 'a' });
    const asked = { key: 'one', packId: 'pk', trigger: 'manual', asOf: '2026-11-22', configHash: 'c' } as const;
    const { run } = await createRun(db, asked);
    const documents = await Promise.all(
      paths.map(async (path) => ({
        path,
        ...((await publishedFixture.find(path)) ?? { body: '', contentType: '', etag: '' }),
      })),
    );
    await insertPublishedDocuments(db, run.id, documents);
    await publishRun(db, 'pk', run.id);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.close()));
  });

  test('serves what a pack has published', async () => {
    const { address } = await start({ packId: 'pk' });
    const page = await fetch(`${address}/targets/T01`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('IT exports of $15bn by 2030');
    const document = await publishedFixture.find('/v1/targets/T01');
    expect(await (await fetch(`${address}/v1/targets/T01`)).text()).toBe(document?.body);
    expect((await fetch(`${(await start({ packId: 'other' })).address}/`)).status).toBe(503);
  });

  test('says that the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo; // of a TCP server
    await expect(start({ port })).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      message: expect.stringContaining('HADAF_PORT'),
    });
    await new Promise((resolve) => taken.close(resolve));
  });

  test('still shows the last run when the database is gone, and says so', async () => {
    const store = openStore({ connectionString: database.connectionString, log, max: 2 });
    const { address } = await start({ store });
    await fetch(`${address}/targets/T01`);
    await store.close();
    const stale = () => fetch(`${address}/`);
    await expect
      .poll(async () => (await stale()).headers.get('hadaf-unconfirmed-since'), { timeout: 5000 })
      .not.toBeNull();
    const response = await stale();
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('The database has not answered since');
    expect(await (await fetch(`${address}/targets/T01`)).text()).toContain('very unlikely');
  });

  test('stores a projection, then hands it to the queue', async () => {
    await upsertIndicators(database.db, 'pk', [
      {
        id: 'ict',
        name: 'ICT exports',
        unit: 'USD mn',
        kind: 'flow',
        frequency: 'month',
        calendar: { firstMonth: 7 },
        definition: 'as the bank defines it',
        variantOf: null,
      },
    ]);
    const { address } = await start();
    const ask = (body: object) =>
      fetch(`${address}/v1/projections`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect(await (await ask({ indicatorId: 'none' })).json()).toMatchObject({ code: 'INDICATOR_NOT_FOUND' });
    expect(await (await ask({ targetId: 'none' })).json()).toMatchObject({ code: 'TARGET_NOT_FOUND' });
    expect(enqueued).toEqual([]);
    const accepted = await ask({ indicatorId: 'ict', horizon: 3 });
    expect([accepted.status, accepted.headers.get('location')]).toEqual([202, `/v1/projections/${enqueued[0]}`]);
    const found = await fetch(`${address}${accepted.headers.get('location')}`);
    expect(await found.json()).toMatchObject({ id: enqueued[0], state: 'queued', result: null });
  });

  test('tells a projection’s steps until it is done', async () => {
    const { address } = await start();
    const { db } = database;
    const id = await insertProjection(db, { targetId: 'T01' });
    const response = await fetch(`${address}/v1/projections/${id}/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const readUntil = async (part: string) => {
      while (!text.includes(part)) {
        const chunk = await reader?.read();
        if (!chunk || chunk.done) throw new Error(`the stream ended before ${part}: ${text}`);
        text += chunk.value;
      }
    };
    await readUntil('event: queued');
    await setProjectionProgress(db, id, { stage: 'fit', done: 1, total: 2 });
    await readUntil('event: running');
    await finishProjection(db, id, { unit: 'USD mn' });
    await readUntil('event: done');
    expect(await reader?.read()).toMatchObject({ done: true });
    expect(text.match(/^id: .*/gm)).toEqual(['id: 1', 'id: 3', 'id: 1000']);
    const found = await fetch(`${address}/v1/projections/${id}`);
    expect(await found.json()).toMatchObject({ id, state: 'done', result: { unit: 'USD mn' }, reason: null });
  });

  test('closes although somebody listens', async () => {
    const reporting = await start();
    const id = await insertProjection(database.db, { targetId: 'T01' });
    const response = await fetch(`${reporting.address}/v1/projections/${id}/events`);
    await reporting.close();
    expect(await response.text()).toContain('event: queued');
  });

  test('tells why a projection failed', async () => {
    const { address } = await start();
    const id = await insertProjection(database.db, { targetId: 'T01' });
    await failProjection(database.db, id, { code: 'SERIES_NOT_FOUND', message: 'no series measures it' });
    const found = await fetch(`${address}/v1/projections/${id}`);
    expect(await found.json()).toMatchObject({ state: 'failed', reason: 'no series measures it' });
  });

  describe('observations:import', () => {
    const csv = 'indicator,period,value,source,publisher,published\n';
    const row = 'exports,2025-03,342,https://a.example/p,SBP,2025-04-18\n';
    const send = async (body: string, { query = '', type = 'text/csv', headers = {}, options = {} } = {}) => {
      const { address } = await start(options);
      const url = `${address}/v1/observations:import${query}`;
      const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': type, ...headers } });
      const challenge = response.headers.get('www-authenticate');
      return { status: response.status, challenge, body: await response.json() };
    };

    beforeAll(async () => {
      const words = { name: 'IT exports', unit: 'USD mn', definition: 'receipts', variantOf: null };
      const rest = { kind: 'flow', frequency: 'month', calendar: { firstMonth: 7 } } as const;
      await upsertIndicators(database.db, 'pk', [{ id: 'exports', ...words, ...rest }]);
    });

    test('says what would change, then changes it once', async () => {
      expect(await send(csv + row)).toMatchObject({ status: 200, body: { rows: 1, new: 1, isApplied: false } });
      const applied = await send(csv + row, { query: '?apply=true&by=Amina' });
      expect(applied).toMatchObject({ status: 200, body: { new: 1, known: 0, isApplied: true } });
      expect((await send(csv + row, { query: '?apply=true' })).body).toMatchObject({ new: 0, known: 1 });
      const [entry] = await listLedgerEntries(database.db, { packId: 'pk', limit: 1 });
      expect(entry).toMatchObject({ author: 'Amina', origin: expect.stringContaining('from 127.0.0.1'), added: 1 });
    });
    test('names every fault', async () => {
      expect(await send(`${csv}${row}${row.replace('342', '3,42')}`)).toMatchObject({
        status: 422,
        body: { code: 'IMPORT_INVALID', faults: [expect.stringContaining('upload.csv row 3')] },
      });
    });
    test('is for the machine itself', async () => {
      const headers = { 'x-forwarded-for': '203.0.113.7' };
      expect(await send(csv + row, { headers })).toMatchObject({ status: 403, body: { code: 'IMPORT_REFUSED' } });
    });
    test('is for those who know the token, where one is set', async () => {
      const importToken = 'a-token-of-thirty-two-characters-or-more';
      const elsewhere = { 'x-forwarded-for': '203.0.113.7' };
      const sendAs = (authorization: string) =>
        send(csv + row, { headers: { ...elsewhere, authorization }, options: { importToken } });
      expect(await sendAs(`Bearer ${importToken}`)).toMatchObject({ status: 200, body: { rows: 1 } });
      const refused = { status: 401, challenge: 'Bearer', body: { code: 'TOKEN_NEEDED' } };
      for (const wrong of ['', `Bearer ${importToken}x`, `Basic ${importToken}`, importToken]) {
        expect(await sendAs(wrong)).toMatchObject(refused);
      }
      expect(await send(csv + row, { options: { importToken } })).toMatchObject(refused);
      expect(JSON.stringify(await sendAs(`Bearer ${importToken}x`))).not.toContain(importToken);
    });
    test('takes nothing but CSV', async () => {
      expect((await send('{}', { type: 'application/json' })).status).toBe(400);
    });
  });
});
