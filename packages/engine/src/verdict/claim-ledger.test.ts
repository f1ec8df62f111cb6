import type { Pack } from '@hadaf/packs';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessInPack, readBundledPack } from '../assess/pack-evidence.fixture.ts';

let pack: Pack;

beforeAll(async () => {
  pack = await readBundledPack();
});

const report = (targetId: string, asOf = '2026-11-22') => assessInPack(pack, targetId, asOf).report;

describe('the history of a claim', () => {
  test('of 250 centres begins with 10,000', () => {
    const told = report('T30').claimHistory.map(({ targetId, relation }) => [targetId, relation]);
    expect(told[0]).toEqual(['T60', 'first']);
    expect(told).toContainEqual(['T38', 'revises-value']);
    expect(report('T30').claimHistory.find(({ targetId }) => targetId === 'T38')?.sentence).toMatch(
      /lowered the target .* from 10,000 to 250\.$/,
    );
  });

  test('of the $25bn goes from exports to the size of an economy', () => {
    expect(report('T02').claimHistory.map(({ targetId, relation }) => [targetId, relation])).toEqual([
      ['T03', 'first'],
      ['T07', 'changes-scope'],
      ['T02', 'changes-scope'],
    ]);
    expect(report('T02').status).toBe('not-measurable');
  });

  test('says that 15 + 1 + 10 are not 25', () => {
    expect(report('T03').caveats).toContain('Its stated parts do not add up: $15bn + $1bn + $10bn = $26bn, not $25bn.');
    expect(report('T02').caveats.join(' ')).toContain('$26bn, not $25bn');
    expect(report('T30').caveats.join(' ')).not.toContain('add up');
  });

  test('knows on a day only what was said by then', () => {
    expect(report('T03', '2024-12-31').claimHistory.map(({ targetId }) => targetId)).toEqual(['T03', 'T07']);
  });
});

describe('the track record of official targets', () => {
  test('lays past targets of the series side by side', () => {
    const shares = report('T01').trackRecord.map(({ targetId, share }) => [targetId, Math.round((share ?? 0) * 100)]);
    expect(shares).toEqual(
      expect.arrayContaining([
        ['T22', 75],
        ['T23', 52],
        ['T20', 109],
      ]),
    );
    expect(report('T01').trackRecord.every(({ citation }) => citation.publisher !== '')).toBe(true);
  });

  test('says where pages give several targets for a year', () => {
    expect(report('T01').trackRecordNotes.join(' ')).toMatch(
      /FY2023: The outcome is 87\u00a0% of \$3bn .* 52\u00a0% of \$5bn/,
    );
  });

  test('holds no year whose total is not known', () => {
    expect(report('T01', '2023-06-30').trackRecord.map(({ dueLabel }) => dueLabel)).not.toContain('FY2023');
  });
});

describe('an event with a date', () => {
  test('is overdue, says how far the work is, and that its reports contradict each other', () => {
    const park = report('T44');
    expect(park).toMatchObject({ status: 'off-track', label: 'overdue' });
    expect(park.verdict).toContain('72\u00a0% of the work was reported done on 13 Feb 2026');
    expect(park.figures[0]).toMatchObject({ label: 'Physical progress, last report', value: 72, unit: 'percent' });
    expect(park.caveats[0]).toContain('one report is wrong');
  });

  test('has a history of dates', () => {
    expect(report('T48').slips?.sentence).toBe(
      'The date moved twice, from 18 Feb 2025 to 31 Dec 2025: 316 days later.',
    );
    expect(report('T01').slips).toBeNull();
  });

  test('that lies ahead cannot be assessed yet', () => {
    expect(report('T43')).toMatchObject({ status: 'not-assessable' });
    expect(report('T43').figures[0]).toMatchObject({ value: 10 });
  });
});
