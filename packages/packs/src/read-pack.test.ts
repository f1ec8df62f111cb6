import { describe, expect, test } from 'vitest';
import { readPack } from './read-pack.ts';
import { faultsOf, files, good, header, manifest, read } from './tiny-pack.fixture.ts';

const observation = (line: string) => faultsOf({ 'observations.csv': `${header}${good}${line}\n` });

describe('readPack', () => {
  test('reads a sound pack', async () => {
    const reading = await read();
    expect(reading).toMatchObject({
      kind: 'pack',
      pack: {
        id: 'tiny',
        calendar: { firstMonth: 7 },
        observations: [
          {
            value: 3800,
            halfWidth: 50,
            knownBy: '2025-07-19',
            knownByBasis: 'date of the document',
          },
        ],
        plans: [{ targetId: 'T2', milestones: [{ planned: 50 }, { planned: 250 }] }],
      },
    });
  });
  test('keeps both readings of a due period', async () => {
    const reading = await read();
    const target = reading.kind === 'pack' ? reading.pack.targets[0] : undefined;
    expect(target?.due).toEqual([
      { label: 'FY2030', start: '2029-07-01', end: '2030-06-30' },
      { label: 'calendar 2030', start: '2030-01-01', end: '2030-12-31' },
    ]);
  });
  test('reads through a byte-order mark and Windows line ends', async () => {
    expect(
      (
        await read({
          'observations.csv': `\uFEFF${(header + good).replaceAll('\n', '\r\n')}`,
        })
      ).kind,
    ).toBe('pack');
  });
  test('names a missing file', async () => {
    expect(await readPack(new Map([['pack.yaml', manifest]]))).toMatchObject({
      kind: 'faulty',
    });
    const faults = await faultsOf({ 'pack.yaml': '' });
    expect(faults[0]).toMatchObject({ file: 'pack.yaml' });
  });
  test('gives no part of a pack with one bad row', async () => {
    const reading = await read({
      'observations.csv': `${header}${good}exports,2024-07-01,2025-06-30,x,exact,0,SBP,page,,,accepted,\n`,
    });
    expect(reading).toMatchObject({
      kind: 'faulty',
      count: 1,
      faults: [{ file: 'observations.csv', row: 3, field: 'value', value: 'x' }],
    });
    expect(reading).not.toHaveProperty('pack');
  });
});

describe('a bad value', () => {
  const value = (text: string) => observation(`exports,2024-07-01,2025-03-31,${text},exact,0,SBP,page,,,accepted,`);
  test.each([
    ['۲۸۲۰', 'is written in other digits', 'write 2820 in the digits 0-9'],
    ['٢٨٢٠', 'is written in other digits', 'write 2820 in the digits 0-9'],
    ['"2,820"', 'has thousands separators', 'write 2820'],
    ['"2,82"', 'has a decimal comma', 'write 2.82 if that is meant'],
    ['$2.82bn', 'carries a unit', "write the number alone in the indicator's unit: 2820 where that is USD mn"],
    ['USD 541 million', 'carries a unit', "write the number alone in the indicator's unit: 541 where that is USD mn"],
    ['', 'is empty', 'write the number; a row without a value is not an observation'],
    ['NaN', 'is not a number', 'write digits with at most one decimal point, such as 2820 or 2.82'],
    ['1e999', 'is not a number', 'write digits with at most one decimal point, such as 2820 or 2.82'],
  ])('%s is told how to be mended', async (text, problem, mend) => {
    expect(await value(text)).toEqual([expect.objectContaining({ row: 3, field: 'value', problem, mend })]);
  });
  test.each(['=1+1', '＝1+1', '@sum(A1)', '+cmd(1)', '-cmd|x'])('%s is refused as a formula', async (text) => {
    expect((await value(text))[0]).toMatchObject({
      field: 'value',
      problem: 'is a formula',
    });
  });
  test.each(['+13%', '-', '+19%, +541'])('a note may read %s', async (note) => {
    expect(await observation(`exports,2024-07-01,2025-03-31,2,exact,0,SBP,page,,,accepted,"${note}"`)).toEqual([]);
  });
});

