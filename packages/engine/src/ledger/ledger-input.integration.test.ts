import { Buffer } from 'node:buffer';
import { describeReported } from '@hadaf/series';
import {
  createRun,
  findDataVersion,
  insertObservations,
  listExpectedRanges,
  listLedgerEntries,
  listObservations,
  listReadings,
  publishRun,
  replaceExpectedRanges,
} from '@hadaf/store';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import { forecastSettings } from '../assess/annual-forecast.ts';
import { configHash } from '../config-hash.ts';
import { openForecaster } from '../fit/forecaster.ts';
import { faultLine, loadPack } from '../pack/load-pack.ts';
import { bundledPackFolder } from '../pack/read-pack-folder.ts';
import { isPublishedRunCurrent } from '../run/is-published-run-current.ts';
import { type ImportReport, importObservations } from './import-observations.ts';
import { type ObserveRequest, observe } from './observe.ts';
import { overrule } from './overrule.ts';

const database = useTestDatabase();
const packId = 'pakistan-it';
const own = 'indicator,period,value,source,publisher,published';
const source = 'https://app.example/april,APP,2026-05-18';
const packs = 'indicator,start,end,value,qualifier,half_width,agency,document,known_by,known_by_basis,status,note';

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = bytes.length > 1_000_000 ? 65_536 : 7;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function importText(text: string | Uint8Array, isApplied = false) {
  const bytes = pieces(typeof text === 'string' ? Buffer.from(text) : text);
  const request = { bytes, name: 'rows.csv', author: 'Amina', origin: 'a test', isApplied };
  return importObservations(database.store, request);
}

async function report(text: string, isApplied = false): Promise<ImportReport> {
  const result = await importText(text, isApplied);
  if (result.kind === 'faulty') throw new Error(result.faults.map(faultLine).join('\n'));
  return result.report;
}

async function faultsOf(text: string | Uint8Array): Promise<string[]> {
  const result = await importText(text, true);
  return result.kind === 'faulty' ? result.faults.map(faultLine) : [];
}

async function ledger(): Promise<unknown> {
  const { rows } = await sql`
    select (select count(*)::int from observation) as observations, (select count(*)::int from document) as documents,
      (select count(*)::int from ledger_entry) as entries`.execute(database.db);
  return rows[0];
}

const march: ObserveRequest = {
  indicatorId: 'ict_services_exports',
  period: '2026-03',
  value: '$0.402bn',
  source: 'https://app.example/march',
  publisher: 'APP',
  publishedOn: '2026-04-17',
  agency: 'SBP',
  note: '',
  qualifier: null,
  author: 'Amina',
  origin: 'terminal',
  today: '2026-11-22',
};

beforeAll(async () => {
  await loadPack(database.db, bundledPackFolder());
});

