import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counted } from './counted.ts';

describe('counted', () => {
  test('is singular for one alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), (count) => {
        expect(counted(count, 'day')).toBe(count === 1 ? '1 day' : `${count} days`);
      }),
      { examples: [[0], [1], [-1]] },
    );
  });

  test('takes a plural of its own', () => {
    expect([1, 2].map((count) => counted(count, 'entry', 'entries'))).toEqual(['1 entry', '2 entries']);
  });
});
