import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeReported, middleOfRange, rangeEnds } from './reported-value.ts';

const printed = fc.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 3 }));

describe('a reported range', () => {
  test('gives back both ends as printed', () => {
    fc.assert(
      fc.property(printed, fc.integer({ min: 1, max: 999_999 }), ([first, decimals], width) => {
        const low = Number(`${first}e-${decimals}`);
        const high = Number(`${first + width}e-${decimals}`);
        expect(rangeEnds(middleOfRange({ low, high }))).toEqual({ low, high });
      }),
    );
  });
  test('is told by its ends, other values by their own words', () => {
    const range = { ...middleOfRange({ low: 18, high: 20 }), qualifier: 'range' } as const;
    expect(range).toMatchObject({ value: 19, halfWidth: 1 });
    expect(describeReported(range)).toBe('18–20');
    expect(describeReported({ value: 50, halfWidth: 0, qualifier: 'over' })).toBe('over 50');
    expect(describeReported({ value: 2820, halfWidth: 5, qualifier: 'exact' })).toBe('2820');
  });
});
