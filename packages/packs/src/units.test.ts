import { describe, expect, test } from 'vitest';
import { unitFactor } from './units.ts';

describe('unitFactor', () => {
  test.each([
    ['USD bn', 'USD mn', 1000],
    ['USD mn per year', 'USD mn', 1],
    ['USD', 'USD mn', 1e-6],
    ['PKR mn', 'PKR bn', 1e-3],
    ['count', 'count', 1],
    ['percent of GDP', 'percent of GDP', 1],
    ['hour', 'minute', 60],
  ])('%s to %s is %d', async (from, to, factor) => {
    expect(await unitFactor(from, to)).toBe(factor);
  });
  test.each([
    ['USD mn', 'PKR mn'],
    ['count', 'percent'],
    ['event', 'USD mn'],
    ['import("fs")', 'USD mn'],
  ])('%s is not comparable with %s', async (from, to) => {
    expect(await unitFactor(from, to)).toBeNull();
  });
});
