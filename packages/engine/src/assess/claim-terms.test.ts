import { fileURLToPath } from 'node:url';
import type { Pack } from '@hadaf/packs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPackFolder } from '../pack/read-pack-folder.ts';
import { assessInPack } from './pack-evidence.fixture.ts';

let pack: Pack;

beforeAll(async () => {
  const folder = fileURLToPath(new URL('../example-okr', import.meta.resolve('@hadaf/packs')));
  const reading = await readPackFolder(folder);
  if (reading.kind === 'faulty') throw new Error(`the example pack has ${reading.count} faults`);
  pack = reading.pack;
});

const assessed = (targetId: string, asOf = '2026-05-01') => assessInPack(pack, targetId, asOf);

describe('the terms of a claim, in the example pack', () => {
  test('a promise to hold is judged year by year and broken for good', () => {
    const { report, decision } = assessed('KR5');
    expect(decision).toMatchObject({ method: 'held-years', label: 'broken' });
    expect(report).toMatchObject({ status: 'off-track', isSettled: true });
    expect(report.reason).toBe('2 of 3 years kept; missed with 84\u00a0% in 2024');
    expect(report.trackRecord.filter(({ targetId }) => targetId === 'KR5')).toMatchObject([
      { dueLabel: '2023', outcome: 86, reached: true },
      { dueLabel: '2024', outcome: 84, reached: false },
      { dueLabel: '2025', outcome: 88, reached: true },
    ]);
  });

  test('before its first missed year it stands', () => {
    expect(assessed('KR5', '2024-06-01').report).toMatchObject({ status: 'on-track', label: 'kept so far' });
  });

  test('a range is judged at its weaker end, and says so', () => {
    const { report } = assessed('KR6');
    expect(report.targetValue).toBe(10);
    expect(report.caveats[0]).toMatch(/^It names a range, .* it is met at the weaker end/);
  });

  test('of several dates the next one counts, and passed ones are scored', () => {
    expect(assessed('KR8').report).toMatchObject({ targetValue: 21, dueLabel: '2026' });
    expect(assessed('KR8', '2027-02-01').report).toMatchObject({ targetValue: 30, dueLabel: '2028' });
  });

  test('parts are those that say so, and must sum', () => {
    expect(assessed('KR1').report.caveats.join(' ')).not.toContain('do not add up');
    const smaller = pack.targets.map((target) => (target.id === 'KR7' ? { ...target, value: 12 } : target));
    const { report } = assessInPack({ ...pack, targets: smaller }, 'KR1', '2026-05-01');
    expect(report.caveats.join(' ')).toContain('Its stated parts do not add up');
  });

  test('a baseline that is not the series’ own is told', () => {
    expect(assessed('KR1').report.caveats.join(' ')).not.toContain('by its own words');
    const other = pack.targets.map((target) =>
      target.id === 'KR1' && target.terms?.baseline
        ? { ...target, terms: { ...target.terms, baseline: { ...target.terms.baseline, value: 20 } } }
        : target,
    );
    expect(assessInPack({ ...pack, targets: other }, 'KR1', '2026-05-01').report.caveats.join(' ')).toContain(
      'It starts from',
    );
  });

  test('what supersedes what is stated where the pack says it', () => {
    const told = assessed('KR2').report.claimHistory;
    expect(
      told.map(({ targetId, relation, ground, isSuperseded }) => [targetId, relation, ground, isSuperseded]),
    ).toEqual([
      ['KR0', 'first', 'inferred', true],
      ['KR2', 'revises-value', 'stated', false],
    ]);
  });

  test('rules find what they look at', () => {
    expect(assessed('KR3', '2026-07-15').signals).toMatchObject({
      release: '2026-04-10',
      missedMilestones: [{ on: '2026-06-30', planned: 4, reported: 3 }],
    });
    const { signals } = assessed('KR1');
    expect(signals?.burn).toBeGreaterThan(0);
    expect(signals?.probability).toBeGreaterThan(0);
  });
});
