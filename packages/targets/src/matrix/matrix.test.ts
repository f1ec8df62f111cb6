import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelMethods } from '../status-methods/all-methods.ts';
import { cagrRatio } from '../status-methods/cagr-ratio.ts';
import { probability } from '../status-methods/probability.ts';
import { explainContrast } from './contrast.ts';
import { type MatrixInput, verdictMatrix } from './verdict-matrix.ts';

const bank = {
  id: 'ict_services_exports',
  label: 'the central bank series',
  history: [2619, 2596, 3223, 3800].map((value, i) => ({ year: 2022 + i, value })),
  probability: 0.04,
};
const headline = {
  id: 'it_plus_freelance_exports',
  label: 'the headline with freelancers',
  history: [
    { year: 2024, value: 3639.241 },
    { year: 2025, value: 4600 },
  ],
  probability: null,
};
const target = { year: 2030, value: 15_000 };
const input: MatrixInput = {
  target,
  direction: 'up',
  unit: 'USD mn',
  definitions: [bank, headline],
  windows: [1, 2, 3],
  methods: [cagrRatio, probability],
};

describe('verdictMatrix of $15bn', () => {
  const matrix = verdictMatrix(input);
  const metric = (definitionId: string, windowYears: number) =>
    matrix.cells.find(
      (c) => c.methodId === 'cagr-ratio' && c.definitionId === definitionId && c.windowYears === windowYears,
    )?.verdict.metric;

  test('holds the four published ratios', () => {
    expect(metric('ict_services_exports', 1)).toBeCloseTo(0.613, 3);
    expect(metric('ict_services_exports', 2)).toBeCloseTo(0.737, 3);
    expect(metric('ict_services_exports', 3)).toBeCloseTo(0.542, 3);
    expect(metric('it_plus_freelance_exports', 1)).toBeCloseTo(0.992, 3);
  });

  test('says why each cell is what it is', () => {
    expect(matrix.cells[0]?.sentence).toBe(
      'On the central bank series over 1 year (3,223 to 3,800 USD mn) the Eurostat-type growth ratio says at risk, ' +
        'in its own words “acceleration needed”: the growth achieved is 0.61 times the growth required.',
    );
    expect(matrix.cells[4]?.sentence).toContain('gives no verdict: no value is known 2 years before the latest.');
  });

  test('counts a rule without a window once a definition', () => {
    expect(matrix.cells.filter((c) => c.methodId === 'probability').map((c) => c.windowYears)).toEqual([null, null]);
  });

  test('names no majority where two statuses share the first place', () => {
    expect(matrix).toMatchObject({ majority: null, disagreement: 0.6 });
    expect(matrix.summary).toBe(
      'Of 8 verdicts 5 could be given: 2 at risk, 2 off track, 1 on track. No verdict is more frequent than every other.',
    );
  });

  test('names the majority of the methods that judge a level', () => {
    expect(verdictMatrix({ ...input, methods: levelMethods })).toMatchObject({ majority: 'at-risk' });
  });

  test('leaves a target whose period is over to its score', () => {
    const past = verdictMatrix({ ...input, target: { year: 2023, value: 5000 } });
    expect(past.cells[0]?.verdict).toMatchObject({
      status: 'not-assessable',
      reason: expect.stringContaining('is over'),
    });
  });

  test('has nothing to say without values', () => {
    const empty = verdictMatrix({ ...input, definitions: [{ ...bank, history: [] }] });
    expect(empty).toMatchObject({ majority: null, disagreement: 0, summary: 'None of 4 verdicts could be given.' });
  });
});

describe('explainContrast', () => {
  test('splits 0.54 against 0.99 into definition and window', () => {
    const contrast = explainContrast({
      target,
      direction: 'up',
      from: { definition: bank, windowYears: 3 },
      to: { definition: headline, windowYears: 1 },
    });
    // by hand: window 0.6129 − 0.5418 = 0.0711, definition 0.9916 − 0.6129 = 0.3787; the headline has no third year
    expect(contrast).toMatchObject({
      kind: 'explained',
      order: 'window-first',
      definitionPart: expect.closeTo(0.3787, 3),
      windowPart: expect.closeTo(0.0711, 3),
      sentence:
        'The growth ratio is 0.54 on the central bank series over 3 years and 0.99 on the headline with freelancers ' +
        'over 1 year: of the difference of 0.45, 0.38 is the definition and 0.07 the window (the window changed first: the other order lacks values).',
    });
  });

  test('parts sum to the whole, and swapping the sides turns every sign', () => {
    const value = fc.double({ min: 100, max: 10_000, noNaN: true });
    const history = fc.tuple(value, value, value).map((values) => values.map((v, i) => ({ year: 2023 + i, value: v })));
    fc.assert(
      fc.property(history, history, (a, b) => {
        const from = { definition: { label: 'a', history: a }, windowYears: 1 };
        const to = { definition: { label: 'b', history: b }, windowYears: 2 };
        const there = explainContrast({ target, direction: 'up', from, to });
        const back = explainContrast({ target, direction: 'up', from: to, to: from });
        if (there.kind !== 'explained' || back.kind !== 'explained') throw new Error('every corner is known here');
        expect(there.definitionPart + there.windowPart).toBeCloseTo(there.to - there.from, 9);
        expect(there.definitionPart).toBeCloseTo(-back.definitionPart, 9);
        expect(there.order).toBe('both-orders');
      }),
    );
  });

  test('names one cause where only one differs', () => {
    const sentence = (from: { definition: typeof bank; windowYears: number }, to: typeof from) => {
      const contrast = explainContrast({ target, direction: 'up', from, to });
      return contrast.kind === 'explained' ? contrast.sentence : contrast.reason;
    };
    const other = { ...headline, probability: 0 };
    expect(sentence({ definition: bank, windowYears: 3 }, { definition: bank, windowYears: 2 })).toBe(
      'The growth ratio is 0.54 on the central bank series over 3 years and 0.74 over 2 years: the difference of 0.20 is ' +
        'the window alone.',
    );
    expect(sentence({ definition: bank, windowYears: 1 }, { definition: other, windowYears: 1 })).toContain(
      'is the definition alone.',
    );
  });

  test('says why there is none', () => {
    const side = { definition: headline, windowYears: 3 };
    expect(explainContrast({ target, direction: 'up', from: side, to: side })).toEqual({
      kind: 'undefined',
      reason: 'no value is known at the start of the window',
    });
  });
});
