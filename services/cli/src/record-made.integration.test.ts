import { recordPath } from '@hadaf/engine';
import {
  createRun,
  insertOutboxEntry,
  insertPublishedDocuments,
  markEntryDone,
  publishRun,
  upsertPack,
} from '@hadaf/store';
import { beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../../tests/integration/test-database.ts';
import { recordMade } from './record-made.ts';

const database = useTestDatabase();
const day = { packId: 'pk', trigger: 'manual', asOf: '2026-11-22', configHash: 'c' } as const;
const record = { path: recordPath, contentType: 'application/json', body: '{}', etag: '"r"' };

/** A published run whose job is under way. */
async function published(key: string): Promise<{ runId: string; entryId: string }> {
  const { db } = database;
  const { run } = await createRun(db, { ...day, key });
  await publishRun(db, 'pk', run.id);
  const entryId = await insertOutboxEntry(db, { job: 'keep-record', payload: { runId: run.id }, slotId: null });
  return { runId: run.id, entryId };
}

beforeAll(() => upsertPack(database.db, { id: 'pk', title: 'Pakistan IT', contentHash: 'a' }));

describe('recordMade', () => {
  test('waits for the record, and says once that it does', async () => {
    const { runId } = await published('waited for');
    let waits = 0;
    const onWait = () => {
      waits += 1;
      if (waits === 1) void insertPublishedDocuments(database.db, runId, [record]);
    };
    expect(await recordMade(database.db, 'pk', { onWait })).toBe(true);
    expect(await recordMade(database.db, 'pk', { onWait })).toBe(true);
    expect(waits).toBe(1);
  });

  test('waits no longer for a job that ended without one', async () => {
    const { entryId } = await published('failed');
    const onWait = () => void markEntryDone(database.db, entryId);
    expect(await recordMade(database.db, 'pk', { onWait })).toBe(false);
  });

  test('gives up a job that nobody works on, and knows no pack without a run', async () => {
    await published('left');
    expect(await recordMade(database.db, 'pk', { onWait: () => undefined, limitMs: 1 })).toBe(false);
    expect(await recordMade(database.db, 'none', { onWait: () => undefined })).toBe(false);
  });
});
