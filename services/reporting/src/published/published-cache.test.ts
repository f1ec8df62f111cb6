import { describe, expect, test } from 'vitest';
import { HeldRun, PublishedCache } from './published-cache.ts';
import type { PublishedRun, ReadPublished } from './published-run.ts';

const run = (runId: string, reads: string[] = []): PublishedRun => ({
  runId,
  find: async (path) => {
    reads.push(path);
    return path === '/none' ? null : { body: `${runId}${path}`, contentType: 'text/plain', etag: `"${runId}"` };
  },
});

const faults: unknown[] = [];
const cacheOf = (readPublished: ReadPublished, options: { patienceMs?: number; ahead?: string[] } = {}) =>
  new PublishedCache({
    readPublished,
    now: () => '2026-11-22T00:00:00.000Z',
    readAhead: async () => options.ahead ?? [],
    onFault: (error) => faults.push(error),
    recheckMs: 0,
    patienceMs: options.patienceMs ?? 1000,
  });

/** A store whose answer the test changes. */
function changing(first: Awaited<ReturnType<ReadPublished>> | Error) {
  const state = { answer: first };
  const read: ReadPublished = async () => {
    if (state.answer instanceof Error) throw state.answer;
    return state.answer;
  };
  return { state, read };
}

describe('PublishedCache', () => {
  test('reads a document once a run', async () => {
    const reads: string[] = [];
    const cache = cacheOf(async () => run('one', reads));
    const first = await (await cache.current()).find('/a');
    const second = await (await cache.current()).find('/a');
    expect([first?.body, second, reads]).toEqual(['one/a', first, ['/a']]);
  });

  test('makes a page once a run, and again after a failure', async () => {
    const { state, read } = changing(run('one'));
    const cache = cacheOf(read);
    let made = 0;
    const make = async () => ++made;
    await expect((await cache.current()).remember('page', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await (await cache.current()).remember('page', make)).toBe(1);
    expect(await (await cache.current()).remember('page', make)).toBe(1);
    state.answer = run('two');
    expect(await (await cache.current()).remember('page', make)).toBe(2);
  });

  test('moves to a new run whole; a reader of the old one keeps it', async () => {
    const { state, read } = changing(run('one'));
    const cache = cacheOf(read);
    const old = await cache.current();
    state.answer = run('two');
    const fresh = await cache.current();
    expect([fresh.runId, (await fresh.find('/a'))?.body]).toEqual(['two', 'two/a']);
    expect((await old.find('/a'))?.body).toBe('one/a');
  });

  test('finds what is added to a run after it was published, read ahead in vain', async () => {
    const added = new Set<string>();
    const late: PublishedRun = {
      runId: 'one',
      find: async (path) => (added.has(path) ? { body: path, contentType: 'text/plain', etag: '"1"' } : null),
    };
    const cache = cacheOf(async () => late);
    expect(await (await cache.current()).find('/record')).toBeNull();
    added.add('/record');
    expect((await (await cache.current()).find('/record'))?.body).toBe('/record');
  });

  test('knows what a run lacks while the store is away, and nothing it never asked for', async () => {
    let isAway = false;
    const find = async () => {
      if (isAway) throw new Error('gone');
      return null;
    };
    const cache = cacheOf(async () => ({ runId: 'one', find }));
    const served = await cache.current();
    expect(await served.find('/change')).toBeNull();
    isAway = true;
    expect(await served.find('/change')).toBeNull();
    await expect(served.find('/other')).rejects.toThrow('gone');
  });

  test('outlives the store with what it read ahead, and says since when', async () => {
    const { state, read } = changing(run('one'));
    const cache = cacheOf(read, { ahead: ['/a', '/none'] });
    expect((await cache.current()).unconfirmedSince).toBeNull();
    await expect.poll(async () => (await (await cache.current()).find('/a'))?.body).toBe('one/a');
    state.answer = new Error('gone');
    const served = await cache.current();
    expect([served.runId, served.unconfirmedSince]).toEqual(['one', '2026-11-22T00:00:00.000Z']);
    expect((await served.find('/a'))?.body).toBe('one/a');
    expect(faults).toContain(state.answer);
    state.answer = run('one');
    expect((await cache.current()).unconfirmedSince).toBeNull();
  });

  test('does not keep a reader waiting for a store that hangs', async () => {
    let answers = 0;
    const cache = cacheOf(() => (answers++ === 0 ? Promise.resolve(run('one')) : new Promise(() => undefined)), {
      patienceMs: 5,
    });
    await cache.current();
    expect(await cache.current()).toMatchObject({ runId: 'one', unconfirmedSince: '2026-11-22T00:00:00.000Z' });
  });

  test('asks the store once for many readers at the same time', async () => {
    let asked = 0;
    const cache = cacheOf(async () => {
      asked += 1;
      return run('one');
    });
    await Promise.all(Array.from({ length: 20 }, () => cache.current()));
    expect(asked).toBe(1);
  });

  test('tells apart nothing published from nothing reachable', async () => {
    await expect(cacheOf(async () => null).current()).rejects.toMatchObject({ code: 'NOT_PUBLISHED' });
    await expect(cacheOf(() => Promise.reject(new Error('gone'))).current()).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
  });
});

test('a run keeps its pages, and no more than memory bears: those asked for last', async () => {
  const held = new HeldRun({ runId: 'r', find: async () => null });
  const made: string[] = [];
  const page = (key: string) =>
    held.remember(key, async () => {
      made.push(key);
      return key;
    });
  await page('first');
  await page('second');
  for (let i = 0; i < 998; i += 1) await page(`since ${i}`);
  await page('first');
  expect(made).toHaveLength(1000);
  await page('one more');
  await page('first');
  await page('second');
  expect(made.slice(1000)).toEqual(['one more', 'second']);
});
