import type { Pack } from '@hadaf/packs';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessInPack, readBundledPack } from '../assess/pack-evidence.fixture.ts';

const asOf = '2026-11-22';
let pack: Pack;

beforeAll(async () => {
  pack = await readBundledPack();
});

const promised = (targetId: string, on = asOf) =>
  assessInPack(pack, targetId, on).report.figures.filter(({ label }) => label.startsWith('Promised with it'));

describe('what is promised with an event or a roll-out', () => {
  test('stands on the page of the park, with its claim and the newest date', () => {
    expect(promised('T43').map(({ value, unit }) => [value, unit])).toEqual([
      [13_400, 'count'],
      [90, 'USD mn per year'],
    ]);
    for (const { citations, note } of promised('T43')) {
      expect(citations).toHaveLength(1);
      expect(note).toContain('after 31 Dec 2027');
    }
  });

  test('moves with the date, and says by how much', () => {
    expect(promised('T44')[0]?.note).toMatch(/, which has passed; \d+ days later than first said/);
  });

  test('is told per centre for the centres', () => {
    const jobs = promised('T30').find(({ value }) => value === 20_000);
    expect(jobs).toMatchObject({ unit: 'count', note: '80 jobs for each of 250 centres' });
  });

  test('is not told before anybody claimed it', () => {
    expect(promised('T49', '2022-01-01')).toEqual([]);
  });
});

describe('the matrix of a roll-out', () => {
  test('has the earned schedule beside the linear pace, from the start of the plan', () => {
    const { matrix } = assessInPack(pack, 'T30', asOf).report;
    const cell = (id: string) => matrix?.cells.find(({ methodId }) => methodId === id);
    expect(cell('earned-schedule')).toMatchObject({ status: 'off-track', metric: expect.closeTo(0.72, 2) });
    expect(cell('linear-pace')).toMatchObject({ status: 'off-track', metric: expect.closeTo(0.16 / (403 / 1094), 2) });
    expect(cell('probability')).toBeUndefined();
    expect(matrix?.windows).toEqual([]);
  });
});
