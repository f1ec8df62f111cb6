import { countOpenInquiries, getInquiry, insertOutboxEntry, markEntryDone } from '@hadaf/store';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { eventually, useLedgerWorkers } from '../../../../tests/integration/ledger-worker.ts';
import { queueKinds } from '../../../../tests/integration/redis-server.ts';

describe.each(queueKinds)('an inquiry whose job is lost, on %s', (kind) => {
  const workers = useLedgerWorkers(kind);
  const { database } = workers;

  /** An inquiry that stands in no queue and no outbox. */
  async function orphan(key: string, askedAgo: string, state = 'queued'): Promise<string> {
    const { rows } = await sql<{ id: string }>`
      insert into inquiry (id, key, request, state, created_at)
      values (gen_random_uuid(), ${key}, '{}', ${state}, now() - ${askedAgo}::interval) returning id`.execute(
      database.db,
    );
    return rows[0]?.id ?? '';
  }
  const stateOf = async (id: string) => (await getInquiry(database.db, id)).state;

  if (kind === 'redis') {
    test('is answered after Redis was emptied', async () => {
      const queues = await workers.openQueues();
      const asked = [];
      for (const key of ['one', 'two', 'three']) asked.push(await queues.askInquiry({ key, request: {} }));
      await eventually(async () => expect(await workers.command('DBSIZE')).not.toBe(':0'));
      expect(await workers.command('FLUSHALL')).toBe('+OK');
      expect(await countOpenInquiries(database.db)).toBe(3);
      await workers.start({ shards: 1 });
      await eventually(async () => expect(await countOpenInquiries(database.db)).toBe(0));
      expect(await Promise.all(asked.map(({ id }) => stateOf(id)))).toEqual(['done', 'done', 'done']);
    });
  }

  test('is asked for again where no job is left, queued or under way', async () => {
    const queued = await orphan('queued', '1 minute');
    const running = await orphan('running', '1 minute', 'running');
    const payload = { inquiryId: running };
    await markEntryDone(
      database.db,
      await insertOutboxEntry(database.db, { job: 'answer-inquiry', payload, slotId: null }),
    );
    await workers.start({ shards: 1 });
    await eventually(async () => expect([await stateOf(queued), await stateOf(running)]).toEqual(['done', 'done']));
  });

  test('is ended where nobody waits any more, and gives its place in line back', async () => {
    const id = await orphan('old', '20 minutes');
    await workers.start({ shards: 1 });
    await eventually(async () => expect(await stateOf(id)).toBe('failed'));
    expect((await getInquiry(database.db, id)).error).toEqual({
      ...{ code: 'RUN_FAILED', message: 'the job that was to answer it was lost; ask again' },
    });
    expect(await countOpenInquiries(database.db)).toBe(0);
  });
});
