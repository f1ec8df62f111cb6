import type { Pack } from '@hadaf/packs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MeasuredSeries } from './measured-series.ts';
import { assessInPack, packSeries, readBundledPack } from './pack-evidence.fixture.ts';
import type { TargetAssessment } from './target-assessment.ts';

let pack: Pack;

beforeAll(async () => {
  pack = await readBundledPack();
});

const seriesOf = (indicatorId: string, asOf: string): MeasuredSeries => packSeries(pack, indicatorId, asOf);
const assess = (targetId: string, asOf: string): TargetAssessment => assessInPack(pack, targetId, asOf);

function figure({ report }: TargetAssessment, label: string): number {
  return report.figures.find((candidate) => candidate.label === label)?.value ?? Number.NaN;
}

/**
 * By hand, from the central bank's fiscal totals as reported (USD mn): FY2022 2,619.1, FY2023 2,596, FY2024 3,223,
 * FY2025 3,800; target 15,000 in FY2030, five years after FY2025.
 *
 *   required   (15000 ÷ 3800)^(1/5) = 3.947368^0.2 = 1.316017       31.60 % a year
 *   achieved   3800 ÷ 3223 = 1.179026                                17.90 % in the last year
 *   one year   (15000 ÷ 3223)^(1/6) = 1.292127; 0.179026 ÷ 0.292127 = 0.6128
 *   two years  (3800 ÷ 2596)^(1/2) = 1.209865, (15000 ÷ 2596)^(1/7) = 1.284757; 0.209865 ÷ 0.284757 = 0.7370
 *   three      (3800 ÷ 2619.1)^(1/3) = 1.132080, (15000 ÷ 2619.1)^(1/8) = 1.243778; 0.132080 ÷ 0.243778 = 0.5418
 *   amount     (15000 − 3800) ÷ 5 = 2,240 a year
 */
describe('$15bn of IT exports on the central bank’s series', () => {
  const asOf = '2026-11-22';

  test('stands on the reported fiscal totals', () => {
    const { years, inProgress } = seriesOf('ict_services_exports', asOf);
    expect(years.map(({ label, value }) => [label, value])).toEqual([
      ['FY2016', 788.64],
      ['FY2017', 938.64],
      ['FY2018', 1065],
      ['FY2019', 1191.864],
      ['FY2020', 1438.827],
      ['FY2021', 2108],
      ['FY2022', 2619.1],
      ['FY2023', 2596],
      ['FY2024', 3223],
      ['FY2025', 3800],
    ]);
    expect(inProgress).toMatchObject({ fiscalYear: 2026, months: 8, value: 2970 });
  });

  test('needs and had the growth a hand calculation finds', () => {
    const found = assess('T01', asOf);
    expect(found.report.requiredGrowth).toBeCloseTo(0.316017, 6);
    expect(found.report.achievedGrowth).toBeCloseTo(0.179026, 6);
    expect(figure(found, 'Amount required')).toBeCloseTo(2240, 9);
    expect(figure(found, 'Achieved ÷ required growth, 1-year window')).toBeCloseTo(0.6128, 4);
    expect(figure(found, 'Achieved ÷ required growth, 2-year window')).toBeCloseTo(0.737, 4);
    expect(figure(found, 'Achieved ÷ required growth, 3-year window')).toBeCloseTo(0.5418, 4);
  });

  test('is unlikely, and says so with its sources', () => {
    const { report } = assess('T01', asOf);
    expect(report.status).toBe('off-track');
    expect(report.probability?.atDate).toBeLessThan(0.05);
    expect(report.probability?.byDate).toBeGreaterThanOrEqual(report.probability?.atDate ?? 1);
    expect(report.citations.length).toBeGreaterThan(5);
    expect(report.interval.map(({ level }) => level)).toEqual([0.5, 0.8, 0.95]);
  });

  test('is assessed on an earlier day from what was known then', () => {
    const { years } = seriesOf('ict_services_exports', '2024-12-31');
    expect(years.at(-1)).toMatchObject({ label: 'FY2024', value: 3223 });
    expect(assess('T01', '2025-08-31').report.latest?.value).toBe(3800);
  });
});

describe('the other plans of the documents', () => {
  const asOf = '2026-11-22';

  test('$25bn is not measurable, with the reason', () => {
    const { report } = assess('T02', asOf);
    expect(report.status).toBe('not-measurable');
    expect(report.reason).toContain('26');
  });

  test('250 centres show 40 reported against 50 due, on a stated assumption', () => {
    const { report } = assess('T30', asOf);
    expect(report.latest).toMatchObject({ value: 40, period: '8 Aug 2025' });
    expect(report.figures.find(({ label }) => label === 'Due by 30 Jun 2025')).toMatchObject({
      value: 50,
      note: '40 reported, not met',
    });
    expect(report.assumption).not.toBeNull();
  });

  test.each([
    ['T23', 'missed, 52\u00a0% attained'],
    ['T22', 'missed, 75\u00a0% attained'],
    ['T20', 'reached, 109\u00a0% attained'],
  ])('past target %s is scored: %s', (id, words) => {
    expect(assess(id, asOf).report.reason).toBe(words);
  });

  test('every target of the pack gets an assessment with a sentence', () => {
    for (const { id } of pack.targets) expect(assess(id, asOf).report.verdict, id).toMatch(/[\w)”]\.$/);
  });
});
