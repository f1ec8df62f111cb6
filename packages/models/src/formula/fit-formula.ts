import { fitLeastSquares, type LeastSquaresEstimate, type LeastSquaresFit } from '@hadaf/numerics';
import { type CompiledFormula, compileFormula } from './compile.ts';
import { formulaProblem } from './formula-problem.ts';
import { type ParameterSettings, type ResolvedSettings, resolveSettings } from './parameter-setting.ts';
import type { Formula } from './parse-formula.ts';

/** The errors' standard deviation and the priors' weights depend on each other: rounds until they agree. */
const priorRounds = 20;
const priorTolerance = 1e-8;

export interface FittedParameter {
  readonly name: string;
  readonly value: number;
  /** NaN for a parameter on a bound, or where no degree of freedom is left. */
  readonly standardError: number;
  readonly atBound: boolean;
}

export type FormulaFit =
  | {
      readonly kind: 'fitted';
      readonly parameters: readonly FittedParameter[];
      readonly estimate: LeastSquaresEstimate;
      /** The formula's values on other columns with the same names. */
      predict(data: ReadonlyMap<string, Float64Array>): Float64Array;
    }
  | { readonly kind: 'unfit'; readonly reason: 'not-identified'; readonly unidentified: readonly string[] }
  | {
      readonly kind: 'unfit';
      readonly reason: 'did-not-converge' | 'not-finite-at-start' | 'too-few-observations' | 'not-finite-data';
    };

function isFiniteData(data: ReadonlyMap<string, Float64Array>, observed: Float64Array): boolean {
  return observed.every(Number.isFinite) && [...data.values()].every((column) => column.every(Number.isFinite));
}

function spreadOfValues(observed: Float64Array): number {
  const mean = observed.reduce((sum, value) => sum + value, 0) / observed.length;
  return Math.sqrt(observed.reduce((sum, value) => sum + (value - mean) ** 2, 0) / observed.length) || 1;
}

function solve(
  formula: Formula,
  compiled: CompiledFormula,
  observed: Float64Array,
  settings: ResolvedSettings,
): LeastSquaresFit {
  let deviation = spreadOfValues(observed);
  let fit = fitLeastSquares(formulaProblem(formula, compiled, observed, { settings, deviation }), settings.start);
  if (settings.priors.length === 0) return fit;
  for (let round = 0; round < priorRounds && fit.kind === 'converged'; round++) {
    const next = fit.estimate.residualStandardDeviation;
    if (!(next > 0) || Math.abs(next / deviation - 1) <= priorTolerance) return fit;
    deviation = next;
    const problem = formulaProblem(formula, compiled, observed, { settings, deviation });
    fit = fitLeastSquares(problem, fit.estimate.parameters);
  }
  return fit;
}

/**
 * Fits a formula to data by least squares, with bounds, starts and normal priors.
 *
 * Priors count as observations: their rows are in the degrees of freedom and the standard errors. The estimate is the
 * most probable one under normal errors whose standard deviation is estimated along.
 *
 * @param data      a column for each of the formula's variables, n values each
 * @param observed  n
 * @throws RangeError when columns or settings contradict the formula
 */
export function fitFormula(
  formula: Formula,
  data: ReadonlyMap<string, Float64Array>,
  observed: Float64Array,
  settings: ParameterSettings = new Map(),
): FormulaFit {
  const resolved = resolveSettings(formula, settings);
  const compiled = compileFormula(formula, data);
  if (compiled.rows !== observed.length) {
    throw new RangeError(`fitFormula requires columns of ${observed.length} values, got ${compiled.rows}`);
  }
  if (!isFiniteData(data, observed)) return { kind: 'unfit', reason: 'not-finite-data' };
  const fit = solve(formula, compiled, observed, resolved);
  if (fit.kind === 'unsolvable') return { kind: 'unfit', reason: fit.reason };
  if (fit.kind === 'did-not-converge') return { kind: 'unfit', reason: fit.kind };
  if (fit.kind === 'not-identified') {
    return { kind: 'unfit', reason: fit.kind, unidentified: fit.unidentified.map((j) => formula.parameters[j]) };
  }
  return { kind: 'fitted', estimate: fit.estimate, ...described(formula, fit.estimate) };
}

function described(formula: Formula, estimate: LeastSquaresEstimate) {
  const { parameters, standardErrors, atBound } = estimate;
  return {
    parameters: formula.parameters.map((name, j) => ({
      name,
      value: parameters[j],
      standardError: standardErrors[j],
      atBound: atBound.includes(j),
    })),
    predict(data: ReadonlyMap<string, Float64Array>): Float64Array {
      const compiled = compileFormula(formula, data);
      const values = new Float64Array(compiled.rows);
      compiled.evaluate(parameters, values);
      return values;
    },
  };
}
