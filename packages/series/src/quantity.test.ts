import { describe, expect, test } from 'vitest';
import { axisUnit, formatCalculated, formatProbability, formatQuantity, formatShare } from './quantity.ts';

const spoken = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [31.601_710_017_673_6, '31.6017100177'],
  [291.200_000_000_000_7, '291.2'],
  [-0.25, '−0.25'],
  [12_345_678_901_234, '12345678901234'],
])('a calculator shows %f as %s', (value, shown) => {
  expect(formatCalculated(value)).toBe(shown);
});

describe('formatQuantity', () => {
  test.each([
    [3800, 'USD mn', '$3.80bn'],
    [15_000, 'USD mn per year', '$15bn a year'],
    [324, 'USD mn', '$324m'],
    [84.31, 'USD mn', '$84.3m'],
    [-2429, 'USD mn', '−$2.43bn'],
    [3000, 'USD mn (over)', 'over $3bn'],
    [186_000, 'PKR mn', 'PKR 186bn'],
    [20_000, 'count (over)', 'over 20,000'],
    [250, 'count (plan)', '250 (plan)'],
    [2.7, 'percent of GDP', '2.7 % of GDP'],
    [31.6, 'percent a year', '31.6 % a year'],
    [20, 'percent', '20 %'],
    [20, 'percent a year', '20.0 % a year'],
    [0.614, 'ratio', '0.61'],
    [0.004, 'probability', '<1 %'],
    [12.5, 'sq ft', '12.5 sq ft'],
    [2039, 'fiscal year', 'FY2039'],
    [1, 'event', 'completion'],
    [Number.NaN, 'USD mn', '–'],
  ])('%d %s reads %s', (value, unit, expected) => {
    expect(spoken(formatQuantity(value, unit))).toBe(expected);
  });
});

describe('formatProbability', () => {
  test.each([
    [0, '<1 %'],
    [0.0099, '<1 %'],
    [0.12, '12 %'],
    [0.994, '>99 %'],
    [1, '>99 %'],
    [Number.NaN, '–'],
    [12, '–'],
  ])('%d reads %s', (probability, expected) => {
    expect(spoken(formatProbability(probability))).toBe(expected);
  });
});

test('formatShare reads a fraction as a percentage', () => {
  expect(spoken(formatShare(0.3156))).toBe('31.6 %');
  expect(spoken(formatShare(-0.008))).toBe('−0.8 %');
});

test('axisUnit counts money in billions once there are billions', () => {
  expect(axisUnit('USD mn', 15_000)).toEqual({ label: 'US$ billion', divisor: 1000 });
  expect(axisUnit('USD mn per year', 400)).toEqual({ label: 'US$ million a year', divisor: 1 });
  expect(axisUnit('count', 5000)).toEqual({ label: 'count', divisor: 1 });
});
