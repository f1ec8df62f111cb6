import {
  bundledPackFolder,
  createEngine,
  type EngineDeps,
  type Forecaster,
  forecastSettings,
  loadPack,
  openForecaster,
  replay,
  type TrackRecordReport,
  verifyRecord,
} from '@hadaf/engine';
import { ensurePackSchedule } from '@hadaf/jobs';
import { checkRecordChain, findPublishedDocument, listRecord } from '@hadaf/store';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from './test-database.ts';

const packId = 'pakistan-it';
const database = useTestDatabase();
let forecaster: Forecaster;
let slot = 0;

async function publish(
  asOf: string,
  { threads = forecaster, codeVersion = 'one' } = {},
): Promise<{ runId: string; keep: () => Promise<void> }> {
  const { db, log } = database;
  const common = { settings: forecastSettings, codeVersion, today: () => asOf, postsAlerts: false };
  const deps: EngineDeps = { db, log, forecaster: threads, ...common };
  const engine = createEngine(deps);
  slot += 1;
  const instant = new Date(Date.UTC(2026, 10, slot)).toISOString();
  const { runId, shards } = await engine.beginRun({ scheduleId: `weekly_${packId}`, slot: instant, asOf });
  for (const shard of shards) {
    await engine.assessShard({ runId, shard });
    await engine.finishShard({ runId, shard });
  }
  await engine.publishRun(runId);
  return { runId, keep: () => engine.keepRecord(runId) };
}

async function published(): Promise<TrackRecordReport> {
  const document = await findPublishedDocument(database.db, packId, '/v1/track-record');
  return JSON.parse(document?.body ?? 'null');
}

beforeAll(async () => {
  forecaster = openForecaster(1);
  await loadPack(database.db, bundledPackFolder());
  await ensurePackSchedule(database.db, packId, '2026-11-01T00:00:00.000Z');
});
afterAll(() => forecaster.close());

describe('the record of published runs', () => {
  test('is what was said, and a replay of the same day says the same', async () => {
    const { keep } = await publish('2024-08-31');
    await keep();
    const [entry] = await listRecord(database.db, { packId, kind: 'published', limit: 10 });
    const replays = await listRecord(database.db, { packId, kind: 'replayed', limit: 1000 });
    const of = (content: unknown, id: string) => {
      const { probabilities } = content as { probabilities: { targetId: string }[] };
      return probabilities.find(({ targetId }) => targetId === id);
    };
    expect(entry?.asOf).toBe('2024-08-31');
    expect(of(entry?.content, 'T20')).toEqual(of(replays.at(-1)?.content, 'T20'));
    expect(of(entry?.content, 'T20')).toMatchObject({ dueYear: 2025, threshold: 3500, targetVersion: 1 });
    const landingsOf = (content: unknown) => {
      const { landings = [] } = content as { landings?: { seriesId: string; milestones: { targetId: string }[] }[] };
      return landings
        .filter(({ seriesId }) => seriesId === 'ict_services_exports')
        .map(({ milestones, ...told }) => ({ ...told, t20: milestones.find(({ targetId }) => targetId === 'T20') }));
    };
    expect(landingsOf(entry?.content)).toMatchObject([
      { fiscalYear: 2024, from: 'months', months: 11, known: 2925 },
      { fiscalYear: 2025, from: 'forecast', t20: { threshold: 3500 } },
    ]);
    expect(landingsOf(entry?.content)).toEqual(landingsOf(replays.at(-1)?.content));
  });

  test('is scored when the year has come, with the number given before', async () => {
    const { keep } = await publish('2026-11-22');
    await keep();
    const { streams, chains, calibration } = await published();
    const own = streams.find(({ kind }) => kind === 'published');
    expect(own?.horizons.map(({ horizon, years }) => [horizon, years])).toEqual([[1, 1]]);
    const row = own?.pastTargets.find(({ targetId }) => targetId === 'T20');
    expect(row?.vintages.map(({ asOf }) => asOf)).toEqual(['2024-08-31']);
    expect(row).toMatchObject({ reached: true, comparison: { asOf: '2024-08-31' } });
    expect(chains.map(({ kind, entries }) => [kind, entries])).toContainEqual(['published', 2]);
    expect(calibration?.source).toContain('of this pack’s series');
  });

  test('grows by what changed: the same data replayed again add nothing', async () => {
    const before = await checkRecordChain(database.db, packId, 'replayed');
    const replays = async () => (await published()).streams.find(({ kind }) => kind === 'replayed');
    const replayed = await replays();
    const { keep } = await publish('2026-11-22');
    await keep();
    await keep();
    expect(await replays()).toEqual(replayed);
    const after = await checkRecordChain(database.db, packId, 'replayed', [
      { entries: before.entries, head: before.head ?? '' },
    ]);
    expect([after.entries, after.head, after.fault, after.lost]).toEqual([before.entries, before.head, null, []]);
    expect((await checkRecordChain(database.db, packId, 'published')).entries).toBe(3);
  });

  test('of days whose inputs stand is what a replay of every day says', async () => {
    const before = await published();
    await database.db.deleteFrom('replay').execute();
    const chain = await checkRecordChain(database.db, packId, 'replayed');
    const { keep } = await publish('2026-11-22');
    await keep();
    expect((await published()).series).toEqual(
      before.series.map((one) => ({ ...one, streams: expect.arrayContaining(one.streams.slice(1)) })),
    );
    expect((await checkRecordChain(database.db, packId, 'replayed')).head).toBe(chain.head);
  });

  test('as it would have stood on a day holds what was known then, and nothing published since', async () => {
    const { db, log } = database;
    const made = { settings: forecastSettings, codeVersion: 'one', postsAlerts: false };
    const deps: EngineDeps = { db, log, forecaster, ...made, today: () => '2026-11-22' };
    const { record } = await replay(deps, packId, '2025-08-31');
    const { asOf, streams, chains }: TrackRecordReport = JSON.parse(record?.body ?? 'null');
    expect([asOf, chains]).toEqual(['2025-08-31', []]);
    const [own, replayed] = ['published', 'replayed'].map((kind) => streams.find((stream) => stream.kind === kind));
    expect([own?.entries, own?.pastTargets.map(({ comparison }) => comparison)]).toEqual([0, []]);
    expect(replayed?.entries).toBeGreaterThan(20);
    expect(replayed?.lastDay).toMatch(/^2025-0[1-8]/);
    // Replayed by another code, the days would have to be replayed again first.
    expect((await replay({ ...deps, codeVersion: 'other' }, packId, '2025-08-31')).record).toBeNull();
  });

  test('is the same from eight threads as from one, and replays of another code that says the same add nothing', async () => {
    const newest = database.db.selectFrom('record_entry').select('content').where('kind', '=', 'published');
    const contentOf = async () => (await newest.orderBy('sequence', 'desc').executeTakeFirstOrThrow()).content;
    const one = await contentOf();
    const many = openForecaster(8);
    const replays = () => checkRecordChain(database.db, packId, 'replayed');
    const before = await replays();
    const { keep } = await publish('2026-11-22', { threads: many, codeVersion: 'two' });
    await many.close();
    await keep();
    expect((await replays()).head).toBe(before.head);
    expect(one).toMatchObject({ codeVersion: 'one' });
    expect(await contentOf()).toEqual({ ...(one as object), codeVersion: 'two' });
  });
});

