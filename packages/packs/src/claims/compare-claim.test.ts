import { describe, expect, test } from 'vitest';
import type { Claim } from './claim.ts';
import { compareClaim } from './compare-claim.ts';
import { around } from './interval.ts';

function printed(value: number, halfWidth: number, qualifier: Claim['qualifier'] = 'exact'): Claim {
  const document = { id: 'C1', documentId: 'page', subject: 'exports', period: 'FY2025', unit: 'USD mn' };
  return { ...document, type: 'level', value, halfWidth, qualifier, targetId: null, stepOfTargetId: null, checks: [] };
}

const computed = (value: number, halfWidth = 0) => ({ value, interval: around(value, halfWidth) });

describe('compareClaim', () => {
  test.each([
    ['541 is 541', printed(541, 0.5), computed(541), 'same'],
    ['23.7 prints 23.69', printed(23.7, 0.05), computed(23.69), 'same'],
    ['2.82bn is 2,825 rounded', printed(2820, 5, 'rounded'), computed(2825), 'by-rounding'],
    ['2.42bn is 2,429 cut off', printed(2420, 5, 'rounded'), computed(2429), 'by-rounding'],
    ['2.42bn is not 2,460', printed(2420, 5, 'rounded'), computed(2460), 'apart'],
    ['32.7 is 33.04 of rounded inputs', printed(32.7, 0.05), computed(33.04, 1), 'by-rounding'],
    ['88.4 is 88.8 within half a percent', printed(88.4, 0.05), computed(88.8, 0.1), 'by-rounding'],
    ['21 percent is not 20', printed(21, 0.5), computed(20, 0.5), 'apart'],
    ['over 50 is not 43', printed(50, 0, 'over'), computed(43), 'apart'],
    ['over 50 holds at 60', printed(50, 0, 'over'), computed(60), 'same'],
    ['over 200 holds at 199.9 by rounding', printed(200, 0, 'over'), computed(199.9, 0.05), 'by-rounding'],
    ['about 1,000 is not 789', printed(1000, 100, 'about'), computed(788.64), 'apart'],
  ] as const)('%s', (_, claim, quantity, agreement) => {
    expect(compareClaim(claim, quantity)).toBe(agreement);
  });
  test('a bound on one side agrees with all beyond it', () => {
    const atMost = { value: 94.75, interval: { lower: Number.NEGATIVE_INFINITY, upper: 94.75 } };
    expect(compareClaim(printed(90, 0.5), atMost)).toBe('same');
    expect(compareClaim(printed(99, 0.5), atMost)).toBe('apart');
  });
});