describe('a bad row', () => {
  test.each([
    ['exports,2025-06-30,2024-07-01,1,exact,0,SBP,page,,,accepted,', 'end', 'is before the period starts, 2025-06-30'],
    ['exports,2025-02-29,2025-03-31,1,exact,0,SBP,page,,,accepted,', 'start', 'does not exist in the calendar'],
    ['exports,29/02/2024,2024-03-31,1,exact,0,SBP,page,,,accepted,', 'start', 'is not a day'],
    ['exports,2024-07-01,9999-06-30,1,exact,0,SBP,page,,,accepted,', 'end', 'is outside the years 1800 to 2200'],
    ['imports,2024-07-01,2025-03-31,1,exact,0,SBP,page,,,accepted,', 'indicator', 'is not in indicators.csv'],
    ['exports,2024-07-01,2025-03-31,1,exact,0,SBP,paper,,,accepted,', 'document', 'is not in documents.csv'],
    ['exports,2024-07-01,2025-03-31,1,exactly,0,SBP,page,,,accepted,', 'qualifier', 'is none of the words allowed'],
    ['exports,2024-07-01,2025-03-31,1,exact,-1,SBP,page,,,accepted,', 'half_width', 'is negative'],
    ['exports,2024-07-01,2025-03-31,1,exact,0,SBP,old,,,accepted,', 'known_by', 'is empty and the document is undated'],
    ['exports,2024-07-01,2025-03-31,1,exact,0,SBP,old,2025-05-01,,accepted,', 'known_by_basis', 'is empty'],
    [
      'exports,2024-07-01,2026-03-31,1,exact,0,SBP,page,,,accepted,',
      'known_by',
      'is before the period ends, 2026-03-31',
    ],
    [
      'parks,2024-07-01,2025-03-31,1,exact,0,SBP,page,,,accepted,',
      'start',
      'differs from the end, but a stock is counted on one day',
    ],
    [
      'exports,2024-07-01,2025-03-31,18-20,exact,1,SBP,page,,,accepted,',
      'qualifier',
      'is not range, but the value is one',
    ],
    ['exports,2024-07-01,2025-03-31,19,range,1,SBP,page,,,accepted,', 'qualifier', 'is range'],
    ['exports,2024-07-01,2025-03-31,19,exact,,SBP,page,,,accepted,', 'half_width', 'is empty'],
    [good.trim(), 'value', 'repeats row 2: same indicator, period, document and value'],
  ])('%s', async (line, field, problem) => {
    expect(await observation(line)).toEqual([expect.objectContaining({ row: 3, field, problem })]);
  });
  test('a value outside its expected range is named, unless it is suspect', async () => {
    const ranges = { 'expected-ranges.csv': 'indicator,low,high,because\nexports,0,20000,a year of exports\n' };
    const row = (value: string, status: string) => {
      const line = `exports,2024-07-01,2025-03-31,${value},exact,0,SBP,page,,,${status},\n`;
      return faultsOf({ ...ranges, 'observations.csv': header + good + line });
    };
    expect(await row('2824000', 'accepted')).toEqual([
      expect.objectContaining({ row: 3, problem: 'is outside the expected range, 0 to 20000: a year of exports' }),
    ]);
    expect((await row('-1', 'accepted')).length).toBe(1);
    expect(await row('2824000', 'suspect')).toEqual([]);
  });
  test('a length of period has a range of its own', async () => {
    const ranges = 'indicator,length,low,high\nexports,,0,20000\nexports,month,0,1000\nexports,month,0,2\n';
    const line = 'exports,2025-03-01,2025-03-31,1500,exact,0,SBP,page,,,accepted,\n';
    expect(await faultsOf({ 'expected-ranges.csv': ranges, 'observations.csv': header + good + line })).toEqual([
      expect.objectContaining({ row: 4, field: 'indicator', problem: 'has such a range already' }),
      expect.objectContaining({ row: 3, problem: 'is outside the expected range, 0 to 1000' }),
    ]);
  });
  test('a range keeps both its ends', async () => {
    const line = 'exports,2024-07-01,2025-03-31,18–20,range,,SBP,page,,,accepted,\n';
    expect(await faultsOf({ 'observations.csv': header + good + line })).toEqual([]);
  });
  test('too many cells are counted', async () => {
    expect((await observation('exports,2024-07-01,2025-03-31,2,820,exact,0,SBP,page,,,accepted,'))[0]).toMatchObject({
      row: 3,
      field: null,
      problem: 'has 13 cells under 12 columns',
    });
  });
  test('a row after a quoted line break keeps its line number', async () => {
    const spread = 'exports,2024-07-01,2025-05-31,1,exact,0,SBP,page,,,accepted,"two\nlines"';
    expect(
      (await observation(`${spread}\nexports,2024-07-01,2025-03-31,x,exact,0,SBP,page,,,accepted,`))[0],
    ).toMatchObject({
      row: 5,
    });
  });
});

