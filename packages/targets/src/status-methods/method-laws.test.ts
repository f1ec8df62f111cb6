import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishedForms, statusMethods } from './all-methods.ts';
import { cagrDirection, cagrDirectionAsPublished } from './cagr-direction.ts';
import { cagrRatio, cagrRatioAsPublished } from './cagr-ratio.ts';
import { escap, escapAsPublished } from './escap.ts';
import { linearPace, linearPaceAsPublished } from './linear-pace.ts';
import { isMet, type MethodInput, type StatusMethod } from './status-method.ts';
import { unDirection, unDirectionAsPublished } from './un-direction.ts';
import { unProgress, unProgressAsPublished } from './un-progress.ts';
import { unProgressUndp } from './un-progress-undp.ts';
import { unProjected, unProjectedAsPublished } from './un-projected.ts';

const everyForm: readonly StatusMethod[] = [...statusMethods, ...publishedForms];
const named = (...ids: readonly string[]): StatusMethod[] => statusMethods.filter(({ id }) => ids.includes(id));

/** A case by its numbers alone, so that a counter-example reads as one line. */
interface Case {
  readonly base: number;
  readonly latest: number;
  readonly target: number;
  readonly between: number;
  readonly up: boolean;
  readonly elapsed: number;
  readonly left: number;
}

const inputOf = ({ base, latest, target, between, up, elapsed, left }: Case): MethodInput => {
  const year = 2015 + elapsed;
  return {
    base: { year: 2015, value: base },
    latest: { year, value: latest },
    target: { year: year + left, value: target },
    direction: up ? 'up' : 'down',
    history: [
      { year: 2015, value: base },
      { year: year - 5, value: between },
      { year, value: latest },
    ].filter((v, i, all) => all.findIndex(({ year: other }) => other === v.year) === i),
    limit: null,
    scale: scaleAround(target, (up ? 1 : -1) * (Math.abs(target) + Math.abs(base))),
    plan: null,
    probability: null,
  };
};

const scaleAround = (green: number, span: number) => ({ best: green + span, worst: green - span });

const casesOf = (value: fc.Arbitrary<number>): fc.Arbitrary<Case> =>
  fc.record({
    base: value,
    latest: value,
    target: value,
    between: value,
    up: fc.boolean(),
    elapsed: fc.integer({ min: 1, max: 15 }),
    left: fc.integer({ min: 1, max: 15 }),
  });

const positive = fc.oneof(
  fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
  fc.integer({ min: 1, max: 100 }),
  fc.integer({ min: 1, max: 1000 }).map((n) => n / 10),
);
const signed = fc.oneof(
  fc.constant(0),
  positive,
  positive.map((v) => -v),
);
const anything = fc.oneof(signed, fc.double({ noNaN: true, noDefaultInfinity: true }));

describe('any finite input', () => {
  const year = fc.oneof(fc.integer({ min: 2000, max: 2060 }), fc.double({ min: 2000, max: 2060, noNaN: true }));
  const dated = fc.record({ year, value: anything });
  const inputs: fc.Arbitrary<MethodInput> = fc.record({
    base: dated,
    latest: dated,
    target: fc.option(dated),
    direction: fc.constantFrom('up', 'down'),
    history: fc.array(dated, { maxLength: 6 }),
    limit: fc.option(anything),
    scale: fc.option(fc.record({ best: anything, worst: anything })),
    plan: fc.option(fc.array(dated, { maxLength: 4 })),
    probability: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  });

  test.each(everyForm)('gets a label and a reason from $id $version $variant', (method) => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { label, status, metric, reason } = method.assess(input);
        expect(label.length > 0 && reason.length > 0).toBe(true);
        expect(reason).not.toMatch(/NaN|Infinity|undefined|null/);
        expect(metric === null || Number.isFinite(metric)).toBe(true);
        expect(label === 'cannot be assessed').toBe(status === 'not-assessable');
      }),
      { numRuns: 150 },
    );
  });
});

describe('the unit', () => {
  test.each(statusMethods)('does not change what $id says', (method) => {
    fc.assert(
      fc.property(casesOf(signed), fc.integer({ min: -20, max: 20 }), (values, power) => {
        const scale = 2 ** power;
        const scaled = inputOf(mapped(values, (v) => v * scale));
        expect(said(method, scaled)).toEqual(said(method, inputOf(values)));
      }),
      { numRuns: 150 },
    );
  });
});

