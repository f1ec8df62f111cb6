import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Target } from '../target.ts';
import { assessTarget } from './assess-target.ts';
import type { AssessmentInput } from './assessment.ts';
import { urduSentence, urduStatusSentence } from './urdu-sentence.ts';
import { urduNumber, urduPeriod } from './urdu-words.ts';

const fiscal = (year: number) => ({ label: `FY${year}`, start: `${year - 1}-07-01`, end: `${year}-06-30` });

const target: Target = {
  id: 'T01',
  title: 'IT exports of $15 billion by 2030',
  indicatorId: 'exports',
  measure: { indicatorId: 'exports', assumption: null },
  notMeasurableBecause: null,
  value: 15_000,
  unit: 'USD mn per year',
  direction: 'up',
  kind: 'level',
  due: [fiscal(2030)],
  dueWording: 'by 2030',
  baselineWording: '',
  announcedOn: '2025-07-19',
  knownBy: '2025-07-19',
  announcedBy: 'MoITT',
  documentId: 'page',
  note: '',
  standing: 'official',
};

const historyTo = (latest: number) => [2596, 3223, latest].map((value, i) => ({ ...fiscal(2023 + i), value }));

const input = (change: Partial<AssessmentInput> = {}): AssessmentInput => ({
  target,
  due: fiscal(2030),
  asOf: '2026-11-22',
  history: historyTo(3800),
  probability: { kind: 'known', atDate: 0.012, byDate: 0.02 },
  requiredGrowth: 0.316,
  achievedGrowth: 0.179,
  ...change,
});

const say = (given: AssessmentInput): string => urduSentence(given, assessTarget(given));

/** Every number of a sentence but the years of its labels. */
const digits = (sentence: string): string[] =>
  sentence.replace(/FY\d{4}|سال \d{4}/g, '').match(/\d[\d,.]*\d|\d/g) ?? [];

describe('urduSentence', () => {
  test('says the verdict on $15bn', () => {
    expect(say(input())).toBe(
      'مالی سال 2030 تک 15 ارب ڈالر سالانہ کا ہدف راہ سے ہٹا ہوا ہے: اس کے حاصل ہونے کا امکان کم ہے (1 فیصد)؛ تازہ ترین قدر ' +
        '3.80 ارب ڈالر سالانہ ہے (مالی سال 2025)؛ اسے سالانہ 31.6 فیصد بڑھنا ہو گا، جبکہ گزشتہ سال یہ 17.9 فیصد بڑھی، یعنی اس سے کم۔',
    );
  });

  test('shows the numbers of the English sentence, and words that follow them', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const rate = fc.double({ min: -0.9, max: 3, noNaN: true });
    const value = fc.double({ min: 1, max: 14_999, noNaN: true });
    fc.assert(
      fc.property(share, rate, rate, value, (atDate, requiredGrowth, achievedGrowth, latest) => {
        const given = input({
          probability: { kind: 'known', atDate, byDate: atDate },
          ...{ requiredGrowth, achievedGrowth, history: historyTo(latest) },
        });
        const english = assessTarget(given);
        const urdu = say(given);
        expect(digits(urdu)).toEqual(expect.arrayContaining(digits(english.verdict)));
        expect(digits(urdu).length).toBe(digits(english.verdict).length);
        expect(urdu.includes('درست راہ پر')).toBe(english.status === 'on-track');
        expect(urdu.includes('خطرے میں')).toBe(english.status === 'at-risk');
        expect(urdu.includes('امکان کم ہے')).toBe(english.status === 'off-track');
        expect(urdu.includes('بڑھنا ہو گا')).toBe(requiredGrowth > 0);
        expect(urdu.includes('گھٹی')).toBe(achievedGrowth < 0);
        expect(urdu.includes('الٹی سمت')).toBe(english.verdict.includes('the wrong way'));
        expect(urdu.includes('یعنی اس سے زیادہ')).toBe(english.verdict.includes('more than that'));
        expect(urdu.includes('یعنی اس سے کم')).toBe(english.verdict.includes('less than that'));
      }),
    );
  });

  test('says that a period is over and its outcome not published', () => {
    const urdu = say(input({ due: fiscal(2026) }));
    expect(urdu).toContain('اس کی مدت ختم ہو چکی ہے اور نتیجہ شائع نہیں ہوا');
    expect(urdu).toContain('بڑھنا تھا');
  });

  test('says what became of a target whose period is over', () => {
    const past = { ...target, value: 5000, due: [fiscal(2023)] };
    const given = input({ target: past, due: fiscal(2023), history: [{ ...fiscal(2023), value: 2596 }] });
    expect(say(given)).toContain('پورا نہیں ہوا (52 فیصد حاصل): نتیجہ 2.60 ارب ڈالر سالانہ رہا');
    expect(say({ ...given, history: [{ ...fiscal(2023), value: 5000 }] })).toContain('پورا ہوا (100 فیصد حاصل)');
  });

  test('says what cannot be measured, and an overdue event', () => {
    expect(urduStatusSentence(target, { status: 'not-measurable' })).toContain('ناپا نہیں جا سکتا');
    const event: Target = { ...target, kind: 'event', unit: 'event', value: 1 };
    expect(urduStatusSentence(event, { status: 'off-track', label: 'overdue' })).toContain('مقررہ تاریخ گزر چکی ہے');
  });
});

test('numbers keep their digits', () => {
  expect(['$15bn', '$324m a month', '31.6 % a year', 'less than 1 %', '250'].map(urduNumber)).toEqual([
    '15 ارب ڈالر',
    '324 ملین ڈالر ماہانہ',
    '31.6 فیصد سالانہ',
    '1 فیصد سے کم',
    '250',
  ]);
  expect(urduPeriod('calendar 2030')).toBe('سال 2030');
});
