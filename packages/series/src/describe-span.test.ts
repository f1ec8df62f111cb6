import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeSpan } from './describe-span.ts';
import { parseSpan } from './parse-span.ts';
import { monthsSpan } from './span.ts';

const july = { firstMonth: 7 };
const january = { firstMonth: 1 };

describe('describeSpan', () => {
  test.each([
    ['2024-07-01', '2025-06-30', 'FY2025'],
    ['2024-07-01', '2025-03-31', 'Jul–Mar FY2025'],
    ['2024-11-01', '2024-11-30', 'Nov 2024'],
    ['2025-08-08', '2025-08-08', '8 Aug 2025'],
    ['2030-01-01', '2030-12-31', 'calendar 2030'],
    ['2024-05-01', '2024-08-31', 'May 2024 – Aug 2024'],
    ['2024-05-03', '2024-08-31', '3 May 2024 – 31 Aug 2024'],
  ])('%s to %s is %s', (start, end, label) => {
    expect(describeSpan({ start, end }, july)).toBe(label);
  });
  test('a calendar fiscal year is its number', () => {
    expect(describeSpan({ start: '2025-01-01', end: '2025-12-31' }, january)).toBe('2025');
  });
});

describe('parseSpan', () => {
  test.each([
    ['FY25', '2024-07-01', '2025-06-30'],
    ['2024-25', '2024-07-01', '2025-06-30'],
    ['FY2024-25', '2024-07-01', '2025-06-30'],
    ['FY2011-12', '2011-07-01', '2012-06-30'],
    ['Jul–Mar FY25', '2024-07-01', '2025-03-31'],
    ['July to March FY2025', '2024-07-01', '2025-03-31'],
    ['Q1 FY2025', '2024-07-01', '2024-09-30'],
    ['9MFY25', '2024-07-01', '2025-03-31'],
    ['CY2030', '2030-01-01', '2030-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
  ])('%s is %s to %s', (label, start, end) => {
    expect(parseSpan(label, july)).toEqual({ start, end });
  });
  test.each([
    '2011-12',
    '2025-02-29',
    '2025',
    '2024-26',
    'Sep–Aug FY25',
    'Foo 2024',
    '13MFY25',
    'Q5 FY2025',
    '',
    'by 2030',
  ])('%s names no single period', (label) => {
    expect(parseSpan(label, july)).toBeNull();
  });
  test('reads back every label of whole months', () => {
    const month = fc.integer({ min: 1990 * 12, max: 2040 * 12 });
    fc.assert(
      fc.property(
        month,
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 1, max: 12 }),
        (first, more, firstMonth) => {
          const span = monthsSpan(first, first + more);
          const parsed = parseSpan(describeSpan(span, { firstMonth }), { firstMonth });
          if (parsed) expect(parsed).toEqual(span);
        },
      ),
    );
  });
});
