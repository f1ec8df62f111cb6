import type { Citation, ExplanationStep } from '@hadaf/engine';
import { describe, expect, test } from 'vitest';
import { explanationLines, restsOn } from './explanation-lines.ts';

const page: Citation = {
  publisher: 'State Bank',
  agency: 'State Bank',
  url: 'https://example.org/annual-report-of-the-central-bank-with-a-very-long-address/2025/exports.html',
  publishedOn: '2025-08-08',
  knownBy: '2025-08-08',
  knownByBasis: 'the page is dated',
};
const empty = {
  expression: null,
  worked: '',
  inputs: [],
  withoutInputs: '',
  period: '',
  note: '',
  citations: [],
} as const;
const from = (step: number, name: string, value: number, period: string) => ({
  ...{ name, symbol: name, value, unit: 'USD mn', period, step, citations: [] },
});

const steps: readonly ExplanationStep[] = [
  {
    ...{ ...empty, number: 1, part: 'promise', title: 'What was promised', formula: 'as announced', value: 15_000 },
    ...{ unit: 'USD mn', period: 'FY2030', note: '', citations: [page] },
  },
  {
    ...{
      ...empty,
      number: 2,
      part: 'sources',
      title: 'Value of FY2024',
      formula: 'reported',
      value: 3223,
      unit: 'USD mn',
    },
    ...{ period: 'FY2024', citations: [page] },
  },
  {
    ...{
      ...empty,
      number: 3,
      part: 'sources',
      title: 'Latest value',
      formula: 'reported',
      value: 3800,
      unit: 'USD mn',
    },
    ...{ period: 'FY2025', citations: [page] },
  },
  {
    ...{
      ...empty,
      number: 4,
      part: 'way',
      title: 'Growth required',
      unit: 'percent a year',
      period: 'FY2025 to FY2030',
    },
    ...{ formula: '((target ÷ latest value)^(1 ÷ 5) − 1) × 100', worked: '((15000 ÷ 3800)^(1 ÷ 5) − 1) × 100' },
    ...{ expression: '((target / latest) ^ (1 / 5) - 1) * 100', value: 31.6017100177 },
    inputs: [from(1, 'target', 15_000, 'FY2030'), from(3, 'latest value', 3800, 'FY2025')],
  },
  {
    ...{ ...empty, number: 5, part: 'verdict', title: 'Status: off track', formula: 'no rule could be applied' },
    ...{ value: null, unit: 'ratio', withoutInputs: 'no number decides it', note: 'Growth is too slow.' },
  },
];
const report = { targetId: 'T01', title: 'IT exports of $15 billion by 2030', verdict: 'It is off track.' };
const printed = (columns: number) => explanationLines(report, steps, columns);

describe('explanationLines', () => {
  test('prints a formula, its numbers, the result with every digit, and the steps its inputs come from', () => {
    expect(printed(80)).toContain(
      [
        ' 4. Growth required, FY2025 to FY2030',
        '    formula  ((target ÷ latest value)^(1 ÷ 5) − 1) × 100',
        '    numbers  ((15000 ÷ 3800)^(1 ÷ 5) − 1) × 100',
        '    result   31.6017100177 % a year, shown as 31.6 % a year',
        '    inputs   target        15000 USD mn, FY2030, from step 1',
        '             latest value  3800 USD mn, FY2025, from step 3',
      ].join('\n'),
    );
  });

  test('heads each part once, and says why no number enters a step', () => {
    expect(printed(80).match(/^[A-Z ]{10,}$/gm)).toEqual([
      ...['THE PROMISE', 'NUMBERS READ FROM PAGES', 'THE WAY TO GO', 'THE VERDICT'],
    ]);
    expect(printed(80)).toContain('    inputs   none: no number decides it\n');
  });

  test.each([40, 80, 120])('passes no column beyond %d but by an address', (columns) => {
    const long = printed(columns)
      .split('\n')
      .filter((line) => line.length > columns);
    for (const line of long) expect(line.trim()).toMatch(/^https:\S+$/);
  });
});

test('a step rests on those its inputs come from, and on nothing else', () => {
  expect(restsOn(steps, 4).map(({ number }) => number)).toEqual([1, 3, 4]);
  expect(restsOn(steps, 2).map(({ number }) => number)).toEqual([2]);
});
