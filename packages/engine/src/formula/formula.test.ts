import type { ParameterSetting } from '@hadaf/models';
import { describe, expect, test } from 'vitest';
import { runInThread } from '../fit/run-in-thread.ts';
import { type FormulaTask, formulaInThread } from './formula-in-thread.ts';
import type { FormulaAnswer } from './formula-report.ts';

function taskOf(
  text: string,
  values: readonly number[],
  settings: readonly (readonly [string, ParameterSetting])[] = [],
): FormulaTask {
  const years = values.map((value, i) => ({ fiscalYear: 2016 + i, label: `FY${2016 + i}`, value }));
  return { text, settings, seriesId: 'a series', years, ahead: ['next', 'then'], seed: 1, paths: 256 };
}

function fittedOf(answer: FormulaAnswer) {
  if (answer.kind !== 'fitted') throw new Error(answer.detail);
  return answer;
}

const logistic = (t: number) => 5000 / (1 + Math.exp(-0.4 * (t - 2022)));
const sShape = Array.from({ length: 12 }, (_, i) => logistic(2016 + i) * (1 + 0.01 * Math.sin(7 * i)));
const straight = [1, 3, 5, 7, 9, 11.1];

describe('a formula of fiscal years', () => {
  test('finds a logistic without being told where to start', async () => {
    const { parameters, years, forecast } = fittedOf(
      await formulaInThread(taskOf('a / (1 + exp(-k*(t - t0)))', sShape)),
    );
    const value = (name: string) => parameters.find((one) => one.name === name)?.value ?? Number.NaN;
    expect(value('a') / 5000).toBeCloseTo(1, 1);
    expect(value('k')).toBeCloseTo(0.4, 1);
    expect(value('t0')).toBeCloseTo(2022, 0);
    expect(years.map(({ t }) => t)).toEqual(sShape.map((_, i) => 2016 + i));
    expect(forecast.map(({ label, t }) => [label, t])).toEqual([
      ['next', 2028],
      ['then', 2029],
    ]);
    for (const { forecast: middle, intervals } of forecast) {
      const [eighty, ninetyFive] = intervals;
      if (!eighty || !ninetyFive) throw new Error('two intervals');
      expect([ninetyFive.lower, eighty.lower, middle, eighty.upper, ninetyFive.upper]).toEqual(
        [ninetyFive.lower, eighty.lower, middle, eighty.upper, ninetyFive.upper].toSorted((a, b) => a - b),
      );
    }
  });

  test('fits a line as arithmetic has it, in years', async () => {
    const answer = fittedOf(await formulaInThread(taskOf('a + b*(t - 2016)', [1, 3, 5, 7, 9])));
    expect(answer.parameters.map(({ value }) => value)).toEqual([expect.closeTo(1, 9), expect.closeTo(2, 9)]);
    expect(answer.starts).toEqual({ tried: 1, agreed: 1 });
    expect(answer.forecast.map(({ forecast }) => forecast)).toEqual([expect.closeTo(11, 6), expect.closeTo(13, 6)]);
  });

  test('names the parameters the data cannot tell apart', async () => {
    expect(await formulaInThread(taskOf('a*b*t + c', straight))).toMatchObject({
      kind: 'unfit',
      reason: 'not-identified',
      unidentified: ['a', 'b'],
    });
  });

  test.each([
    ['import("fs")', 'unknown-function'],
    ['a*x + b*t', 'not-identified'],
    ['2*t', 'no-parameters'],
    ['a +', 'not-a-formula'],
  ])('answers %s with %s', async (text, reason) => {
    expect(await formulaInThread(taskOf(text, straight))).toMatchObject({ reason });
  });

  test('refuses a setting of a parameter it does not have', async () => {
    const answer = await formulaInThread(taskOf('a*t + b', straight, [['z', { start: 1 }]]));
    expect(answer).toMatchObject({ kind: 'refused', detail: 'the formula has no parameter z; it has a, b' });
  });

  test('keeps a bound and says so', async () => {
    const { parameters } = fittedOf(
      await formulaInThread(taskOf('a + b*(t - 2016)', straight, [['b', { lower: 0, upper: 1.5 }]])),
    );
    expect(parameters).toContainEqual(expect.objectContaining({ name: 'b', value: 1.5, atBound: true }));
  });

  test('gives no interval where it hardly knows a parameter, until a prior says more', async () => {
    const exports = [788.64, 938.64, 1065, 1191.864, 1438.827, 2108, 2619.1, 2596, 3223, 3800];
    const text = 'a / (1 + exp(-k*(t - t0)))';
    const { weak, forecast } = fittedOf(await formulaInThread(taskOf(text, exports)));
    expect(weak).toEqual(['a']);
    expect(forecast.map(({ intervals }) => intervals)).toEqual([[], []]);
    const cap: [string, ParameterSetting] = ['a', { prior: { mean: 15_000, standardDeviation: 3000 } }];
    const believed = fittedOf(await formulaInThread(taskOf(text, exports, [cap])));
    expect(believed.weak).toEqual([]);
    expect(believed.forecast.every(({ intervals }) => intervals.every(({ lower }) => lower >= 0))).toBe(true);
  });

  test('knows the error of a line, however small its slope', async () => {
    const { weak, forecast } = fittedOf(
      await formulaInThread(taskOf('a + b*(t - 2016)', [5, 4.9, 5.1, 5, 5.05, 4.95])),
    );
    expect(weak).toEqual([]);
    expect(forecast.every(({ intervals }) => intervals.length === 2)).toBe(true);
  });

  test('says when it has more parameters than years', async () => {
    expect(await formulaInThread(taskOf('a + b*t + c*t^2 + d*t^3', [1, 2, 3]))).toMatchObject({
      reason: 'too-few-observations',
    });
  });

  test('gives the same answer in a thread, and is stopped at its limit', async () => {
    const thread = { module: new URL('./formula-in-thread.ts', import.meta.url), name: 'formulaInThread' };
    const task = taskOf('a*exp(b*(t - 2016))', [1, 2, 4.1, 8, 15.8, 32]);
    const limits = { what: 'fitting the formula', limitMs: 20_000 };
    expect(await runInThread(thread, task, limits)).toEqual(await formulaInThread(task));
    await expect(runInThread(thread, task, { ...limits, limitMs: 1 })).rejects.toMatchObject({ code: 'FIT_TIMED_OUT' });
  });
});
