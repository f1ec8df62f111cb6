import type { Pack } from '@hadaf/packs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBundledPack } from '../assess/pack-evidence.fixture.ts';
import { replayInputs, standingDays } from './replay-inputs.ts';
import type { ReplayTask } from './replay-record.ts';

let pack: Pack;
beforeAll(async () => {
  pack = await readBundledPack();
});

function taskOf(change: Partial<ReplayTask> = {}): ReplayTask {
  return {
    reported: pack.indicators.map((indicator) => ({
      indicator,
      observations: pack.observations.filter(({ indicatorId }) => indicatorId === indicator.id),
    })),
    targets: pack.targets.map((target) => ({ target, version: 1 })),
    settings: { seed: 1, paths: 64, longestHorizon: 25 },
    ...{ asOf: '2026-11-22', codeVersion: 'one' },
    ...change,
  };
}

const daysOf = (task: ReplayTask) => replayInputs(task).map((day) => ({ ...day, hasEntry: true }));
const standing = (change: Partial<ReplayTask>) => standingDays(daysOf(taskOf()), replayInputs(taskOf(change)));

describe('days of an earlier replay', () => {
  test('all stand where nothing changed, in whatever order it is read', () => {
    const { reported, targets } = taskOf();
    const all = replayInputs(taskOf()).length;
    expect(all).toBeGreaterThan(50);
    expect(standing({ reported: reported.toReversed(), targets: targets.toReversed() })).toHaveLength(all);
  });

  test('fall with the code and the settings', () => {
    expect(standing({ codeVersion: 'two' })).toEqual([]);
    expect(standing({ settings: { seed: 2, paths: 64, longestHorizon: 25 } })).toEqual([]);
  });

  test('stand before the day of a report that reads otherwise now, and fall from it on', () => {
    const changed = pack.observations.find(({ knownBy }) => knownBy > '2023-01-01');
    const reported = taskOf().reported.map(({ indicator, observations }) => ({
      indicator,
      observations: observations.map((one) => (one === changed ? { ...one, value: one.value + 1 } : one)),
    }));
    const left = standing({ reported });
    expect(left.at(-1)?.asOf).toBe(
      replayInputs(taskOf()).findLast(({ asOf }) => asOf < (changed?.knownBy ?? ''))?.asOf,
    );
    expect(left.length).toBeGreaterThan(10);
  });

  test('stand up to an earlier day that is asked for, and later ones do not count there', () => {
    expect(standing({ asOf: '2022-07-28' })).toEqual(daysOf(taskOf({ asOf: '2022-07-28' })));
  });
});
