import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishedForms, statusMethods } from './all-methods.ts';
import { cagrDirection, cagrDirectionScore, limitCoefficient } from './cagr-direction.ts';
import { cagrRatio, cagrRatioAsPublished } from './cagr-ratio.ts';
import { earnedSchedulePace } from './earned-schedule-pace.ts';
import { escap, escapAsPublished } from './escap.ts';
import { linearPace, linearPaceAsPublished } from './linear-pace.ts';
import { probability } from './probability.ts';
import { aggregateScore } from './score-aggregate.ts';
import { sdsnArrows } from './sdsn-arrows.ts';
import type { MethodInput } from './status-method.ts';
import { unDirection, unDirectionAsPublished } from './un-direction.ts';
import { unProgress, unProgressAsPublished } from './un-progress.ts';
import { unProgressUndp } from './un-progress-undp.ts';
import { unProjected, unProjectedAsPublished } from './un-projected.ts';
import { weather } from './weather.ts';

const input = (
  base: number,
  latest: number,
  target: number | null,
  change: Partial<MethodInput> = {},
): MethodInput => ({
  base: { year: 2015, value: base },
  latest: { year: 2020, value: latest },
  target: target === null ? null : { year: 2030, value: target },
  direction: 'up',
  history: [
    { year: 2015, value: base },
    { year: 2020, value: latest },
  ],
  limit: null,
  scale: { best: 100, worst: 0 },
  plan: null,
  probability: null,
  ...change,
});

const everyForm = [...statusMethods, ...publishedForms];
const methodsWithTarget = everyForm.filter(
  ({ id }) => !['cagr-direction', 'un-direction', 'earned-schedule'].includes(id),
);

