import type { Pack } from '@hadaf/packs';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessInPack, readBundledPack } from '../assess/pack-evidence.fixture.ts';

let pack: Pack;

beforeAll(async () => {
  pack = await readBundledPack();
});

const asOf = '2026-11-22';
const yearsOf = (targetId: string, day = asOf) => {
  const { endedYear, yearInProgress, years } = assessInPack(pack, targetId, day).report;
  const byLabel = new Map([...endedYear, ...yearInProgress].map((figure) => [figure.label, figure]));
  return { years, byLabel, count: endedYear.length + yearInProgress.length };
};

/**
 * By hand: FY2025 3,800, target 15,000 five years on: 3800 × 1.316017 = 5,000.9 in FY2026, × 1.316017² = 6,581.2 in FY2027.
 * 2,970 known after eight months of FY2026: (5000.9 − 2970) ÷ 4 = 507.7 in each month left, 1.16 times the best month known,
 * December 2025 with 437; 6581.2 ÷ 12 = 548.4 a month of FY2027, 1.26 times.
 */
describe('the years of $15bn in November 2026', () => {
  test('are FY2026, over with eight months, and FY2027 with none', () => {
    const { years, byLabel, count } = yearsOf('T01');
    expect(years.map(({ label, state, monthsKnown, monthsOver }) => [label, state, monthsKnown, monthsOver])).toEqual([
      ['FY2026', 'over', 8, 12],
      ['FY2027', 'running', 0, 4],
    ]);
    expect(years.map(({ landing }) => landing?.from)).toEqual(['months', 'forecast']);
    expect(byLabel.size, 'no two figures share a label').toBe(count);
  });

  test('ask of the ended year what its months must have brought, and nothing more', () => {
    const { byLabel } = yearsOf('T01');
    expect(byLabel.get('Milestone of the ended year')?.value).toBeCloseTo(5000.9, 1);
    expect(byLabel.get('Had to come in each month not reported')).toMatchObject({
      value: expect.closeTo(507.7, 1),
      note: '1.16 times the best month ever known',
    });
    expect(byLabel.get('Ended year, so far')).toMatchObject({ value: 2970, period: 'Jul–Feb FY2026' });
  });

  test('ask of the year in progress more than any month ever brought', () => {
    const { byLabel } = yearsOf('T01');
    expect(byLabel.get('Year in progress, so far')).toMatchObject({ value: null, period: 'FY2027' });
    expect(byLabel.get('Milestone of the year')?.value).toBeCloseTo(6581.2, 1);
    expect(byLabel.get('Needed in each remaining month')).toMatchObject({
      value: expect.closeTo(548.4, 1),
      note: '1.26 times the best month ever known; 4 of these months are over and not reported',
    });
    expect(byLabel.get('Best month known')).toMatchObject({ value: 437, period: 'Dec 2025' });
    expect(byLabel.get('Best month known')?.citations.length).toBe(1);
    expect(byLabel.get('Where it should be by now')?.period).toBe('Jul–Oct FY2027');
  });

  test('the year in progress lands where the forecast has it', () => {
    const { report } = assessInPack(pack, 'T01', asOf);
    const next = report.fan?.forecast.find(({ label }) => label === 'FY2027');
    expect(report.years[1]?.landing).toMatchObject({ median: next?.median, intervals: next?.intervals });
    expect(report.yearInProgress.find(({ label }) => label === 'Where that year lands')?.value).toBe(next?.median);
  });
});

