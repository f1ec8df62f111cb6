import type { Rng } from '@hadaf/numerics';
import { antitheticDraws, drawParameters, type ParameterSpread } from '../growth/parameter-draws.ts';
import { type ResidualProcess, residualProcess } from '../growth/residual-process.ts';
import { spreadOf } from '../growth/spread.ts';
import type { Fit, FittedModel, Model } from '../model.ts';
import { compileFormula } from './compile.ts';
import { type FormulaFit, fitFormula } from './fit-formula.ts';
import { type ParameterSettings, resolveSettings } from './parameter-setting.ts';
import type { Formula } from './parse-formula.ts';

export interface FormulaModelOptions {
  /** The model's name in tables; the formula's text where left out. */
  readonly name?: string;
  readonly settings?: ParameterSettings;
  /** The formula's `t` at the first observation: 0, or the year it stands for. */
  readonly firstTime?: number;
}

/** A formula fitted to a series: its values over time, their uncertainty and the errors round them. */
interface FormulaEstimate extends ParameterSpread {
  readonly formula: Formula;
  readonly firstTime: number;
  readonly values: Float64Array; // n
  readonly lower: Float64Array; // p
  readonly upper: Float64Array; // p
  readonly errors: ResidualProcess;
  readonly degreesOfFreedom: number;
}

/** Draws whose formula has no value are drawn nearer to the estimate, this many times. */
const retreats = 6;

function times(first: number, count: number): ReadonlyMap<string, Float64Array> {
  return new Map([['t', Float64Array.from({ length: count }, (_, i) => first + i)]]);
}

/** The formula's values from the last observation to the horizon: horizon + 1. */
function compileAhead({ formula, firstTime, values }: FormulaEstimate, horizon: number) {
  const compiled = compileFormula(formula, times(firstTime + values.length - 1, horizon + 1));
  const ahead = new Float64Array(horizon + 1);
  return (parameters: Float64Array): Float64Array => {
    compiled.evaluate(parameters, ahead);
    return ahead;
  };
}

function pointForecast(estimate: FormulaEstimate, horizon: number): Float64Array {
  const ahead = compileAhead(estimate, horizon)(estimate.parameters);
  const { values, errors } = estimate;
  let deviation = values[values.length - 1] - ahead[0];
  const forecast = new Float64Array(horizon);
  for (let h = 0; h < horizon; h++) {
    deviation *= errors.persistence;
    forecast[h] = ahead[h + 1] + deviation;
  }
  return forecast;
}

/** The formula at drawn parameters, kept inside their bounds and where the formula has values. */
function drawnAhead(
  estimate: FormulaEstimate,
  evaluate: (parameters: Float64Array) => Float64Array,
  normals: Float64Array,
  scale: number,
): Float64Array {
  const { lower, upper, parameters } = estimate;
  let reach = scale;
  for (let retreat = 0; retreat < retreats; retreat++) {
    const drawn = drawParameters(estimate, normals, reach);
    const ahead = evaluate(drawn.map((value, j) => Math.min(Math.max(value, lower[j]), upper[j])));
    if (ahead.every(Number.isFinite)) return ahead;
    reach /= 4;
  }
  return evaluate(parameters);
}

function simulatePaths(estimate: FormulaEstimate, horizon: number, paths: number, rng: Rng): Float64Array {
  const evaluate = compileAhead(estimate, horizon);
  const { parameters, values, errors, degreesOfFreedom } = estimate;
  const p = parameters.length;
  const simulated = new Float64Array(paths * horizon);
  antitheticDraws({ paths, count: p + horizon, degreesOfFreedom }, rng, (path, normals, scale) => {
    const ahead = drawnAhead(estimate, evaluate, normals, scale);
    let deviation = values[values.length - 1] - ahead[0];
    for (let h = 0; h < horizon; h++) {
      deviation = errors.persistence * deviation + scale * errors.innovation * normals[p + h];
      simulated[path * horizon + h] = ahead[h + 1] + deviation;
    }
  });
  return simulated; // paths × horizon
}

function oneStepAhead(values: Float64Array, residuals: Float64Array, persistence: number): Float64Array {
  return values.map((value, t) => value - residuals[t] + (t > 0 ? persistence * residuals[t - 1] : 0));
}

/** Parameters on a bound have no covariance: they stay there in every draw. */
function withoutNaN(covariance: Float64Array): Float64Array {
  return covariance.map((value) => (Number.isNaN(value) ? 0 : value));
}

function fittedModel(name: string, estimate: FormulaEstimate, residuals: Float64Array): FittedModel {
  const { formula, parameters, errors, values } = estimate;
  const named = Object.fromEntries(formula.parameters.map((parameter, j) => [parameter, parameters[j]]));
  return {
    name,
    parameters: named,
    fitted: oneStepAhead(values, residuals, errors.persistence),
    forecast: (horizon) => pointForecast(estimate, horizon),
    simulate: (horizon, paths, rng) => simulatePaths(estimate, horizon, paths, rng),
  };
}

function reasonOf(fit: Extract<FormulaFit, { kind: 'unfit' }>): Fit {
  return { kind: 'unfit', reason: fit.reason === 'too-few-observations' ? fit.reason : 'did-not-converge' };
}

/**
 * A user's formula of `t` as a forecasting model, with AR(1) errors in the series' unit.
 *
 *   y(t) = formula(t) + u(t),   u(t) = φ·u(t−1) + ε
 *
 * It needs two observations more than parameters. Why a formula is not fitted (no value at the start, parameters the
 * data do not identify) is told by `fitFormula`; here it is `did-not-converge`.
 *
 * @throws RangeError when the formula reads other columns than `t`, or a setting contradicts it
 */
export function formulaModel(formula: Formula, options: FormulaModelOptions = {}): Model {
  const { name = formula.text, settings = new Map(), firstTime = 0 } = options;
  const others = formula.variables.filter((variable) => variable !== 't');
  if (others.length > 0) throw new RangeError(`formulaModel requires a formula of t alone, got ${others.join()}`);
  const { lower, upper } = resolveSettings(formula, settings);
  const p = formula.parameters.length;
  return {
    name,
    fit({ values }) {
      if (values.length < p + 2) return { kind: 'unfit', reason: 'too-few-observations' };
      const fit = fitFormula(formula, times(firstTime, values.length), values, settings);
      if (fit.kind === 'unfit') return reasonOf(fit);
      const { parameters, covariance, degreesOfFreedom } = fit.estimate;
      const residuals = fit.estimate.residuals.slice(0, values.length);
      const errors = residualProcess(residuals, p);
      const spread = spreadOf(withoutNaN(covariance), p, errors.inflation);
      const about = { formula, firstTime, values, lower, upper, errors };
      return {
        kind: 'fitted',
        model: fittedModel(name, { ...about, parameters, spread, degreesOfFreedom }, residuals),
      };
    },
  };
}