describe('a bad file', () => {
  test.each([
    [
      'semicolons',
      'indicator;start;end;value\nexports;2024-07-01;2025-06-30;3800\n',
      'separates its columns with semicolons',
    ],
    ['a NUL byte', `${header}${good}exp\0orts`, 'contains a NUL byte'],
    ['Latin-1 read as UTF-8', `${header}${good.replace('SBP', 'S\uFFFDP')}`, 'contains characters that are not UTF-8'],
    ['a missing column', header.replace(',status', ''), 'lacks this column'],
    ['an unknown column', header.replace('status', 'status,colour'), 'is no column of this table'],
    ['an open quote', `${header}"exports,2024`, 'is no CSV from here on: Quote Not Closed'],
    ['ten million columns', ','.repeat(10_000_000), 'has a header longer than 10000 characters'],
  ])('%s', async (_, text, problem) => {
    expect((await faultsOf({ 'observations.csv': text }))[0]?.problem).toContain(problem);
  });
  test('a hundred thousand bad rows give a hundred faults and their count', async () => {
    const rows = 'imports,2024-07-01,2025-06-30,x,exact,0,SBP,page,,,accepted,\n'.repeat(20_000);
    const reading = await read({ 'observations.csv': header + rows });
    expect(reading).toMatchObject({ kind: 'faulty', count: 20_000 });
    expect(reading.kind === 'faulty' && reading.faults.length).toBe(100);
  });
  test('a faulty document is not reported again by its rows', async () => {
    const documents = files['documents.csv'].replace('2025-07-19', '2025-07-32');
    expect((await faultsOf({ 'documents.csv': documents })).map(({ file, field }) => [file, field])).toEqual([
      ['documents.csv', 'published_on'],
    ]);
  });
  test('an id stands once', async () => {
    const documents = `${files['documents.csv']}page,Another,Daily,https://example.org/3,2025-07-19\n`;
    expect(await faultsOf({ 'documents.csv': documents })).toEqual([
      expect.objectContaining({
        row: 4,
        field: 'id',
        problem: 'is the id of row 2 too',
      }),
    ]);
  });
  test('an id that differs in case alone is the same id', async () => {
    const targets = files['targets.csv'].replace('T2,250 parks', 't1,250 parks');
    expect(
      await faultsOf({ 'targets.csv': targets, 'milestones.csv': 'target,starts_on,on,planned,source\n' }),
    ).toEqual([
      expect.objectContaining({ row: 3, field: 'id', problem: 'is the id of row 2 in another case', value: 't1' }),
    ]);
  });
});

describe('a bad manifest', () => {
  test.each([
    ['calendar.firstMonth', manifest.replace('firstMonth: 7', 'firstMonth: 13')],
    ['timezone', manifest.replace('timezone: Asia/Karachi', 'timezone: PKT five')],
    ['schedule.cron', manifest.replace('0 6 * * 1', 'weekly')],
    ['format', manifest.replace('format: 1', 'format: 2')],
  ])('names %s', async (field, text) => {
    expect(await faultsOf({ 'pack.yaml': text })).toEqual([expect.objectContaining({ file: 'pack.yaml', field })]);
  });
  test('broken YAML is named by line', async () => {
    expect((await faultsOf({ 'pack.yaml': 'format: 1\nid: [tiny\n' }))[0]).toMatchObject({
      file: 'pack.yaml',
      row: expect.any(Number),
    });
  });
  test('an alias bomb is refused', async () => {
    const bomb = 'a: &a [1,1]\nb: &b [*a,*a]\nc: [*b,*b]\n';
    expect((await faultsOf({ 'pack.yaml': bomb }))[0]).toMatchObject({
      file: 'pack.yaml',
    });
  });
});

describe('a bad target or plan', () => {
  const target = (from: string, to: string) => faultsOf({ 'targets.csv': files['targets.csv'].replace(from, to) });
  test.each([
    ['FY2030 | calendar 2030', 'soon', 'due', 'names no period'],
    ['exports,exports,,15000', 'exports,,,15000', 'measure', 'and the reason are both empty'],
    ['exports,exports,,15000', 'exports,exports,no series,15000', 'measure', 'and a reason both stand'],
    ['exports,exports,,15000', 'exports,parks,,15000', 'assumption', 'is empty'],
    ['15000,USD mn per year', '15,USD bn per year', 'unit', "is not the indicator's, USD mn"],
    ['15000,USD mn per year', '15000,PKR mn', 'unit', 'cannot be compared with USD mn'],
    ['2025-07-19,Minister,page', '2025-08-19,Minister,page', 'known_by', 'is before the announcement, 2025-08-19'],
  ])('%s → %s', async (from, to, field, problem) => {
    expect(await target(from, to)).toContainEqual(expect.objectContaining({ row: 2, field, problem }));
  });
  test('a target in the wrong scale is told its value', async () => {
    expect((await target('15000,USD mn per year', '15,USD bn per year'))[0]?.mend).toBe('write 15000 USD mn');
  });
  test.each([
    ['T2,2024-07-01,2027-06-30,250', 'T2,2024-07-01,2025-06-30,250', 'on', 'is not after 2025-06-30'],
    ['T2,2024-07-01,2027-06-30,250', 'T2,2024-07-01,2027-06-30,40', 'planned', 'is less than the milestone before, 50'],
    ['T2,2024-07-01,2027-06-30,250', 'T9,2024-07-01,2027-06-30,250', 'target', 'is not in targets.csv'],
  ])('%s → %s', async (from, to, field, problem) => {
    expect(await faultsOf({ 'milestones.csv': files['milestones.csv'].replace(from, to) })).toEqual([
      expect.objectContaining({ row: 3, field, problem }),
    ]);
  });
});
