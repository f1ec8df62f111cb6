import { describe, expect, test } from 'vitest';
import { growthRatio } from './growth-ratio.ts';

const target = { year: 2030, value: 15_000 };
const ratio = (baseYear: number, base: number, latest: number) =>
  growthRatio({
    base: { year: baseYear, value: base },
    latest: { year: 2025, value: latest },
    target,
    direction: 'up',
  });

describe('growthRatio of $15bn in FY2030', () => {
  test('over one year of the central bank series is 0.61', () => {
    // 3800/3223 − 1 = 0.17903; (15000/3223)^(1/6) − 1 = 0.29211; 0.17903/0.29211 = 0.6129
    expect(ratio(2024, 3223, 3800)).toEqual({ kind: 'defined', value: expect.closeTo(0.6129, 3) });
  });

  test('over two years is 0.74', () => {
    // (3800/2596)^(1/2) − 1 = 0.20986; (15000/2596)^(1/7) − 1 = 0.28472; ratio 0.7371
    expect(ratio(2023, 2596, 3800)).toEqual({ kind: 'defined', value: expect.closeTo(0.7371, 3) });
  });

  test('over three years is 0.54', () => {
    // (3800/2619)^(1/3) − 1 = 0.13208; (15000/2619)^(1/8) − 1 = 0.24379; ratio 0.5418
    expect(ratio(2022, 2619, 3800)).toEqual({ kind: 'defined', value: expect.closeTo(0.5418, 3) });
  });

  test('of the headline with freelancers is 0.99', () => {
    // 4600/3639.241 − 1 = 0.26400; (15000/3639.241)^(1/6) − 1 = 0.26623; ratio 0.99162 (worked example WE176)
    expect(ratio(2024, 3639.241, 4600)).toEqual({ kind: 'defined', value: expect.closeTo(0.991615, 5) });
  });

  test('has no meaning with the base at the latest year', () => {
    expect(ratio(2025, 3800, 3800)).toEqual({ kind: 'undefined', reason: 'base-at-latest' });
  });

  test('has no meaning with the base at or past the target', () => {
    expect(ratio(2024, 15_000, 3800)).toEqual({ kind: 'undefined', reason: 'base-at-goal' });
    expect(ratio(2024, 16_000, 3800)).toEqual({ kind: 'undefined', reason: 'base-past-goal' });
  });

  test('carries the reason of an undefined growth', () => {
    expect(ratio(2024, 0, 3800)).toEqual({ kind: 'undefined', reason: 'zero-base' });
    expect(ratio(2024, 3223, 0)).toEqual({ kind: 'undefined', reason: 'zero-goal' });
  });

  test('is positive where a target that must fall falls', () => {
    const halving = growthRatio({
      base: { year: 2015, value: 14.5 },
      latest: { year: 2023, value: 10.4 },
      target: { year: 2030, value: 7.25 },
      direction: 'down',
    });
    expect(halving).toEqual({ kind: 'defined', value: expect.closeTo(0.9010899546976208, 12) }); // StatCan 1-1-1
  });
});