describe('every status method', () => {
  test('has an id, a version, a formula, bands and a source', () => {
    for (const { id, version, formula, bands, source } of everyForm) {
      expect([id, version, formula, bands, source].every((text) => text.length > 0)).toBe(true);
    }
    expect(new Set(everyForm.map(({ id, version, variant }) => `${id} ${version} ${variant}`)).size).toBe(
      everyForm.length,
    );
  });

  test.each(everyForm)('$id $variant never throws and never gives a metric that is not finite', (method) => {
    const value = fc.oneof(fc.constantFrom(0, -1, 1), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    const cases = fc.record({ base: value, latest: value, target: fc.option(value), up: fc.boolean() });
    fc.assert(
      fc.property(cases, ({ base, latest, target, up }) => {
        const verdict = method.assess(input(base, latest, target, { direction: up ? 'up' : 'down' }));
        expect(verdict.metric === null || Number.isFinite(verdict.metric)).toBe(true);
        expect(verdict.reason).not.toMatch(/NaN|Infinity|undefined|null/);
      }),
    );
  });

  test.each(methodsWithTarget)('$id $variant cannot assess without a target', (method) => {
    expect(method.assess(input(50, 60, null)).status).toBe('not-assessable');
  });

  test.each(everyForm.filter(({ id }) => id !== 'probability'))(
    '$id $variant cannot assess one data point',
    (method) => {
      const onePoint = input(50, 50, 90, { latest: { year: 2015, value: 50 }, history: [{ year: 2015, value: 50 }] });
      const plan = [
        { year: 2015, value: 0 },
        { year: 2030, value: 90 },
      ];
      expect(method.assess({ ...onePoint, plan }).status).toBe('not-assessable');
    },
  );

  test.each(statusMethods.filter(({ id }) => !['probability', 'earned-schedule', 'sdsn-arrows'].includes(id)))(
    '$id never calls a base past the target that got worse on track',
    (method) => {
      expect(['off-track', 'not-assessable']).toContain(method.assess(input(120, 90, 100)).status);
    },
  );
});

describe('a base after the target date', () => {
  const late = input(50, 60, 90, { target: { year: 2014, value: 90 } });

  test.each(
    statusMethods.filter(({ id }) =>
      ['cagr-ratio', 'un-progress', 'un-projected', 'escap', 'linear-pace'].includes(id),
    ),
  )('cannot be assessed by $id', (method) => {
    expect(method.assess(late).reason).toBe("the target's date does not lie after the base");
  });
});

describe('the sign fault of the published rules', () => {
  const worse = input(0.81561, 0.7875, 0.8); // IND 15.5.1, worked example WE062: base past the target, then worse

  test('makes the plain UN ratio call a deterioration on track', () => {
    expect(unProgressAsPublished.assess(worse).status).toBe('on-track');
    expect(unProgress.assess(worse)).toMatchObject({ label: 'deterioration', status: 'off-track' });
  });

  test('makes the projected share and the linear pace positive', () => {
    expect(unProjectedAsPublished.assess(worse).status).toBe('on-track');
    expect(unProjected.assess(worse).status).toBe('off-track');
    expect(linearPaceAsPublished.assess(worse).status).toBe('on-track');
    expect(linearPace.assess(worse).status).toBe('off-track');
  });
});

describe('cagr-ratio', () => {
  test('lets a target met win over the ratio', () => {
    expect(cagrRatio.assess(input(58.2, 59.5, 50))).toMatchObject({ label: 'target achieved', status: 'achieved' });
  });

  test('reads zero as 0.001 only as published', () => {
    expect(cagrRatioAsPublished.assess(input(0, 5, 100)).status).not.toBe('not-assessable');
    expect(cagrRatio.assess(input(0, 5, 100))).toMatchObject({ reason: 'growth from or to zero has no rate' });
  });

  test('negates an all-negative series', () => {
    expect(cagrRatio.assess(input(-100, -60, -10)).metric).toBeGreaterThan(0);
    expect(cagrRatio.assess(input(-100, -140, -10)).label).toBe('deteriorating');
  });

  test('cannot cross zero', () => {
    expect(cagrRatio.assess(input(-100, 60, 90)).status).toBe('not-assessable');
    expect(cagrRatio.assess(input(-100, -60, 90)).status).toBe('not-assessable');
  });

  test('divides by the size of a complex rate across zero only as published', () => {
    // Python: (-0.6/-1.0) ** (1/5) - 1 over abs((0.9/-1.0) ** (1/15) - 1)
    expect(cagrRatioAsPublished.assess(input(-1, -0.6, 0.9)).metric).toBeCloseTo(0.4659317970937928, 12);
  });

  test('has inclusive bands', () => {
    const required = 2 ** (1 / 15) - 1;
    const at = (ratio: number) => cagrRatio.assess(input(100, 100 * (1 + ratio * required) ** 5, 200)).label;
    expect([at(0.9501), at(0.6001), at(0.0001), at(-0.0001)]).toEqual([
      'on track',
      'acceleration needed',
      'limited progress',
      'deteriorating',
    ]);
    expect(cagrRatio.assess(input(100, 100, 200)).label).toBe('limited progress');
  });
});

describe('cagr-direction', () => {
  test('narrows its bands near a limit, from either side', () => {
    expect(limitCoefficient(50, null)).toBe(1);
    expect(limitCoefficient(100, 100)).toBe(0);
    expect(limitCoefficient(250, 100)).toBe(1);
    expect(limitCoefficient(120, 100)).toBeCloseTo(limitCoefficient(80, 100), 12);
  });

  test('scores a limit that is kept as full', () => {
    expect(cagrDirectionScore(0, 0)).toBe(5);
    expect(cagrDirection.assess(input(100, 100, null, { limit: 100 })).label).toBe('on track');
  });

  test('gives all four bands', () => {
    const words = [1.09, 1.04, 1.01, 0.99].map((factor) => cagrDirection.assess(input(100, 100 * factor, null)).label);
    expect(words).toEqual(['on track', 'acceleration needed', 'limited progress', 'deteriorating']);
  });
});

describe('score aggregate', () => {
  test('is null without scores and overridden when all are met', () => {
    expect(aggregateScore([], false)).toBeNull();
    expect(aggregateScore([5, 5], true)?.label).toBe('target achieved');
    expect([2.5, 0, -2.5, -2.6].map((score) => aggregateScore([score], false)?.label)).toEqual([
      'on track',
      'acceleration needed',
      'limited progress',
      'deteriorating',
    ]);
  });
});

describe('un-direction', () => {
  test('has no growth from zero', () => {
    expect(unDirectionAsPublished.assess(input(0, 5, null)).status).toBe('not-assessable');
    expect(unDirection.assess(input(0, 5, null)).status).toBe('not-assessable');
  });

  test('counts a shrinking deficit as growth only when corrected', () => {
    expect(unDirectionAsPublished.assess(input(-100, -50, null)).label).toBe('deterioration');
    expect(unDirection.assess(input(-100, -50, null)).label).toBe('on track');
  });

  test('takes a change of sign within one year for growth only as published', () => {
    const turned = input(-1, 2, null, { latest: { year: 2016, value: 2 } });
    expect(unDirectionAsPublished.assess(turned)).toMatchObject({ metric: -3, label: 'deterioration' });
    expect(unDirection.assess(turned).status).toBe('not-assessable');
  });

  test('is achieved near a target as published, where the series has one', () => {
    expect(unDirectionAsPublished.assess(input(99, 96.96, 97)).label).toBe('target achieved');
    expect(unDirection.assess(input(99, 96.96, 97)).label).toBe('limited or no progress');
  });
});

describe('un-progress', () => {
  test('is achieved when the target is met, not before', () => {
    expect(unProgress.assess(input(80, 97, 97)).label).toBe('target achieved');
    expect(unProgress.assess(input(80, 96.99, 97)).label).toBe('on track');
  });
});

describe('un-projected', () => {
  test('says in both forms that a target met is achieved, whatever the trend', () => {
    const fading = input(99, 97.5, 97);
    expect([unProjected, unProjectedAsPublished].map((method) => method.assess(fading).status)).toEqual([
      'achieved',
      'achieved',
    ]);
  });
});

describe('un-progress as UNDP computes it', () => {
  const label = (base: number, latest: number, target: number, change: Partial<MethodInput> = {}) =>
    unProgressUndp.assess(input(base, latest, target, change)).label;
  const down = { direction: 'down' } as const;

  test('counts what is within 0.05 % of the target as the target', () => {
    expect([96.96, 96.95].map((latest) => label(80, latest, 97))).toEqual(['target achieved', 'on track']);
    expect([1.0004, 1.0006].map((latest) => label(4, latest, 1, down))).toEqual(['target achieved', 'on track']);
    expect(label(4, 0, 1, down)).toBe('target achieved');
  });

  test('asks for the target before it asks for a second value', () => {
    const one = { latest: { year: 2015, value: 98 } };
    expect(label(98, 98, 97, one)).toBe('target achieved');
    expect(label(90, 90, 97, { latest: { year: 2015, value: 90 } })).toBe('cannot be assessed');
  });

  test('calls a base that met the target and got worse a deterioration, even from zero', () => {
    expect(label(97.35506, 95.81724, 97)).toBe('deterioration'); // NPL 4.c.1, worked example WE061
    expect(label(0, 0.5, 0.1, down)).toBe('deterioration');
    expect(label(0, 50, 97)).toBe('cannot be assessed');
  });
});

describe('a figure exactly on its bound', () => {
  const after = (years: number, base: number, latest: number, target: number) =>
    input(base, latest, target, { latest: { year: 2015 + years, value: latest }, scale: { best: 50, worst: 0 } });

  test('holds the better band, whatever rounding does to it', () => {
    expect(linearPace.assess(after(2, 28, 29.7, 45))).toMatchObject({ metric: 0.75, label: 'lagging' });
    expect(sdsnArrows.assess(after(2, 11.5, 13.6, 43))).toMatchObject({ metric: 0.5, label: '➚' });
    expect(sdsnArrows.assess(after(3, 9, 15.2, 40))).toMatchObject({ metric: 1, label: '↑' });
    expect(weather.assess(after(5, 14.1, 21.5, 40))).toMatchObject({ metric: 0.2, label: 'lightly cloudy' });
  });
});

describe('sdsn-arrows', () => {
  test('points up past green whatever the pace', () => {
    expect(sdsnArrows.assess(input(95, 91, 90))).toMatchObject({ label: '↑', status: 'on-track' });
  });

  test('gives the other arrows by pace', () => {
    const arrow = (latest: number) => sdsnArrows.assess(input(30, latest, 90)).label;
    expect([50, 42, 33, 30, 29].map(arrow)).toEqual(['↑', '➚', '→', '→', '↓']);
  });

  test('needs a scale', () => {
    expect(sdsnArrows.assess(input(30, 40, 90, { scale: null })).status).toBe('not-assessable');
  });
});

describe('weather', () => {
  test('gives sun, light cloud, cloud and storm', () => {
    const symbol = (latest: number) => weather.assess(input(30, latest, 90)).label;
    expect([50, 48, 35, 29, 95].map(symbol)).toEqual(['sun', 'lightly cloudy', 'cloud', 'storm', 'sun']);
  });

  test('needs a value five years back', () => {
    const short = input(30, 50, 90, { base: { year: 2017, value: 30 }, history: [] });
    expect(weather.assess(short).status).toBe('not-assessable');
  });
});

describe('escap', () => {
  test('does not ask to accelerate what surpasses its target', () => {
    const fast = input(40, 60, 80); // leads to 100: half the way beyond the target
    expect(escapAsPublished.assess(fast).label).toBe('accelerate');
    expect(escap.assess(fast)).toMatchObject({ label: 'met', metric: 0 });
  });

  test('says reverse when the line leads away', () => {
    expect(escap.assess(input(40, 30, 80))).toMatchObject({ label: 'reverse', status: 'off-track' });
  });
});

describe('earned-schedule by year', () => {
  const plan = [0, 50, 150, 250].map((value, i) => ({ year: 2024 + i, value }));
  const centres = (value: number, year = 2025) =>
    earnedSchedulePace.assess(input(0, value, 250, { latest: { year, value }, plan }));

  test('rates 40 of 50 centres at 0.80, at risk', () => {
    expect(centres(40).metric).toBeCloseTo(0.8, 9);
    expect(centres(40).reason).toBe(
      'SPI(t) is 0.80: the plan reaches the 40 units reported 0.80 years after its start; 1.00 years have passed',
    );
    expect(centres(41).status).toBe('at-risk');
  });

  test('is on plan, finished, or not begun', () => {
    expect(centres(50).status).toBe('on-track');
    expect(centres(250).status).toBe('achieved');
    expect(centres(0, 2024).status).toBe('not-assessable');
    expect(earnedSchedulePace.assess(input(0, 40, 250)).status).toBe('not-assessable');
  });
});

describe('probability', () => {
  test('bands a calibrated probability and says when there is none', () => {
    const chance = (probabilityValue: number | null) =>
      probability.assess(input(50, 60, 90, { probability: probabilityValue })).label;
    expect([0.66, 0.5, 0.1, null].map(chance)).toEqual(['likely', 'about even', 'unlikely', 'cannot be assessed']);
    expect(probability.assess(input(50, 95, 90)).status).toBe('achieved');
  });
});
