import type { Pack } from '@hadaf/packs';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessInPack, readBundledPack } from '../assess/pack-evidence.fixture.ts';

let pack: Pack;

beforeAll(async () => {
  pack = await readBundledPack();
});

const yearOf = (targetId: string) =>
  new Map(assessInPack(pack, targetId, '2026-11-22').report.yearInProgress.map((figure) => [figure.label, figure]));

/**
 * By hand: FY2025 3,800, target 15,000 five years on: 3800 × 1.316017 = 5,000.9 in FY2026; 2,970 known after eight months,
 * so (5000.9 − 2970) ÷ 4 = 507.7 in each month left; the best month known is December 2025 with 437: 1.16 times.
 */
describe('the year in progress of $15bn', () => {
  test('needs more each month than any month ever brought', () => {
    const year = yearOf('T01');
    expect(year.get('Milestone of the year')?.value).toBeCloseTo(5000.9, 1);
    expect(year.get('Needed in each remaining month')).toMatchObject({
      value: expect.closeTo(507.7, 1),
      note: '1.16 times the best month ever known',
    });
    expect(year.get('Best month known')).toMatchObject({ value: 437, period: 'Dec 2025' });
    expect(year.get('Best month known')?.citations.length).toBe(1);
  });

  test('stands below where it should be, and its milestone is unlikely', () => {
    const year = yearOf('T01');
    const landing = year.get('Where that year lands')?.value ?? 0;
    const byNow = year.get('Where it should be by now')?.value ?? 0;
    expect(byNow).toBeCloseTo((5000.865 * 2970) / landing, 0);
    expect(byNow).toBeGreaterThan(2970);
    expect(year.get('Probability of the year’s milestone')?.value).toBeLessThan(0.5);
  });
});

describe('a target of the year itself', () => {
  test('is its own milestone, and P is the target’s', () => {
    const { yearInProgress, probability } = assessInPack(pack, 'T15', '2026-11-22').report;
    const milestone = yearInProgress.find(({ label }) => label === 'Milestone of the year');
    const chance = yearInProgress.find(({ label }) => label === 'Probability of the year’s milestone');
    expect(milestone?.value).toBe(5000);
    expect(chance?.value).toBe(probability?.atDate);
  });
});

test('a target whose period is over needs nothing of this year', () => {
  expect(yearOf('T23').has('Milestone of the year')).toBe(false);
});
