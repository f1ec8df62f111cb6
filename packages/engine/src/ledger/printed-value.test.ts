import { describe, expect, test } from 'vitest';
import { printedHalfWidth, readPrintedValue } from './printed-value.ts';

const shown = (text: string, unit = 'USD mn') => {
  const reading = readPrintedValue(text, unit);
  if (reading.kind === 'fault') return `${reading.problem}; ${reading.mend}`;
  return [reading.value, reading.halfWidth, reading.qualifier];
};

describe('readPrintedValue', () => {
  test.each([
    ['402', 402, 0.5, 'exact'],
    ['2.82bn', 2820, 5, 'rounded'],
    ['$2.82bn', 2820, 5, 'rounded'],
    ['US$ 3.223 billion', 3223, 0.5, 'rounded'],
    ['$402m', 402, 0.5, 'exact'],
    ['788.640', 788.64, 0.0005, 'exact'],
    ['-0.3bn', -300, 50, 'rounded'],
    ['over 2.8bn', 2800, 0, 'over'],
    ['about 400', 400, 0.5, 'about'],
    ['18-20', 19, 1, 'range'],
    ['$18–20 million', 19, 1, 'range'],
    ['$1.5bn to $1.6bn', 1550, 50, 'range'],
    ['between 18.3 and 19.4', 18.85, 0.55, 'range'],
    ['-20–-18', -19, 1, 'range'],
  ])('%s in USD mn is %d ± %d, %s', (text, ...expected) => {
    expect(shown(text)).toEqual(expected);
  });
  test.each([
    ['18,000', 'count', /thousands separators; write 18000/],
    ['2,82', 'USD mn', /decimal comma; write 2.82 if that is meant/],
    ['۲۸۲۰', 'USD mn', /other digits; write 2820/],
    ['$402', 'USD mn', /names a currency and no size; write it as \$402m/],
    ['Rs 5bn', 'USD mn', /is in PKR, the indicator in USD mn/],
    ['23.7%', 'USD mn', /is a share/],
    ['=1+1', 'USD mn', /is not a number/],
    ['', 'USD mn', /is empty/],
    ['20-18', 'USD mn', /ends are not in order; write the lower end first/],
    ['800m-1.2bn', 'USD mn', /ends differ in scale/],
    ['18–19 %', 'USD mn', /is a share/],
    [`1${'0'.repeat(400)}`, 'USD mn', /is too large/],
  ])('refuses %s in %s', (text, unit, words) => {
    expect(shown(text, unit)).toMatch(words);
  });
  test('takes counts as exact unless they are scaled', () => {
    expect(shown('250', 'count')).toEqual([250, 0, 'exact']);
    expect(shown('20k', 'count')).toEqual([20_000, 500, 'rounded']);
    expect(shown('23.7%', 'percent')).toEqual([23.7, 0.05, 'exact']);
    expect(shown('18–19 %', 'percent')).toEqual([18.5, 0.5, 'range']);
    expect(printedHalfWidth('402', 'count')).toBe(0);
  });
});
