import type { YearStanding } from '@hadaf/series';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { urduSpeaker } from '../words/in-urdu.ts';
import { laterYearsWords, type YearAsked, type YearWording, yearSentences } from './year-words.ts';

const standing = (change: Partial<YearStanding> = {}): YearStanding => ({
  ...{ fiscalYear: 2026, label: 'FY2026', span: { start: '2025-07-01', end: '2026-06-30' }, isOver: true },
  ...{ sum: null, later: [], value: 2970, monthsKnown: 8, monthsOver: 12, monthsOverdue: 4, part: 'month' },
  ...change,
});

const asked: YearAsked = {
  ...{ kind: 'asked', milestone: 5000, direction: 'up', needed: 507.5, best: 437, probability: 0.06 },
};

const wording = (change: Partial<YearWording> = {}): YearWording => ({
  ...{ standing: standing(), unit: 'USD mn', asked, releases: 'history', byMonthsAlone: null },
  landing: { kind: 'told', median: 4658, lower80: 4400, upper80: 4930 },
  ...change,
});

const plain = (sentences: readonly string[]) => sentences.map((sentence) => sentence.replaceAll('\u00a0', ' '));

describe('a year that is over', () => {
  test('is told with what is missing, overdue, and had to come', () => {
    expect(plain(yearSentences(wording()))).toEqual([
      'FY2026 ended on 30 Jun 2026; 8 of its 12 months are reported, 4 are not yet.',
      'All 4 should have been printed by now, judging by past releases.',
      'Landing estimate $4.66bn, 80 % interval $4.40bn to $4.93bn.',
      'For its milestone of $5bn the 4 months not reported must have brought $508m each, 1.16 times the best month ever known; the probability is 6 %.',
    ]);
  });

  test('with all its months is their sum', () => {
    const whole = standing({ monthsKnown: 12, monthsOverdue: 0, value: 4520 });
    const [first, second] = yearSentences(wording({ standing: whole, asked: { ...asked, needed: null } }));
    expect(first).toBe('FY2026 ended on 30 Jun 2026; all of its 12 months are reported, their total is not printed.');
    expect(second).toMatch(/^They sum to \$4\.66bn/);
  });

  test('of years alone has no months to count', () => {
    const alone = standing({ part: null, monthsKnown: 0, value: 0, monthsOverdue: 12 });
    const [first, second, , last] = yearSentences(wording({ standing: alone, asked: { ...asked, needed: null } }));
    expect(first).toBe('FY2026 ended on 30 Jun 2026; its total is not reported yet.');
    expect(second).toBe('The total should have been printed by now, judging by past releases.');
    expect(plain([last ?? ''])[0]).toBe('Its milestone is $5bn; the probability is 6 %.');
  });
});

test('a milestone that is passed takes nothing more', () => {
  const passed = wording({ standing: standing({ value: 5100 }), asked: { ...asked, needed: -25 } });
  expect(yearSentences(passed).at(-1)).toBe('What is reported has reached its milestone of $5bn already.');
  const down = wording({ standing: standing({ value: 5100 }), asked: { ...asked, needed: -25, direction: 'down' } });
  expect(yearSentences(down).at(-1)).toBe('What is reported is above its milestone of $5bn already.');
});

test('years that ended later are told together', () => {
  const year = (label: string) => standing({ label });
  expect(laterYearsWords([])).toEqual([]);
  expect(laterYearsWords([year('FY2024')])).toEqual(['FY2024 has ended without a printed total too.']);
  expect(laterYearsWords([year('FY2024'), year('FY2026')])).toEqual([
    'FY2024 to FY2026 have ended without a printed total too.',
  ]);
});

const amount = fc.double({ min: 0.5, max: 40_000, noNaN: true });
const anyStanding = fc.record({
  isOver: fc.boolean(),
  part: fc.constantFrom<YearStanding['part']>('month', 'quarter', null),
  quarters: fc.integer({ min: 0, max: 4 }),
  monthsOverdue: fc.constantFrom(null, 0, 3, 6, 12),
  value: amount,
});
const anyWording = fc.record({
  needed: fc.option(fc.double({ min: -500, max: 4000, noNaN: true }), { nil: null }),
  ...{ milestone: amount, best: fc.option(amount, { nil: null }) },
  probability: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
  direction: fc.constantFrom<'up' | 'down'>('up', 'down'),
  unit: fc.constantFrom('USD mn', 'PKR mn', 'count'),
  releases: fc.constantFrom<YearWording['releases']>('stated', 'history', null),
  alone: fc.option(amount, { nil: null }),
});

describe('the words on a year', () => {
  const say = urduSpeaker();
  const sentencesOf = ([stand, words]: readonly [
    typeof anyStanding extends fc.Arbitrary<infer S> ? S : never,
    typeof anyWording extends fc.Arbitrary<infer W> ? W : never,
  ]) => {
    const monthsKnown = stand.part === null ? 0 : stand.quarters * 3;
    const monthsOverdue = stand.monthsOverdue === null ? null : Math.min(stand.monthsOverdue, 12 - monthsKnown);
    const { unit, releases, alone: byMonthsAlone, ...rest } = words;
    return yearSentences(
      wording({
        standing: standing({ ...stand, monthsKnown, monthsOverdue }),
        asked: { ...rest, kind: 'asked' },
        ...{ unit, releases, byMonthsAlone },
      }),
    );
  };

  test('give no advice for months that are past, and say what still runs as running', () => {
    fc.assert(
      fc.property(anyStanding, anyWording, (stand, words) => {
        const text = sentencesOf([stand, words]).join(' ');
        expect(text.includes(' ended on ')).toBe(stand.isOver);
        expect(text.includes(' runs from ')).toBe(!stand.isOver);
        if (stand.isOver && words.direction === 'up') expect(text).not.toMatch(/takes|needed/i);
        if (!stand.isOver) expect(text).not.toContain('must have');
      }),
    );
  });

  test('are said in Urdu with the same digits', () => {
    const digits = (text: string) => (text.match(/\d[\d,.]*\d|\d/g) ?? []).toSorted();
    fc.assert(
      fc.property(anyStanding, anyWording, (stand, words) => {
        for (const sentence of sentencesOf([stand, words])) {
          const urdu = say(sentence);
          expect(urdu, sentence).not.toBeNull();
          expect(digits(urdu ?? ''), sentence).toEqual(digits(sentence));
        }
      }),
    );
  });
});