describe('by the calendar', () => {
  test('FY2026 is in progress on its last day', () => {
    const { years, byLabel } = yearsOf('T01', '2026-06-30');
    expect(years.map(({ label, state }) => [label, state])).toEqual([['FY2026', 'running']]);
    expect(byLabel.get('Needed in each remaining month')?.value).toBeCloseTo(507.7, 1);
    expect(byLabel.has('Ended year, so far')).toBe(false);
  });

  test('a year whose total came has no state left', () => {
    const { years } = yearsOf('T01', '2025-09-01');
    expect(years.map(({ label, state }) => [label, state])).toEqual([['FY2026', 'running']]);
  });

  test('months of the running year stand beside a forecast that does not know them', () => {
    const { years, byLabel } = yearsOf('T01', '2024-11-30');
    expect(years.map(({ label, monthsKnown }) => [label, monthsKnown])).toEqual([
      ['FY2024', 11],
      ['FY2025', 4],
    ]);
    expect(years[1]?.sentences.join(' ')).toContain('Its 4 reported months alone would land it at $3.90bn');
    expect(byLabel.get('Where it should be by now')?.note).toMatch(/^what is known is .* below it$/);
  });
});

test('a year stands below where it should, and its milestone is unlikely', () => {
  const { byLabel } = yearsOf('T01');
  const landing = byLabel.get('Where the ended year lands')?.value ?? 0;
  const byThen = byLabel.get('Where it should have been by then')?.value ?? 0;
  expect(byThen).toBeCloseTo((5000.865 * 2970) / landing, 0);
  expect(byThen).toBeGreaterThan(2970);
  expect(byLabel.get('Probability of the ended year’s milestone')?.value).toBeLessThan(0.5);
});

/** On 1 July 2021 1,905 of FY2021 was reported; with two earlier years of the same months nothing but the forecast, $1.65bn, told. */
test('a forecast that what is reported has passed lands no year', () => {
  const { years, byLabel } = yearsOf('T07', '2021-07-01');
  expect(years[0]).toMatchObject({ label: 'FY2021', monthsKnown: 11, landing: null });
  expect(years[0]?.milestone?.probability).toBeNull();
  expect(years[0]?.sentences.join(' ')).toContain('what is reported passes the lower end of the forecast');
  expect(byLabel.has('Where the ended year lands')).toBe(false);
  expect(years[1]?.landing?.from).toBe('forecast');
});

describe('a target of the year itself', () => {
  test.each([
    ['T15', 'Milestone of the ended year', 'Probability of the ended year’s milestone', 5000],
    ['T10', 'Milestone of the year', 'Probability of the year’s milestone', 10_000],
  ])('%s is its own milestone, and P is the target’s', (id, milestone, chance, value) => {
    const { byLabel } = yearsOf(id);
    expect(byLabel.get(milestone)?.value).toBe(value);
    expect(byLabel.get(chance)?.value).toBe(assessInPack(pack, id, asOf).report.probability?.atDate);
  });

  test('asks nothing of the year after it', () => {
    const { years, byLabel } = yearsOf('T15');
    expect(years[1]?.milestone).toBeNull();
    expect(years[1]?.sentences.at(-1)).toBe('Nothing is asked of it: the target falls due before it.');
    expect(byLabel.has('Milestone of the year')).toBe(false);
  });
});

test.each(['T23', 'T29'])('%s, decided or undated, asks nothing of any year', (id) => {
  const { years } = yearsOf(id);
  expect(years.map(({ milestone }) => milestone)).toEqual([null, null]);
});

test('figures do not depend on the scale of the unit', () => {
  const thousandfold = {
    ...pack,
    observations: pack.observations.map((one) => ({
      ...one,
      ...{ value: one.value * 1000, halfWidth: one.halfWidth * 1000 },
    })),
    targets: pack.targets.map((target) => ({ ...target, value: target.value * 1000 })),
  };
  const scaled = new Map(
    assessInPack(thousandfold, 'T01', asOf).report.yearInProgress.map(({ label, value }) => [label, value]),
  );
  for (const { label, value, unit } of assessInPack(pack, 'T01', asOf).report.yearInProgress) {
    if (value === null) continue;
    const factor = unit === 'probability' ? 1 : 1000;
    expect((scaled.get(label) ?? 0) / (value * factor), label).toBeCloseTo(1, unit === 'probability' ? 1 : 2);
  }
});
