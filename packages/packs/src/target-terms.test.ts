import { describe, expect, test } from 'vitest';
import { faultsOf, files, read } from './tiny-pack.fixture.ts';

const terms = ['part_of', 'supersedes', 'hold', 'upper', 'baseline_value', 'baseline_period'] as const;
type Terms = Partial<Record<(typeof terms)[number], string>>;

/** T1 with terms; T2 as it is. */
function withTerms(stated: Terms): string {
  const [header = '', first = '', second = ''] = files['targets.csv'].trim().split('\n');
  const cells = terms.map((column) => stated[column] ?? '').join(',');
  return `${header},${terms.join(',')}\n${first},${cells}\n${second},${terms.map(() => '').join(',')}\n`;
}

async function termsRead(stated: Terms, others: Readonly<Record<string, string>> = {}) {
  const reading = await read({ 'targets.csv': withTerms(stated), ...others });
  return reading.kind === 'pack' ? reading.pack.targets[0]?.terms : reading.faults;
}

describe('what a target states beyond a value and a date', () => {
  test('is nothing where no column says it', async () => {
    expect(await termsRead({})).toBeUndefined();
  });

  test('is read from its columns', async () => {
    const stated = {
      supersedes: 'none',
      upper: '16000',
      baseline_value: '3800',
      baseline_period: 'FY2025',
    };
    expect(await termsRead(stated)).toEqual({
      ...{ partOf: null, supersedes: [], isHeld: false, upper: 16_000, dates: [] },
      baseline: { value: 3800, period: { label: 'FY2025', start: '2024-07-01', end: '2025-06-30' } },
    });
    expect(await termsRead({ hold: 'yes', supersedes: 'T2' })).toMatchObject({ isHeld: true, supersedes: ['T2'] });
  });

  test.each([
    [{ part_of: 'T9' }, 'part_of', 'is not in targets.csv'],
    [{ part_of: 'T1' }, 'part_of', 'is the target itself'],
    [{ supersedes: 'T2 | T9' }, 'supersedes', 'is not in targets.csv'],
    [{ hold: 'always' }, 'hold', 'is neither empty nor yes'],
    [{ upper: '15000' }, 'upper', 'is not above the value'],
    [{ baseline_value: '3800' }, 'baseline_period', 'names no period'],
    [{ baseline_period: 'FY2025' }, 'baseline_value', 'is empty'],
  ] as const)('%o is refused', async (stated, field, problem) => {
    expect(await faultsOf({ 'targets.csv': withTerms(stated) })).toEqual([
      expect.objectContaining({ file: 'targets.csv', row: 2, field, problem }),
    ]);
  });

  test('of one day supersedes in one direction', async () => {
    const cells = (supersedes: string) => terms.map((column) => (column === 'supersedes' ? supersedes : '')).join(',');
    const [header = '', first = '', second = ''] = files['targets.csv'].trim().split('\n');
    const rows = `${header},${terms.join(',')}\n${first},${cells('T2')}\n${second},${cells('T1')}\n`;
    expect((await faultsOf({ 'targets.csv': rows })).map(({ row, field, problem }) => [row, field, problem])).toEqual([
      [2, 'supersedes', 'supersedes T1 in turn'],
      [3, 'supersedes', 'supersedes T2 in turn'],
    ]);
  });

  test('as a part has the unit of its whole, and as an event no size', async () => {
    expect(await faultsOf({ 'targets.csv': withTerms({ part_of: 'T2' }) })).toEqual([
      expect.objectContaining({ row: 2, field: 'unit', problem: 'is not that of the whole, count' }),
    ]);
    const event = files['targets.csv'].replace('250,count,up,roll-out', '250,count,up,event');
    expect(await faultsOf({ 'targets.csv': event })).toEqual([
      expect.objectContaining({ row: 3, field: 'value', problem: 'is not 1, but an event happens or does not' }),
    ]);
  });

  test('may be several dates, the last of them its own', async () => {
    const header = 'target,due,value\n';
    const dates = `${header}T1,FY2027,8000\nT1,FY2030,15000\n`;
    expect(await termsRead({}, { 'target-dates.csv': dates })).toMatchObject({
      dates: [
        { value: 8000, due: { label: 'FY2027' } },
        { value: 15_000, due: { label: 'FY2030' } },
      ],
    });
    const faults = (rows: string) => faultsOf({ 'target-dates.csv': header + rows });
    expect((await faults('T1,FY2030,14000\n'))[0]).toMatchObject({ file: 'targets.csv', row: 2, field: 'value' });
    expect((await faults('T1,FY2029,15000\n'))[0]).toMatchObject({ file: 'targets.csv', row: 2, field: 'due' });
    expect((await faults('T1,FY2030,15000\nT1,FY2027,8000\n'))[0]).toMatchObject({
      row: 3,
      problem: 'is not after 2030-06-30',
    });
    expect((await faults('T9,soon,1\n')).map(({ field }) => field)).toEqual(['target', 'due']);
  });
});