describe('observe', () => {
  test('records a value with its precision and source, once', async () => {
    const version = await findDataVersion(database.db, packId);
    const { isNew, observation } = await observe(database.db, march);
    expect([isNew, observation]).toEqual([
      true,
      expect.objectContaining({ start: '2026-03-01', end: '2026-03-31', value: 402, halfWidth: 0.5, agency: 'SBP' }),
    ]);
    const changed = await findDataVersion(database.db, packId);
    expect(changed).not.toBe(version);
    expect((await observe(database.db, march)).isNew).toBe(false);
    expect(await findDataVersion(database.db, packId)).toBe(changed);
    const [entry] = await listLedgerEntries(database.db, { packId, limit: 5 });
    expect(entry).toMatchObject({ kind: 'observe', author: 'Amina', origin: 'terminal', added: 1 });
  });
  test('makes the published run not current', async () => {
    const { db, log } = database;
    const forecaster = openForecaster(1);
    const today = () => march.today;
    const settings = { settings: forecastSettings, codeVersion: 'c', postsAlerts: false };
    const deps = { db, log, forecaster, today, ...settings };
    const current = configHash(deps, (await findDataVersion(db, packId)) ?? '');
    const asked = { key: 'k', packId, trigger: 'manual', asOf: march.today, configHash: current } as const;
    await publishRun(db, packId, (await createRun(db, asked)).run.id);
    expect(await isPublishedRunCurrent(deps, packId)).toBe(true);
    await observe(db, { ...march, value: '403', source: 'https://app.example/again' });
    expect(await isPublishedRunCurrent(deps, packId)).toBe(false);
    await forecaster.close();
  });
  test('shows what stood before', async () => {
    const later = { ...march, value: '410', publishedOn: '2026-05-15' };
    expect((await observe(database.db, later)).previous?.value).toBe(403);
  });
  test('is known from its publication on', async () => {
    const of = async (asOf: string) =>
      (await listObservations(database.db, { indicatorIds: ['ict_services_exports'], asOf })).filter(
        ({ start }) => start === '2026-03-01',
      );
    expect((await of('2026-04-16')).length).toBe(0);
    expect(new Set((await of('2026-04-17')).map(({ value }) => value))).toEqual(new Set([402, 403]));
  });
  test.each([
    ['FY25', '2024-07-01', '2025-06-30'],
    ['2024-25', '2024-07-01', '2025-06-30'],
    ['Jul–Mar FY25', '2024-07-01', '2025-03-31'],
    ['Q1 FY2025', '2024-07-01', '2024-09-30'],
    ['2025-08-08', '2025-08-08', '2025-08-08'],
  ])('reads the period %s', async (period, start, end) => {
    expect((await observe(database.db, { ...march, period })).observation).toMatchObject({ start, end });
  });
  test('refuses a value outside the expected range until somebody says why', async () => {
    const before = await ledger();
    const absurd = { ...march, value: '$41bn', source: 'https://app.example/absurd' };
    await expect(observe(database.db, absurd)).rejects.toMatchObject({
      code: 'REQUEST_INVALID',
      faults: [
        expect.stringMatching(/^value: is outside the expected range, 40 to 20000.*\("\$41bn"\).*--beyond-range/),
      ],
    });
    await expect(observe(database.db, { ...absurd, beyondRange: ' ' })).rejects.toThrow();
    expect(await ledger()).toEqual(before);
    const { observation } = await observe(database.db, { ...absurd, status: 'suspect' });
    expect(observation).toMatchObject({ value: 41_000, status: 'suspect', note: '' });
    const confirmed = { ...absurd, period: 'FY2010', note: 'p. 3', beyondRange: 'a new definition' };
    expect((await observe(database.db, confirmed)).observation).toMatchObject({
      status: 'accepted',
      note: 'p. 3; beyond the expected range: a new definition',
    });
  });
  test('keeps both ends of a range', async () => {
    const range = { ...march, period: '2026-06', value: '$18–20 million', publishedOn: '2026-07-18' };
    await expect(observe(database.db, range)).rejects.toMatchObject({ faults: [expect.stringMatching(/40 to 20000/)] });
    const { observation } = await observe(database.db, { ...range, value: '$380–400 million' });
    expect(observation).toMatchObject({ qualifier: 'range', value: 390, halfWidth: 10 });
    const found = (await listReadings(database.db, 'ict_services_exports')).map((reading) => reading.observation);
    expect(found.filter(({ qualifier }) => qualifier === 'range').map(describeReported)).toEqual(['380–400']);
    await expect(observe(database.db, { ...range, value: '390', qualifier: 'range' })).rejects.toMatchObject({
      faults: [expect.stringMatching(/^qualifier: does not fit the value/)],
    });
  });
  test('names every fault and records nothing', async () => {
    const before = await ledger();
    const wrong = { ...march, period: '2025-02-29', value: '2,82', source: 'page 3', publishedOn: '2027-01-01' };
    await expect(observe(database.db, { ...wrong, qualifier: 'roughly' })).rejects.toMatchObject({
      code: 'REQUEST_INVALID',
      faults: [
        expect.stringMatching(/^period: names no period/),
        expect.stringMatching(/^value: has a decimal comma \("2,82"\); write 2\.82/),
        expect.stringMatching(/^source: is no address/),
        expect.stringMatching(/^published: lies in the future/),
        expect.stringMatching(/^qualifier: is none of the words/),
      ],
    });
    expect(await ledger()).toEqual(before);
    await expect(observe(database.db, { ...march, indicatorId: 'none' })).rejects.toMatchObject({
      code: 'INDICATOR_NOT_FOUND',
    });
  });
});

