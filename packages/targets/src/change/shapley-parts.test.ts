import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapleyParts } from './shapley-parts.ts';

const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const game = fc
  .integer({ min: 1, max: 5 })
  .chain((n) => fc.tuple(fc.constant(n), fc.array(figure, { minLength: 2 ** n, maxLength: 2 ** n })));

const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);

describe('shapleyParts', () => {
  test('sum to the change', () => {
    fc.assert(
      fc.property(game, ([n, values]) => {
        const parts = shapleyParts(n, (mask) => values[mask] ?? 0);
        expect(sum(parts)).toBeCloseTo((values.at(-1) ?? 0) - (values[0] ?? 0), 6);
      }),
    );
  });

  test('give each cause its own effect where effects only add up', () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 6 }), (effects) => {
        const parts = shapleyParts(effects.length, (mask) =>
          effects.reduce((total, effect, i) => (mask & (2 ** i) ? total + effect : total), 7),
        );
        for (const [i, effect] of effects.entries()) expect(parts[i]).toBeCloseTo(effect, 5);
      }),
    );
  });

  test('do not depend on the order of the causes', () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 4, maxLength: 4 }), (values) => {
        const swapped = (mask: number) => ((mask & 1) << 1) | ((mask & 2) >> 1);
        const [a = 0, b = 0] = shapleyParts(2, (mask) => values[mask] ?? 0);
        const [c = 0, d = 0] = shapleyParts(2, (mask) => values[swapped(mask)] ?? 0);
        expect(a).toBeCloseTo(d, 6);
        expect(b).toBeCloseTo(c, 6);
      }),
    );
  });

  test('give nothing to a cause that changes nothing', () => {
    expect(shapleyParts(2, (mask) => (mask & 1 ? 5 : 2))).toEqual([3, 0]);
  });

  test('share a joint effect equally', () => {
    expect(shapleyParts(2, (mask) => (mask === 3 ? 10 : 0))).toEqual([5, 5]);
  });

  test.each([0, 11, 1.5])('rejects %d causes', (causes) => {
    expect(() => shapleyParts(causes, () => 0)).toThrow(RangeError);
  });
});
