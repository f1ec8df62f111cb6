import { readdirSync, readFileSync } from 'node:fs';
import { fiscalYearSeries, nextRelease } from '@hadaf/series';
import { detectors } from '@hadaf/targets';
import { describe, expect, test } from 'vitest';
import { assessClaims } from './claims/assess-claim.ts';
import { readPack } from './read-pack.ts';

const folder = new URL('../example-okr/', import.meta.url);
const reading = await readPack(
  new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])),
);
if (reading.kind !== 'pack') throw new Error(`example-okr is faulty: ${JSON.stringify(reading.faults)}`);
const { pack } = reading;

describe('example-okr', () => {
  const revenue = pack.observations.filter(({ indicatorId }) => indicatorId === 'recurring_revenue');
  test('reads calendar years as fiscal years', () => {
    const { years, inProgress } = fiscalYearSeries(revenue, pack.calendar, '2026-05-01');
    expect(years.map(({ label, value }) => [label, value])).toEqual([
      ['2021', 8.1],
      ['2022', 9.9],
      ['2023', 12.4],
      ['2024', 15.2],
      ['2025', 18.3],
    ]);
    expect(inProgress).toMatchObject({ label: '2026', months: 3, value: 5.1 });
    expect(inProgress?.landingRatios[0]).toBeCloseTo(Math.log(18.3 / 4.2), 12);
  });
  test('names a due year, a due day and a goal to fall to', () => {
    const due = Object.fromEntries(pack.targets.map((target) => [target.id, [target.due[0]?.label, target.direction]]));
    expect(due).toMatchObject({ KR1: ['2027', 'up'], KR2: ['2026', 'down'], KR3: ['31 Dec 2026', 'up'] });
  });
  test('uses every feature of the format', () => {
    const terms = pack.targets.flatMap((target) => target.terms ?? []);
    expect([
      terms.some(({ partOf }) => partOf !== null),
      terms.some(({ supersedes }) => supersedes?.length === 1),
      terms.some(({ supersedes }) => supersedes?.length === 0),
      terms.some(({ isHeld }) => isHeld),
      terms.some(({ upper }) => upper !== null),
      terms.some(({ dates }) => dates.length > 1),
      terms.some(({ baseline }) => baseline !== null),
    ]).toEqual(Array(7).fill(true));
    expect(new Set(pack.alertRules.map(({ detector }) => detector))).toEqual(new Set(detectors));
    const tables = [pack.agencies, pack.expectedRanges, pack.plans, pack.claims, pack.conflicts, pack.releases];
    expect(tables.filter((rows) => rows.length === 0)).toEqual([]);
    expect(pack.indicators.some(({ variantOf }) => variantOf !== null)).toBe(true);
    expect(pack.indicators.flatMap(({ changes = [] }) => changes)).toMatchObject([{ link: { factor: 1.04 } }]);
  });
  test('expects the release its publisher announced', () => {
    const indicator = pack.indicators[0];
    expect(indicator && nextRelease(revenue, indicator, '2026-05-01', pack.releases)).toMatchObject({
      basis: 'stated',
      expectedOn: '2026-07-20',
    });
  });
  test('checks its claims', () => {
    expect(assessClaims(pack, '2026-05-01').map(({ verdict }) => verdict)).toEqual(['holds', 'promise-open']);
  });
});
