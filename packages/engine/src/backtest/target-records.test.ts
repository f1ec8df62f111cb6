import { expect, test } from 'vitest';
import { readBundledPack } from '../assess/pack-evidence.fixture.ts';
import { calibrationsByDay } from '../calibration/calibrations-by-day.ts';
import { recordTargets } from './target-records.ts';

const change = { validFrom: '2024-07-01', knownBy: '2024-07-01', label: 'wider', definition: '', documentId: '' };

test('a target is scored on the definition it is judged on, where what is measured changed since', async () => {
  const pack = await readBundledPack();
  const target = pack.targets.find(({ id }) => id === 'T23');
  const found = pack.indicators.find(({ id }) => id === target?.measure?.indicatorId);
  if (!target || !found) throw new Error('the pack has no T23');
  const observations = pack.observations.filter(({ indicatorId }) => indicatorId === found.id);
  const indicator = { ...found, changes: [{ ...change, link: { factor: 2, basis: 'stated' } }] };
  const past = {
    ...{ observations, asOf: '2026-11-22', settings: { seed: 1, paths: 64, longestHorizon: 25 } },
    ...{ indicator, reported: [{ indicator, observations }] },
  };
  const [record] = recordTargets(past, [target], calibrationsByDay(past.reported));
  // $2.6bn of $5bn, by the definition of then: twice as much today would look like a target reached.
  expect(record).toMatchObject({ value: 5000, outcome: { value: 2596, reached: false } });
});
