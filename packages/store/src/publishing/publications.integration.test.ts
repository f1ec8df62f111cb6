import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import { upsertPack } from '../ledger/packs.ts';
import { createRun } from '../runs/runs.ts';
import {
  findDocumentBefore,
  findPublication,
  findPublishedDocument,
  insertPublishedDocuments,
  listPublishedPaths,
  publicationTopic,
  publishRun,
} from './publications.ts';

describe('a publication', () => {
  const database = useTestDatabase();
  const runIds: string[] = [];
  const page = (body: string) => ({
    path: '/',
    contentType: 'text/html',
    body,
    etag: `"${body}"`,
  });

  beforeAll(async () => {
    await upsertPack(database.db, {
      id: 'pk',
      title: 'Pakistan IT',
      contentHash: 'a',
    });
    for (const key of ['one', 'two']) {
      const asked = {
        key,
        packId: 'pk',
        trigger: 'manual',
        asOf: '2026-11-22',
        configHash: 'c',
      } as const;
      const { run } = await createRun(database.db, asked);
      runIds.push(run.id);
      await insertPublishedDocuments(database.db, run.id, [page(key), { ...page(key), path: '/targets/T01' }]);
    }
  });

  test('shows nothing before the first', async () => {
    expect(await findPublication(database.db, 'none')).toBeUndefined();
    expect(await findPublishedDocument(database.db, 'none', '/')).toBeUndefined();
  });

  test('moves every page from one run to the next at once', async () => {
    const [first = '', second = ''] = runIds;
    await publishRun(database.db, 'public', first);
    expect(await findPublishedDocument(database.db, 'public', '/')).toEqual({
      ...page('one'),
      runId: first,
    });
    await database.db.transaction().execute(async (transaction) => {
      await publishRun(transaction, 'public', second);
      expect((await findPublishedDocument(database.db, 'public', '/'))?.runId).toBe(first);
    });
    expect(await findPublication(database.db, 'public')).toMatchObject({
      runId: second,
    });
    expect(await findPublishedDocument(database.db, 'public', '/targets/T01')).toMatchObject({ body: 'two' });
    expect(await findPublishedDocument(database.db, 'public', '/none')).toBeUndefined();
    expect(await listPublishedPaths(database.db, second)).toEqual(['/', '/targets/T01']);
  });

  test('finds what an earlier run has, never what knew a later day', async () => {
    const { db } = database;
    const [first = '', second = ''] = runIds;
    expect(await findDocumentBefore(db, second, '/')).toEqual(page('one'));
    expect(await findDocumentBefore(db, first, '/')).toBeUndefined();
    expect(await findDocumentBefore(db, second, '/none')).toBeUndefined();
    const asked = { packId: 'pk', trigger: 'manual', configHash: 'c' } as const;
    const { run: ofBefore } = await createRun(db, { ...asked, key: 'of an earlier day', asOf: '2025-01-01' });
    expect(await findDocumentBefore(db, ofBefore.id, '/')).toBeUndefined();
    const { run: other } = await createRun(db, { ...asked, key: 'without one', asOf: '2026-11-22' });
    expect(await findDocumentBefore(db, other.id, '/')).toEqual(page('two'));
  });

  test('is told to listeners', async () => {
    const listener = new pg.Client({
      connectionString: database.connectionString,
    });
    await listener.connect();
    try {
      await listener.query(`listen ${publicationTopic}`);
      const heard = new Promise((resolve) => {
        listener.once('notification', ({ payload }) => resolve(payload));
      });
      await publishRun(database.db, 'public', runIds[0] ?? '');
      expect(await heard).toBe('public');
    } finally {
      await listener.end();
    }
  });
});