describe('an import', () => {
  const rows = `${own}\nict_services_exports,2026-04,390,${source}\nict_services_exports,Jul-Apr FY26,3800,${source}\nict_services_exports,FY2024,3225,${source}\n`;

  test('says what would change and changes nothing', async () => {
    const before = await ledger();
    expect(await report(rows)).toMatchObject({ rows: 3, new: 2, revised: 1, known: 0, isApplied: false });
    expect((await report(rows)).firstRows).toEqual([
      expect.objectContaining({ line: 2, kind: 'new', start: '2026-04-01', end: '2026-04-30', value: 390 }),
      expect.objectContaining({ line: 3, kind: 'new', start: '2025-07-01', end: '2026-04-30', previous: null }),
      expect.objectContaining({ line: 4, kind: 'revised', value: 3225, previous: expect.any(Number) }),
    ]);
    expect(await ledger()).toEqual(before);
  });
  test('applied twice changes once, with one entry that says who', async () => {
    expect(await report(rows, true)).toMatchObject({ new: 2, revised: 1, known: 0, isApplied: true });
    const after = await ledger();
    expect(await report(rows, true)).toMatchObject({ new: 0, revised: 0, known: 3 });
    expect(await ledger()).toEqual(after);
    const [entry] = await listLedgerEntries(database.db, { packId, limit: 1 });
    expect(entry).toMatchObject({
      kind: 'import',
      author: 'Amina',
      added: 3,
      detail: { file: 'rows.csv', rows: 3, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });
  test('of a pack’s own table knows every row', async () => {
    const text = `\uFEFF${packs}\nict_services_exports,2024-07-01,2025-06-30,3800,rounded,50,MoITT minister,daily-times-2025-07-19,,,accepted,rounded\n`;
    expect(await report(text)).toMatchObject({ rows: 1, new: 0, revised: 0, known: 1 });
  });
  test('counts rows that repeat each other once', async () => {
    const row = `ict_services_exports,2026-05,395,${source.replace('05-18', '06-17')}\n`;
    expect(await report(`${own}\n${row}${row}${row}`)).toMatchObject({ rows: 3, new: 1, repeated: 2 });
  });
  test('keeps every character of a note, and an undated page undated', async () => {
    const note = 'بر آمدات "5 %"\t\\N,\nnext line';
    const header = 'indicator,period,value,source,publisher,published,known_by,known_by_basis,note';
    const cells = 'ict_services_exports,2026-01,412.5,https://app.example/undated,APP,,2026-03-01,a later page';
    await report(`${header}\n${cells},"${note.replaceAll('"', '""')}"\n`, true);
    const found = (await listReadings(database.db, 'ict_services_exports')).find(
      ({ observation: o }) => o.value === 412.5,
    );
    expect(found?.observation).toMatchObject({ note, publishedOn: null, knownBy: '2026-03-01', halfWidth: 0.05 });
  });
  test('larger than the ledger finds its repeats and leaves every rule in place', async () => {
    const count = 100_000;
    const rules = async () =>
      (
        await sql<{ rule: string }>`
          select pg_get_constraintdef(oid) as rule from pg_constraint where conrelid = 'observation'::regclass
          union all select pg_get_triggerdef(oid) from pg_trigger where tgrelid = 'observation'::regclass
          union all select indexdef from pg_indexes where tablename = 'observation' order by 1`.execute(database.db)
      ).rows;
    const before = await rules();
    const line = (i: number) => `services_exports_total,FY2009,${100 + i / 10},https://app.example/many,APP,2026-05-18`;
    const text = `${own}\n${Array.from({ length: count }, (_, i) => line(i)).join('\n')}\n${line(7)}\n${line(99_000)}\n`;
    expect(await report(text, true)).toMatchObject({ rows: count + 2, repeated: 2, known: 0 });
    expect(await rules()).toEqual(before);
    expect(await report(text)).toMatchObject({ new: 0, revised: 0, known: count, repeated: 2 });
    await expect(
      sql`
      insert into observation (fact_hash, version, content_hash, indicator_id, period_start, period_end, value,
        qualifier, half_width, agency, document_id, known_by, known_by_basis, status, note)
      select sha256('odd'), 1, content_hash, 'none', period_start, period_end, value, qualifier, half_width, agency,
        document_id, known_by, known_by_basis, status, note from observation limit 1`.execute(database.db),
    ).rejects.toThrow(/unknown indicator/);
  });
  test('refuses two readings of one fact', async () => {
    const row = (status: string) => `ict_services_exports,2026-04,391,${source},${status}\n`;
    expect(await faultsOf(`${own},status\n${row('accepted')}${row('suspect')}`)).toEqual([
      'rows.csv row 3: states what row 2 states, and reads it differently; keep one of the two',
    ]);
  });
  test('takes overlapping periods and the leap day', async () => {
    const days = ['2024-02-29,2024-02-29,41', '2024-02-01,2024-02-29,60', '2024-01-01,2024-03-31,90'];
    const text = days.map((day) => `ict_services_exports,${day},${source}\n`).join('');
    expect(await report(`indicator,start,end,value,source,publisher,published\n${text}`)).toMatchObject({ rows: 3 });
  });
  test('reads every way a value is stated, with its precision', async () => {
    const rows: [cells: string, qualifier: string, value: number, halfWidth: number][] = [
      ['ict_services_exports,2026-03,402,', 'exact', 402, 0.5],
      ['ict_services_exports,2026-03,400,rounded', 'rounded', 400, 0.5],
      ['ict_services_exports,2026-03,400,over', 'over', 400, 0],
      ['ict_services_exports,2026-03,400,about', 'about', 400, 0.5],
      ['ict_services_exports,2026-03,380-400,', 'range', 390, 10],
      ['ict_services_exports,2026-03,380.5 – 400.5,range', 'range', 390.5, 10],
    ];
    const text = `indicator,period,value,qualifier,source,publisher,published\n`;
    const page = 'https://app.example/kinds,APP,2026-05-19\n';
    await report(text + rows.map(([cells]) => `${cells},${page}`).join(''), true);
    const found = (await listReadings(database.db, 'ict_services_exports'))
      .map(({ observation }) => observation)
      .filter(({ publishedOn }) => publishedOn === '2026-05-19');
    const stated = found.map((o) => `${o.qualifier} ${o.value} ${o.halfWidth}`);
    expect(new Set(stated)).toEqual(new Set(rows.map(([, ...words]) => words.join(' '))));
    expect(stated).toHaveLength(rows.length);
    expect(await faultsOf(`${text}ict_services_exports,2026-03,400,range,${page}`)).toEqual([
      expect.stringMatching(/row 2, qualifier: does not fit the value \("range"\); state both ends/),
    ]);
    expect(await faultsOf(`${text}ict_services_exports,2026-03,400-380,,${page}`)).toEqual([
      expect.stringMatching(/row 2, value: is not a number/),
    ]);
  });
  test('takes a value beyond its range where somebody says why', async () => {
    const text = `${own}\nict_services_exports,2026-04,41001,${source}\n`;
    const bytes = pieces(Buffer.from(text));
    const request = { bytes, name: 'rows.csv', author: 'Amina', origin: 'a test', isApplied: true };
    const result = await importObservations(database.store, { ...request, beyondRange: 'a new definition' });
    expect(result).toMatchObject({ kind: 'imported', report: { rows: 1 } });
    const [entry] = await listLedgerEntries(database.db, { packId, limit: 1 });
    expect(entry?.detail).toMatchObject({ beyondRange: 'a new definition' });
    const found = (await listReadings(database.db, 'ict_services_exports')).find((r) => r.observation.value === 41_001);
    expect(found?.observation.note).toBe('beyond the expected range: a new definition');
  });
  test('holds each length of period to its own range', async () => {
    const all = await listExpectedRanges(database.db);
    const month = { indicatorId: 'ict_services_exports', length: 'month', low: 40, high: 900, because: '' } as const;
    await replaceExpectedRanges(database.db, packId, [...all, month]);
    const row = (period: string) => `${own}\nict_services_exports,${period},1200,${source}\n`;
    expect(await faultsOf(row('2026-03'))).toEqual([
      expect.stringMatching(/value: is outside the expected range of a month, 40 to 900/),
    ]);
    expect(await report(row('Jul-Sep FY26'))).toMatchObject({ rows: 1 });
    await replaceExpectedRanges(database.db, packId, all);
  });
  test('refuses a value outside the expected range unless it is suspect', async () => {
    const row = (status: string) => `${own},status\nict_services_exports,2026-04,41000,${source},${status}\n`;
    expect(await faultsOf(row('accepted'))).toEqual([
      expect.stringMatching(
        /^rows\.csv row 2, value: is outside the expected range, 40 to 20000.*suspect, or import with --beyond-range/,
      ),
    ]);
    expect(await report(row('suspect'))).toMatchObject({ rows: 1 });
  });
  test('with a bad row anywhere loads nothing and names each fault', async () => {
    const before = await ledger();
    const bad = [
      'ict_services_exports,2025-02-29,390',
      'ict_services_exports,2026-04,"2,82"',
      'ict_services_exports,2026-04,"3,223"',
      'ict_services_exports,2026-04,$2.82bn',
      'ict_services_exports,2026-04,۲۸۲۰',
      'ict_services_exports,2026-04,=1+1',
      'ict_services_exports,2011-12,390',
      'exports,2026-04,390',
      'ict_services_exports,2026-05,395',
    ];
    const text = `${own}\n${bad.map((row) => `${row},${source}\n`).join('')}short,row\n`;
    const faults = await faultsOf(text);
    expect(faults).toEqual([
      expect.stringMatching(/^rows\.csv row 2, period: names no period.*"2025-02-29"/),
      expect.stringMatching(/^rows\.csv row 3, value: has a decimal comma .*write 2\.82/),
      expect.stringMatching(/^rows\.csv row 4, value: has thousands separators .*write 3223/),
      expect.stringMatching(/^rows\.csv row 5, value: carries a unit .*2820 where that is USD mn/),
      expect.stringMatching(/^rows\.csv row 6, value: is written in other digits .*write 2820/),
      expect.stringMatching(/^rows\.csv row 7, value: is a formula/),
      expect.stringMatching(/^rows\.csv row 8, period: names no period, or may name two/),
      expect.stringMatching(/^rows\.csv row 9, indicator: is no indicator on record/),
      expect.stringMatching(/^rows\.csv row 10, published: is before the period ends, 2026-05-31/),
      expect.stringMatching(/^rows\.csv row 11: has 2 cells under 6 columns/),
    ]);
    expect(await ledger()).toEqual(before);
  });
  test('keeps a hundred faults of many and counts them all', async () => {
    const result = await importText(`${own}\n${`nothing,2026-04,1,${source}\n`.repeat(250)}`);
    expect(result).toMatchObject({ kind: 'faulty', count: 250 });
    expect(result.kind === 'faulty' && result.faults.length).toBe(100);
  });
  test.each([
    ['semicolons', `${own.replaceAll(',', ';')}\n`, /row 1: separates its columns with semicolons/],
    ['tabs', `${own.replaceAll(',', '\t')}\n`, /row 1: separates its columns with tabs/],
    ['a lacking column', 'indicator,period,source,publisher,published\n', /row 1, value: lacks this column/],
    ['no period', 'indicator,value,document\n', /row 1, period: lacks the period: period, or start and end/],
    ['an unknown column', `${own},color\n`, /row 1, color: is no column of an import/],
    ['nothing at all', '', /rows\.csv: is empty/],
    ['ten thousand columns', `${'a,'.repeat(10_000)}\n`, /row 1: has a header of 10001 columns/],
    ['a NUL byte', `${own}\nict_services_exports,2026-04,39\0,${source}\n`, /row 2, value: contains a NUL byte/],
    ['an open quote', `${own}\n"ict_services_exports,2026-04,390,${source}\n`, /row 2: is no CSV from here on/],
    [
      'end before start',
      `${packs}\nict_services_exports,2025-03-31,2025-03-01,1,exact,0,SBP,app-2025-06-09,,,accepted,\n`,
      /end: is before the period starts/,
    ],
  ])('refuses a file with %s', async (_name, text, words) => {
    expect((await faultsOf(text)).join('\n')).toMatch(words);
  });
  test('refuses UTF-16 and Latin-1', async () => {
    expect((await faultsOf(Buffer.from(`${own}\n`, 'utf16le'))).length).toBeGreaterThan(0);
    const latin = Buffer.from(`${own}\nict_services_exports,2026-04,390,https://a.example,Café,2026-05-01\n`, 'latin1');
    expect((await faultsOf(latin)).join()).toMatch(/row 2, publisher: contains characters that are not UTF-8/);
  });
  test('of a broken stream leaves nothing behind', async () => {
    const before = await ledger();
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(rows.replace('390', '391'));
      throw new Error('the upload broke off');
    }
    const request = { bytes: broken(), name: 'rows.csv', author: 'Amina', origin: 'a test', isApplied: true };
    await expect(importObservations(database.store, request)).rejects.toThrow('the upload broke off');
    expect(await ledger()).toEqual(before);
  });
});

describe('overruling', () => {
  const judgement = { status: 'rejected', reason: 'misprint', author: 'Bilal', origin: 'a test' };
  const firstReading = async () => (await listReadings(database.db, 'ict_services_exports'))[0];

  test('is the next version of the reading, with author and reason', async () => {
    const before = await firstReading();
    const id = before?.id.slice(0, 12) ?? '';
    const { reading, isChanged } = await overrule(database.db, { ...judgement, id });
    expect(isChanged).toBe(true);
    expect(reading).toMatchObject({ version: 2, overruledBy: 'Bilal', observation: { status: 'rejected' } });
    expect(reading.observation.note).toMatch(/^misprint \(overruled by Bilal\)/);
    expect((await overrule(database.db, { ...judgement, id })).isChanged).toBe(false);
    const [entry] = await listLedgerEntries(database.db, { packId, limit: 1 });
    expect(entry).toMatchObject({ kind: 'overrule', detail: { from: 'accepted', to: 'rejected', reason: 'misprint' } });
  });
  test('survives its source saying the same again, and gives way when it reads it anew', async () => {
    const overruled = await firstReading();
    if (!overruled) throw new Error('no reading');
    const said = { ...overruled.observation, status: 'accepted' as const, note: '' };
    const asLoaded = overruled.observation.note.split('. The source: ')[1] ?? '';
    expect(await insertObservations(database.db, [{ ...said, note: asLoaded }])).toBe(0);
    expect((await firstReading())?.observation.status).toBe('rejected');
    expect(await insertObservations(database.db, [{ ...said, note: 'the publisher mended it' }])).toBe(1);
    expect(await firstReading()).toMatchObject({ version: 3, overruledBy: '', observation: { status: 'accepted' } });
  });
  test.each([
    [{ id: 'ffffffffffff' }, 'OBSERVATION_NOT_FOUND'],
    [{ id: 'abc' }, 'REQUEST_INVALID'],
    [{ status: 'wrong' }, 'REQUEST_INVALID'],
    [{ reason: ' ' }, 'REQUEST_INVALID'],
  ])('refuses %o', async (part, code) => {
    const id = (await firstReading())?.id ?? '';
    await expect(overrule(database.db, { ...judgement, id, ...part })).rejects.toMatchObject({ code });
  });
});
