import { counterRng } from '@hadaf/numerics';
import { describe, expect, test } from 'vitest';
import { fitCombination } from '../combination/fit-combination.ts';
import { forecastSeries } from '../forecast-series.ts';
import { annualCalibration } from './annual-calibration.generated.ts';
import { backtestErrors } from './backtest-errors.ts';
import { learnGuests } from './learn-guests.ts';

const origins = { horizon: 5, origins: 6, spacing: 1 };
const logDrift = 'random walk with drift on logs';
const shrunkLogDrift = 'random walk with shrunk drift on logs';

/** Series whose growth is a constant rate, and series whose growth is a constant amount. */
function growing(kind: 'rate' | 'amount', count: number) {
  return Array.from({ length: count }, (_, i) => {
    const rng = counterRng(`${kind} ${i}`, 5);
    let log = 3;
    let level = 100;
    const values = Float64Array.from({ length: 18 }, () => {
      log += 0.2 + 0.05 * rng.normal();
      level += 30 + 8 * rng.normal();
      return kind === 'rate' ? Math.exp(log) : level;
    });
    return { values, seasonLength: 1 };
  });
}

describe('learnGuests', () => {
  test('lets constant growth in where series grow by rates', () => {
    const [first] = learnGuests(growing('rate', 30), origins);
    expect([logDrift, shrunkLogDrift]).toContain(first);
  });

  test('lets no constant growth in where series grow by amounts', () => {
    const guests = learnGuests(growing('amount', 30), origins);
    expect(guests).not.toContain(logDrift);
    expect(guests).not.toContain(shrunkLogDrift);
  });

  test('is told nothing by fewer than 20 series', () => {
    expect(learnGuests(growing('rate', 19), origins)).toEqual([]);
    expect(learnGuests(growing('rate', 19), origins, ['naive'])).toEqual(['naive']);
  });

  test('makes the errors it was learned for smaller', () => {
    const pool = growing('rate', 30);
    const guests = learnGuests(pool, origins);
    const size = (names: readonly string[]) => {
      const errors = pool.flatMap((series) =>
        backtestErrors(series, origins, names).flatMap((fold) => [...fold.errors]),
      );
      return errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length;
    };
    expect(size(guests)).toBeLessThan(0.95 * size([]));
  });

  test('has guests for annual series alone', () => {
    const monthly = growing('rate', 30).map((series) => ({ ...series, seasonLength: 12 }));
    expect(learnGuests(monthly, { ...origins, fewest: 6 })).toEqual([]);
  });
});

describe('a guest', () => {
  const [{ values }] = growing('rate', 1);

  test('has a member’s weight in the forecast of a calibration that names it', () => {
    const calibration = { ...annualCalibration, guests: ['naive'] };
    const request = { seriesId: 'x', values, seasonLength: 1, horizon: 3, seed: 1, paths: 64, calibration };
    const result = forecastSeries(request);
    if (result.kind === 'unfit') throw new Error(result.reason);
    expect(result.models.find(({ name }) => name === 'naive')?.weight).toBeCloseTo(1 / result.models.length, 12);
  });

  test('joins on levels where values are not positive', () => {
    const signed = Float64Array.from(values, (value, t) => value - (t === 3 ? 1e6 : 0));
    const names = fitCombination(signed, { seasonLength: 1, guests: [shrunkLogDrift] }).shares.map(({ name }) => name);
    expect(names.some((name) => name.includes(' on '))).toBe(false);
  });
});
