import { CodedError } from '@hadaf/platform';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { queueKinds, type RedisServer, startRedis } from '../../../../tests/integration/redis-server.ts';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import { assessShard } from '../assess-shard/contract.ts';
import { type Delivery, type IdentifiedJob, type JobQueue, PutBack } from './backend.ts';
import { openBackend } from './open-backend.ts';

const database = useTestDatabase();
let redis: RedisServer | undefined;
beforeAll(async () => {
  if (queueKinds.includes('redis')) redis = await startRedis();
});
afterAll(() => redis?.close());

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const it of opened.splice(0).reverse()) await it.close();
});

const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 50 });
const add = (queue: JobQueue, ...jobs: IdentifiedJob[]) => eventually(() => queue.add(jobs));

describe.each(queueKinds)('the queue on %s', (kind) => {
  let count = 0;
  const someJob = (): IdentifiedJob => {
    count += 1;
    const runId = '0198a5c6-3c1e-7d2f-8a7b-1c2d3e4f5a6b';
    return { ...assessShard.request({ runId, shard: count }), id: `assess-shard_${count}` };
  };

  async function openLane(work: (delivery: Delivery) => Promise<void>) {
    const redisUrl = kind === 'redis' ? (redis?.url ?? '') : null;
    const backend = await openBackend({ redisUrl, databaseUrl: database.connectionString }, database.log);
    const done: string[] = [];
    const quarantined: string[] = [];
    const queue = backend.openQueue('work');
    const worker = backend.openWorker({
      lane: 'work',
      concurrency: 4,
      work: async (delivery) => {
        await work(delivery);
        done.push(delivery.id);
      },
      onQuarantine: async (delivery, reason) => {
        quarantined.push(`${delivery.id}: ${reason}`);
      },
    });
    opened.push(backend, queue, worker);
    return { queue, worker, done, quarantined };
  }

  test('a job added again is worked on once', async () => {
    const { queue, worker, done } = await openLane(async () => undefined);
    const [job, last] = [someJob(), someJob()];
    await add(queue, job, job);
    worker.resume();
    await eventually(() => expect(done).toEqual([job.id]));
    await add(queue, job, last);
    await eventually(() => expect(done).toEqual([job.id, last.id]));
  });

  test('a worker takes nothing before it is told to, nor after it was told to stop', async () => {
    const { queue, worker, done } = await openLane(async () => undefined);
    const [first, second] = [someJob(), someJob()];
    await add(queue, first);
    expect(done).toEqual([]);
    worker.resume();
    await eventually(() => expect(done).toEqual([first.id]));
    await worker.pause();
    worker.resume();
    await add(queue, second);
    await eventually(() => expect(done).toEqual([first.id, second.id]));
  });

  test('a poison job is quarantined after three tries and its siblings finish', async () => {
    const tries: number[] = [];
    const poison = someJob();
    const siblings = [someJob(), someJob(), someJob()];
    const { queue, worker, done, quarantined } = await openLane(async (delivery) => {
      if (delivery.id !== poison.id) return;
      tries.push(delivery.attempt);
      throw new Error('NaN in the series');
    });
    await add(queue, poison, ...siblings);
    worker.resume();
    await eventually(() => expect(quarantined).toEqual([`${poison.id}: NaN in the series`]));
    expect(tries).toEqual([1, 2, 3]);
    expect(done.toSorted()).toEqual(siblings.map(({ id }) => id).toSorted());
    const failed = await queue.listFailed(10);
    expect(failed.map(({ delivery, reason }) => [delivery.id, reason])).toEqual([[poison.id, 'NaN in the series']]);
    await queue.remove(poison.id);
    expect(await queue.listFailed(10)).toEqual([]);
  });

  test('a failure that trying again cannot mend is quarantined at once', async () => {
    let tries = 0;
    const job = someJob();
    const { queue, worker, quarantined } = await openLane(async () => {
      tries += 1;
      throw new CodedError('RUN_NOT_FOUND', 'no such run');
    });
    await add(queue, job);
    worker.resume();
    await eventually(() => expect(quarantined).toHaveLength(1));
    expect(tries).toBe(1);
    await queue.remove(job.id);
  });

  test('a job put back comes again without a try counted', async () => {
    const attempts: number[] = [];
    const { queue, worker, done } = await openLane(async (delivery) => {
      attempts.push(delivery.attempt);
      if (attempts.length <= 4) throw new PutBack(10);
    });
    await add(queue, someJob());
    worker.resume();
    await eventually(() => expect(done).toHaveLength(1));
    expect(attempts).toEqual([1, 1, 1, 1, 1]);
  });
});

test('a queue that cannot be reached is said to be so', async () => {
  const nowhere = { redisUrl: null, databaseUrl: 'postgres://nobody@127.0.0.1:1/none' };
  await expect(openBackend(nowhere, database.log)).rejects.toMatchObject({ code: 'QUEUE_UNAVAILABLE' });
});

test('a producer without its Redis fails at once instead of waiting', async () => {
  const nowhere = { redisUrl: 'redis://127.0.0.1:1', databaseUrl: database.connectionString };
  const backend = await openBackend(nowhere, database.log);
  const queue = backend.openQueue('work');
  await expect(queue.add([])).rejects.toMatchObject({ code: 'QUEUE_UNAVAILABLE' });
  await queue.close();
  await backend.close();
});