describe('the check of the record', () => {
  /** What it finds after changes that only somebody who may drop the trigger can make; they are undone again. */
  async function foundAfter(change: RawBuilder<unknown>, asked?: string) {
    const transaction = await database.db.startTransaction().execute();
    try {
      for (const table of ['record_entry', 'published_document'])
        await sql`alter table ${sql.table(table)} disable trigger append_only`.execute(transaction);
      await change.execute(transaction);
      return await verifyRecord(transaction, packId, asked);
    } finally {
      await transaction.rollback().execute();
    }
  }

  test('is whole by its own hashes, by what runs noted, and by a head noted elsewhere', async () => {
    const { head } = await checkRecordChain(database.db, packId, 'published');
    const check = await verifyRecord(database.db, packId, head);
    expect(check).toMatchObject({ isWhole: true, unrecordedRuns: [], asked: { head, isHeld: true } });
    expect(check.chains.map(({ kind, witnesses }) => [kind, witnesses > 0])).toEqual([
      ['published', true],
      ['replayed', true],
    ]);
    expect(await verifyRecord(database.db, packId, 'ff')).toMatchObject({ isWhole: false, asked: { isHeld: false } });
  });

  test.each(['published', 'replayed'])('shows that the newest %s entries were taken away', async (kind) => {
    const check = await foundAfter(sql`delete from record_entry where sequence > 1 and kind = ${kind}`);
    const chain = check.chains.find((one) => one.kind === kind);
    expect([check.isWhole, chain?.fault, chain?.entries]).toEqual([false, null, 1]);
    expect(chain?.lost[0]?.notedBy).toMatch(/^the (index|record) of run [0-9a-f-]{36} of 20/);
  });

  test('shows a run without its entry, though every document that noted it is gone too', async () => {
    const newest = sql`(select max(sequence) from record_entry where kind = 'published')`;
    const run = sql`(select run_id from record_entry where kind = 'published' and sequence = ${newest})`;
    const check = await foundAfter(sql`
      with documents as (delete from published_document where run_id = ${run})
      delete from record_entry where kind = 'published' and sequence = ${newest}`);
    expect(check.chains.map(({ fault, lost }) => [fault, lost])).toEqual([
      [null, []],
      [null, []],
    ]);
    expect([check.isWhole, check.unrecordedRuns.length]).toEqual([false, 1]);
  });
});
