import { counterRng } from '@hadaf/numerics';
import { describe, expect, test } from 'vitest';
import { type FormulaFit, fitFormula } from './fit-formula.ts';
import { formulaModel } from './formula-model.ts';
import { type Formula, parseFormula } from './parse-formula.ts';

async function parsed(text: string, variables: readonly string[] = ['t']): Promise<Formula> {
  const result = await parseFormula(text, variables);
  if (result.kind === 'refused') throw new Error(result.detail);
  return result.formula;
}

function value(fit: FormulaFit, name: string): number {
  if (fit.kind !== 'fitted') throw new Error(fit.reason);
  return fit.parameters.find((parameter) => parameter.name === name)?.value ?? Number.NaN;
}

const columns = (t: readonly number[]) => new Map([['t', Float64Array.from(t)]]);
const t = Array.from({ length: 12 }, (_, i) => i);
const logisticText = 'a / (1 + exp(-k*(t - t0)))';
const rng = counterRng('formula', 1);
const noisy = Float64Array.from(t, (at) => 100 / (1 + Math.exp(-0.8 * (at - 5))) + rng.normal());

// NIST StRD Misra1d (1978), y = b1·b2·x ÷ (1 + b2·x); data and certified values are public domain.
const pressure = [77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0];
const volume = [10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78];

describe('fitFormula', () => {
  test('agrees with the certified Misra1d to nine digits', async () => {
    const formula = await parsed('b1*b2*x*((1+b2*x)^(-1))', ['x']);
    const starts = new Map([
      ['b1', { start: 500 }],
      ['b2', { start: 0.0001 }],
    ]);
    const data = new Map([['x', Float64Array.from(pressure)]]);
    const fit = fitFormula(formula, data, Float64Array.from(volume), starts);
    expect(value(fit, 'b1') / 437.36970754).toBeCloseTo(1, 9);
    expect(value(fit, 'b2') / 3.0227324449e-4).toBeCloseTo(1, 9);
    if (fit.kind !== 'fitted') throw new Error(fit.reason);
    expect((fit.parameters.find(({ name }) => name === 'b1')?.standardError ?? 0) / 3.6489174345).toBeCloseTo(1, 8);
  });

  test('finds a logistic curve without starts', async () => {
    const fit = fitFormula(await parsed(logisticText), columns(t), noisy);
    expect(value(fit, 'a')).toBeCloseTo(100, -1);
    expect(value(fit, 'k')).toBeCloseTo(0.8, 1);
  });

  test('keeps bounds', async () => {
    const fit = fitFormula(await parsed(logisticText), columns(t), noisy, new Map([['a', { upper: 90, start: 80 }]]));
    expect(value(fit, 'a')).toBe(90);
  });

  test('a tight prior rules, a wide one leaves the data alone', async () => {
    const formula = await parsed(logisticText);
    const capWith = (standardDeviation: number) =>
      value(fitFormula(formula, columns(t), noisy, new Map([['a', { prior: { mean: 130, standardDeviation } }]])), 'a');
    const free = value(fitFormula(formula, columns(t), noisy), 'a');
    expect(capWith(1e-4)).toBeCloseTo(130, 3);
    expect(capWith(1e6)).toBeCloseTo(free, 6);
    expect(capWith(2)).toBeGreaterThan(free);
    expect(capWith(2)).toBeLessThan(130);
  });

  test('names parameters the data cannot tell apart', async () => {
    const fit = fitFormula(await parsed('a*b*t + c'), columns(t), noisy);
    expect(fit).toEqual({ kind: 'unfit', reason: 'not-identified', unidentified: ['a', 'b'] });
  });

  test('predicts at other times', async () => {
    const fit = fitFormula(await parsed('a + b*t'), columns([0, 1, 2]), Float64Array.of(1, 3, 5));
    if (fit.kind !== 'fitted') throw new Error(fit.reason);
    expect(fit.predict(columns([10]))[0]).toBeCloseTo(21, 9);
  });

  test.each([
    ['a + b*t + c*t^2 + d*t^3', [1, 2], 'too-few-observations'],
    ['a*t', [1, Number.NaN], 'not-finite-data'],
    ['sqrt(-1 - a^2) + t', [1, 2], 'not-finite-at-start'],
  ])('says why %s is unfit', async (text, observed, reason) => {
    expect(fitFormula(await parsed(text), columns([1, 2]), Float64Array.from(observed))).toMatchObject({ reason });
  });

  test.each([
    [new Map([['z', { start: 1 }]])],
    [new Map([['a', { lower: 2, upper: 1 }]])],
    [new Map([['a', { lower: 2, start: 1 }]])],
    [new Map([['a', { prior: { mean: 1, standardDeviation: 0 } }]])],
  ])('rejects contradictory settings', async (settings) => {
    const formula = await parsed('a*t');
    expect(() => fitFormula(formula, columns([1, 2]), Float64Array.of(1, 2), settings)).toThrow(RangeError);
  });
});

describe('formulaModel', () => {
  const series = { values: noisy, seasonLength: 1 };

  test('forecasts and simulates from the formula', async () => {
    const fit = formulaModel(await parsed(logisticText)).fit(series);
    if (fit.kind !== 'fitted') throw new Error(fit.reason);
    expect(fit.model.forecast(3)[2]).toBeCloseTo(100, -1);
    const paths = fit.model.simulate(4, 100, counterRng('paths', 1));
    expect(paths.every(Number.isFinite)).toBe(true);
    expect(fit.model.simulate(4, 100, counterRng('paths', 1))).toEqual(paths);
  });

  test('time may be counted in years', async () => {
    const formula = await parsed('a + b*(t - 2020)');
    const fit = formulaModel(formula, { firstTime: 2018 }).fit({
      values: Float64Array.of(1, 2, 3, 4, 5),
      seasonLength: 1,
    });
    if (fit.kind !== 'fitted') throw new Error(fit.reason);
    expect(fit.model.parameters['a']).toBeCloseTo(3, 9);
    expect(fit.model.forecast(1)[0]).toBeCloseTo(6, 9);
  });

  test('says when there is too little data', async () => {
    const fit = formulaModel(await parsed(logisticText)).fit({ values: Float64Array.of(1, 2, 3), seasonLength: 1 });
    expect(fit).toEqual({ kind: 'unfit', reason: 'too-few-observations' });
  });

  test('rejects a formula of other columns', async () => {
    const formula = await parsed('a*x', ['x']);
    expect(() => formulaModel(formula)).toThrow(RangeError);
  });
});
