import { addDays } from '@hadaf/series';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlertRule, AlertSignals } from '../alert/alert-rule.ts';
import { detect } from '../alert/detect.ts';
import { explainContrast } from '../matrix/contrast.ts';
import { type MatrixInput, verdictMatrix } from '../matrix/verdict-matrix.ts';
import { assessRollOut } from '../roll-out/assess-roll-out.ts';
import { finishRange } from '../roll-out/finish-range.ts';
import { levelMethods, statusMethods } from '../status-methods/all-methods.ts';
import type { Target } from '../target.ts';
import { assessTarget } from '../verdict/assess-target.ts';
import type { AssessmentInput } from '../verdict/assessment.ts';
import { urduSpeaker } from './in-urdu.ts';
import { isolateForeign, withoutIsolates } from './isolate.ts';
import { compilePhrase } from './phrase.ts';

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

const say = urduSpeaker();

/** The Urdu of a sentence, which must have one. */
function urduOf(english: string): string {
  const urdu = say(english);
  if (urdu === null) throw new Error(`no Urdu for: ${english}`);
  return urdu;
}

const digits = (sentence: string): string[] => (sentence.match(/\d[\d,.]*\d|\d/g) ?? []).toSorted();

/** Both languages show the same numbers; no Latin letter is left outside an isolate; the sentence ends as Urdu does. */
function expectTrue(english: string): string {
  const urdu = urduOf(english);
  expect(digits(urdu), english).toEqual(digits(english));
  expect(withoutIsolates(urdu), english).not.toMatch(/[A-Za-z;?]/);
  expect(urdu.split('\u2066').length, english).toBe(urdu.split('\u2069').length);
  if (english.endsWith('.')) expect(urdu).toMatch(/۔$/);
  return urdu;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const rate = fc.oneof(fc.double({ min: -0.9, max: 3, noNaN: true }), fc.constant(0));
const level = fc.double({ min: 1, max: 40_000, noNaN: true });

describe('the verdict in Urdu', () => {
  test('is the one on $15bn', () => {
    expect(urduOf(assessTarget(input()).verdict)).toBe(
      'مالی سال 2030 تک 15 ارب ڈالر سالانہ کا ہدف راہ سے ہٹا ہوا ہے: اس کے حاصل ہونے کا امکان کم ہے (1 فیصد)؛ تازہ ترین قدر ' +
        '3.80 ارب ڈالر سالانہ ہے (مالی سال 2025)؛ اسے 31.6 فیصد سالانہ بڑھنا ہو گا، جبکہ گزشتہ سال یہ 17.9 فیصد بڑھی، یعنی اس سے کم۔',
    );
  });

  test('follows the figures in direction, size and certainty', () => {
    fc.assert(
      fc.property(share, rate, rate, level, (atDate, requiredGrowth, achievedGrowth, latest) => {
        const probability = { kind: 'known', atDate, byDate: atDate } as const;
        const english = assessTarget(
          input({ probability, requiredGrowth, achievedGrowth, history: historyTo(latest) }),
        );
        const urdu = expectTrue(english.verdict);
        expectTrue(english.reason);
        expect(urdu.includes('پورا ہو گیا')).toBe(latest >= target.value);
        if (english.method !== 'probability') return;
        expect(urdu.includes('درست راہ پر')).toBe(atDate >= 0.66);
        expect(urdu.includes('خطرے میں')).toBe(atDate >= 0.33 && atDate < 0.66);
        expect(urdu.includes('امکان کم ہے')).toBe(atDate < 0.33);
        expect(urdu.includes('بڑھنا ہو گا')).toBe(requiredGrowth > 0);
        expect(urdu.includes('گھٹنا ہو گا')).toBe(requiredGrowth < 0);
        expect(urdu.includes('گھٹی')).toBe(achievedGrowth < 0);
        const ways = Math.sign(requiredGrowth) * Math.sign(achievedGrowth);
        expect(urdu.includes('الٹی سمت')).toBe(ways < 0);
        const isSameWay = ways > 0;
        expect(urdu.includes('یعنی اس سے زیادہ')).toBe(
          isSameWay && Math.abs(achievedGrowth) > Math.abs(requiredGrowth),
        );
        expect(urdu.includes('یعنی اس سے کم')).toBe(isSameWay && Math.abs(achievedGrowth) < Math.abs(requiredGrowth));
      }),
    );
  });

  test('speaks of a period that is over as past', () => {
    const urdu = expectTrue(assessTarget(input({ due: fiscal(2026) })).verdict);
    expect(urdu).toContain('اس کی مدت ختم ہو چکی ہے اور نتیجہ شائع نہیں ہوا');
    expect(urdu).toContain('بڑھنا تھا');
  });

  test('keeps a reason in a pack’s own words whole and isolated', () => {
    const unmeasured = { ...target, measure: null, notMeasurableBecause: 'Nobody counts these; ask again' };
    const urdu = urduOf(assessTarget(input({ target: unmeasured })).verdict);
    expect(urdu).toBe(
      'مالی سال 2030 تک 15 ارب ڈالر سالانہ کا ہدف ناپا نہیں جا سکتا۔ \u2066Nobody counts these; ask again\u2069۔',
    );
  });

  test('quotes what is counted by its title', () => {
    const centres = { ...target, title: '250 e-Rozgaar centres by FY2027', unit: 'count', value: 250, due: [] };
    expect(expectTrue(assessTarget(input({ target: centres, due: null })).verdict)).toBe(
      '“مالی سال 2027 تک 250 ای روزگار مراکز” کا ہدف ابھی جانچا نہیں جا سکتا: کوئی تاریخ نہیں بتائی گئی (\u2066by 2030\u2069)۔',
    );
  });
});

describe('a matrix in Urdu', () => {
  const value = fc.oneof(level, fc.constant(0), fc.double({ min: -500, max: -1, noNaN: true }));
  const matrixInput = fc.record({
    target: fc.record({ year: fc.integer({ min: 2019, max: 2035 }), value }),
    direction: fc.constantFrom('up', 'down'),
    unit: fc.constantFrom('USD mn', 'count', 'percent'),
    definitions: fc
      .tuple(fc.array(value, { maxLength: 8 }), fc.option(share), fc.constantFrom('ICT services exports', 'a series'))
      .map(([values, probability, label]) => [
        { id: 'one', label, probability, history: values.map((v, i) => ({ year: 2018 + i, value: v })) },
      ]),
    windows: fc.constant([1, 2, 3, 5]),
    methods: fc.constantFrom(levelMethods, statusMethods),
  });

  test('says every cell and its summary, in the numbers of the English', () => {
    fc.assert(
      fc.property(matrixInput, (given) => {
        const matrix = verdictMatrix(given as MatrixInput);
        expectTrue(matrix.summary);
        for (const { sentence, verdict } of matrix.cells) {
          const urdu = expectTrue(sentence);
          expect(urdu.includes('کوئی فیصلہ نہیں')).toBe(verdict.status.startsWith('not-'));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('says how a contrast is split', () => {
    const history = fc.array(fc.double({ min: 100, max: 10_000, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(history, history, fc.boolean(), (a, b, isOne) => {
        const years = (values: number[]) => values.map((v, i) => ({ year: 2022 + i, value: v }));
        const contrast = explainContrast({
          target: { year: 2030, value: 15_000 },
          direction: 'up',
          from: { definition: { label: 'ICT services exports', history: years(a) }, windowYears: 3 },
          to: { definition: { label: isOne ? 'ICT services exports' : 'gigs', history: years(b) }, windowYears: 1 },
        });
        if (contrast.kind === 'explained') expectTrue(contrast.sentence);
      }),
    );
  });
});

const plan = {
  targetId: 'T30',
  startsOn: '2024-07-01',
  milestones: [
    { on: '2025-06-30', planned: 50, source: '' },
    { on: '2027-06-30', planned: 250, source: '' },
  ],
};

test('a range of finishes says in Urdu why it is not estimable', () => {
  const count = (on: string, value: number) => ({ on, value });
  const refused = [
    [count('2024-06-01', 3)],
    [count('2024-12-31', 30)],
    [count('2024-12-31', 30), count('2025-06-30', 30)],
  ].map((reported) => finishRange(plan, reported));
  expect(refused.map((range) => range.kind === 'not-estimable' && expectTrue(range.reason))).toEqual([
    'منصوبہ شروع ہونے کے بعد سے کسی گنتی کی اطلاع نہیں',
    expect.stringContaining('ایک گنتی سے ایک ہی رفتار ملتی ہے'),
    expect.stringContaining('ایک عرصہ پیش رفت کے بغیر گزرا'),
  ]);
});

test('a roll-out in Urdu has the numbers of the English', () => {
  const centres: Target = {
    ...target,
    title: '250 e-Rozgaar centres by FY2027',
    unit: 'count',
    value: 250,
    kind: 'roll-out',
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 1000 }), (units, days) => {
      const on = addDays('2024-07-01', days);
      const found = assessRollOut({ target: centres, plan, asOf: '2026-11-22', reported: [{ on, value: units }] });
      expectTrue(found.verdict);
      expectTrue(found.reason);
    }),
  );
});

describe('an alert in Urdu', () => {
  const rule = { id: 'watch', targetId: null, clear: null, releases: 1, method: null, because: '' } as const;
  const quiet: AlertSignals = {
    ...{ release: '2026-01-20', probability: null, burn: null, missedMilestones: [], overdueDays: null },
    unusualRevisions: [],
  };
  const revision = { period: 'FY2025', from: 3223, to: 3800 };

  test.each<[AlertRule['detector'], number, Partial<AlertSignals>]>([
    ['probability', 0.25, { probability: 0.1 }],
    ['probability', 0.25, { probability: 0.3 }],
    ['probability', 0.25, {}],
    ['burn', 2, { burn: 2.14 }],
    ['burn', 2, { burn: 1.5 }],
    ['burn', 2, {}],
    ['milestone-missed', 0, { missedMilestones: [{ on: '2025-06-30', planned: 50, reported: 40 }] }],
    ['milestone-missed', 0, {}],
    ['stale', 30, { overdueDays: 40 }],
    ['stale', 30, { overdueDays: 12 }],
    ['stale', 30, {}],
    ['unusual-revision', 0, { unusualRevisions: [revision] }],
    ['unusual-revision', 0, { unusualRevisions: [revision, revision] }],
    ['unusual-revision', 0, {}],
  ])('of %s %d with %o has the numbers of the English', (detector, limit, seen) => {
    const { reason } = detect({ ...rule, detector, limit }, { ...quiet, ...seen });
    expectTrue(reason);
    expectTrue(`${reason} (watch: Why it is watched).`);
  });

  test('says by which method a verdict fell', () => {
    expect(expectTrue('By UN progress chart of 2022: Worsened from on track to off track, 2 bands down.')).toBe(
      'اقوامِ متحدہ کے 2022 کے پیش رفت چارٹ کے مطابق: پہلے درست راہ پر تھا، اب راہ سے ہٹا ہوا: 2 درجے بدتر۔',
    );
  });
});

describe('isolateForeign', () => {
  test('keeps a name, a formula and a sign from being turned round', () => {
    expect(isolateForeign('اصول SPI(t) کے مطابق −2.5 فیصد')).toBe(
      'اصول \u2066SPI(t)\u2069 کے مطابق \u2066−2.5\u2069 فیصد',
    );
  });

  test('does not isolate twice', () => {
    const once = isolateForeign('نام \u2066JS Global\u2069 ہے');
    expect(once).toBe('نام \u2066JS Global\u2069 ہے');
  });
});

describe('a phrase', () => {
  test.each<[string, string]>([
    ['{a:number}{b:number}', '{a}'],
    ['{a:number} left', '{b}'],
  ])('%j → %j is refused', (english, urdu) => {
    expect(() => compilePhrase([english, urdu])).toThrow(RangeError);
  });
});

test('amounts and periods keep their digits', () => {
  const said = [
    '$15bn',
    '$324m a month',
    '31.6 % a year',
    'less than 1 %',
    '13 % of GDP',
    'calendar 2030',
    'Jul–Feb FY2026',
  ];
  expect(said.map(urduOf)).toEqual([
    '15 ارب ڈالر',
    '324 ملین ڈالر ماہانہ',
    '31.6 فیصد سالانہ',
    '1 فیصد سے کم',
    'جی ڈی پی کے 13 فیصد',
    'سال 2030',
    'مالی سال 2026 کے جولائی تا فروری',
  ]);
});