describe('the mirror image, every value negated and the other way good', () => {
  test.each(statusMethods.filter(({ id }) => id !== 'arr'))('is judged alike by $id', (method) => {
    fc.assert(
      fc.property(casesOf(signed), (values) => {
        const mirrored = inputOf({ ...mapped(values, (v) => 0 - v), up: !values.up });
        expect(said(method, mirrored)).toEqual(said(method, inputOf(values)));
      }),
      { numRuns: 150 },
    );
  });

  test('has no logarithms', () => {
    fc.assert(
      fc.property(casesOf(positive), (values) => {
        const [arr] = named('arr');
        const mirrored = inputOf({ ...mapped(values, (v) => 0 - v), up: !values.up });
        expect(['achieved', 'not-assessable']).toContain(arr?.assess(mirrored).status);
      }),
    );
  });
});

describe('a better latest value', () => {
  const rank = { achieved: 3, 'on-track': 2, 'at-risk': 1, 'off-track': 0 } as const;

  test.each(statusMethods)('never worsens what $id says', (method) => {
    fc.assert(
      fc.property(casesOf(positive), positive, (values, other) => {
        const [worse, better] = [values.latest, other].toSorted((a, b) => (values.up ? a - b : b - a));
        const before = method.assess(inputOf({ ...values, latest: worse ?? 0 })).status;
        const after = method.assess(inputOf({ ...values, latest: better ?? 0 })).status;
        if (before.startsWith('not-') || after.startsWith('not-')) return;
        expect(rank[after as keyof typeof rank]).toBeGreaterThanOrEqual(rank[before as keyof typeof rank]);
      }),
      { numRuns: 250 },
    );
  });
});

describe('corrected and as published', () => {
  /** A target so near the base that the rate required is lost to rounding. */
  const isOnBase = ({ base, target }: MethodInput): boolean => Math.abs((target?.value ?? 0) / base.value - 1) < 1e-9;

  /** The case has none of the faults: positive values, the target ahead of base and latest alike. */
  const isPlain = (input: MethodInput): boolean =>
    input.target !== null &&
    ![input.base, input.latest].some(({ value }) => isMet(value, input.target?.value ?? 0, input.direction)) &&
    !isOnBase(input);

  test.each<[string, StatusMethod, StatusMethod]>([
    ['cagr-ratio', cagrRatio, cagrRatioAsPublished],
    ['cagr-direction', cagrDirection, cagrDirectionAsPublished],
    ['un-progress', unProgress, unProgressAsPublished],
    ['un-projected', unProjected, unProjectedAsPublished],
    ['linear-pace', linearPace, linearPaceAsPublished],
  ])('%s agree where base and latest lie before the target', (_, corrected, published) => {
    fc.assert(
      fc.property(casesOf(positive), (values) => {
        const input = inputOf(values);
        fc.pre(isPlain(input));
        expect(published.assess(input)).toEqual(corrected.assess(input));
      }),
      { numRuns: 150 },
    );
  });

  test('un-progress by UNDP differs from corrected within 0.05 % of the target alone', () => {
    fc.assert(
      fc.property(casesOf(positive), (values) => {
        const input = inputOf(values);
        fc.pre(!isOnBase(input));
        const [theirs, ours] = [unProgressUndp.assess(input).label, unProgress.assess(input).label];
        const share = values.up ? values.latest / values.target : values.target / values.latest;
        if (share <= 0.9995 || share >= 1) expect(theirs).toBe(ours);
        else expect(theirs).toBe('target achieved');
      }),
      { numRuns: 250 },
    );
  });

  test('un-direction agree on positive series without a target', () => {
    fc.assert(
      fc.property(casesOf(positive), (values) => {
        const input = { ...inputOf(values), target: null };
        expect(unDirectionAsPublished.assess(input)).toEqual(unDirection.assess(input));
      }),
    );
  });

  test('escap agree until the line leads past the target', () => {
    fc.assert(
      fc.property(casesOf(positive), (values) => {
        const input = inputOf(values);
        fc.pre(isPlain(input));
        const corrected = escap.assess(input);
        if (corrected.metric !== 0) expect(escapAsPublished.assess(input)).toEqual(corrected);
      }),
      { numRuns: 150 },
    );
  });
});

/** A verdict with zero unsigned. */
function said(method: StatusMethod, input: MethodInput) {
  const verdict = method.assess(input);
  return { ...verdict, metric: verdict.metric === null ? null : verdict.metric + 0 };
}

function mapped(values: Case, by: (value: number) => number): Case {
  const { base, latest, target, between } = values;
  return { ...values, base: by(base), latest: by(latest), target: by(target), between: by(between) };
}
