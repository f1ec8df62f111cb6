import {
  type FittedParameter,
  type Formula,
  type FormulaFit,
  fitFormula,
  forecastLevels,
  formulaModel,
  type ParameterSetting,
  type ParameterSettings,
  parseFormula,
  pathQuantiles,
} from '@hadaf/models';
import { counterRng } from '@hadaf/numerics';
import type { FormulaAnswer, FormulaForecastYear } from './formula-report.ts';
import { startsOf } from './starts.ts';

/** Everything a fit of a formula reads; same task, same answer. */
export interface FormulaTask {
  readonly text: string;
  readonly settings: readonly (readonly [string, ParameterSetting])[];
  readonly seriesId: string;
  readonly years: readonly { readonly fiscalYear: number; readonly label: string; readonly value: number }[];
  /** Labels of the years ahead. */
  readonly ahead: readonly string[];
  readonly seed: number;
  readonly paths: number;
}

const shownCoverages = [0.8, 0.95] as const;

/** Two starts that end within this of one another, relatively, found the same minimum. */
const sameMinimum = 1e-6;

/** Beyond this share of the value a standard error, which is linear, says little of a curve, which is not. */
const weakFrom = 0.5;

/** Names of the parameters that are hardly known; none of a formula that is linear in all, where errors of any size hold. */
function weakOf({ linear }: Formula, parameters: readonly FittedParameter[]): string[] {
  if (linear.length === parameters.length) return [];
  return parameters
    .filter(({ value, standardError }) => standardError > weakFrom * Math.abs(value))
    .map(({ name }) => name);
}

type Fitted = Extract<FormulaFit, { kind: 'fitted' }>;

const details: Readonly<Record<Extract<FormulaFit, { kind: 'unfit' }>['reason'], string>> = {
  'not-identified': 'other values of these parameters fit as well: the data cannot tell them apart',
  'did-not-converge': 'no start led to a minimum; give starts or bounds near sensible values',
  'not-finite-at-start': 'the formula has no value at any start; give starts, or count time from a year: (t - 2020)',
  'too-few-observations': 'a formula needs at least as many yearly values as parameters',
  'not-finite-data': 'the series has a value that is not a number',
};

function reasonOf(fits: readonly FormulaFit[]): FormulaAnswer {
  const unfit = fits.flatMap((fit) => (fit.kind === 'unfit' ? [fit] : []));
  const first = unfit.find(({ reason }) => reason === 'not-identified') ?? unfit[0];
  if (!first) throw new RangeError('reasonOf requires a fit that failed, got none');
  const unidentified = first.reason === 'not-identified' ? first.unidentified : [];
  return { kind: 'unfit', reason: first.reason, unidentified, detail: details[first.reason] };
}

function bestOf(fits: readonly FormulaFit[]): { best: Fitted; agreed: number } | null {
  const fitted = fits.flatMap((fit) => (fit.kind === 'fitted' ? [fit] : []));
  const [best] = fitted.toSorted((a, b) => a.estimate.residualSumOfSquares - b.estimate.residualSumOfSquares);
  if (!best) return null;
  const limit = best.estimate.residualSumOfSquares * (1 + sameMinimum);
  return { best, agreed: fitted.filter(({ estimate }) => estimate.residualSumOfSquares <= limit).length };
}

/** The user's settings with every start at the estimate. */
function startedAt(best: Fitted, settings: ParameterSettings): ParameterSettings {
  return new Map(best.parameters.map(({ name, value }) => [name, { ...settings.get(name), start: value }]));
}

/** The formula carried forward; a series without negative values gets none, as in every forecast here. */
function forecastOf(task: FormulaTask, formula: Formula, settings: ParameterSettings): FormulaForecastYear[] {
  const { years, ahead, seriesId, seed, paths } = task;
  const horizon = ahead.length;
  const firstTime = years[0]?.fiscalYear ?? 0;
  const values = Float64Array.from(years, ({ value }) => value);
  const fit = formulaModel(formula, { settings, firstTime }).fit({ values, seasonLength: 1 });
  if (fit.kind === 'unfit') return [];
  const point = fit.model.forecast(horizon);
  const drawn = fit.model.simulate(horizon, paths, counterRng(`${seriesId} ${formula.text}`, seed));
  const simulated = values.every((value) => value >= 0) ? drawn.map((value) => Math.max(0, value)) : drawn;
  const quantiles = pathQuantiles(simulated, horizon, forecastLevels);
  const quantile = (h: number, level: number) =>
    quantiles[h * forecastLevels.length + forecastLevels.findIndex((known) => Math.abs(known - level) < 1e-9)] ??
    Number.NaN;
  return ahead.map((label, h) => ({
    label,
    t: firstTime + values.length + h,
    forecast: point[h] ?? Number.NaN,
    intervals: shownCoverages.map((level) => ({
      level,
      lower: quantile(h, (1 - level) / 2),
      upper: quantile(h, (1 + level) / 2),
    })),
  }));
}

/** Fits a formula of `t`, the fiscal year, to yearly values. Runs in a worker thread: its time limit is the caller's. */
export async function formulaInThread(task: FormulaTask): Promise<FormulaAnswer> {
  const parsed = await parseFormula(task.text, ['t']);
  if (parsed.kind === 'refused') return parsed;
  const { formula } = parsed;
  const unknown = task.settings.find(([name]) => !formula.parameters.includes(name));
  if (unknown) {
    const detail = `the formula has no parameter ${unknown[0]}; it has ${formula.parameters.join(', ')}`;
    return { kind: 'refused', reason: 'unknown-parameter', detail };
  }
  const settings: ParameterSettings = new Map(task.settings);
  const times = task.years.map(({ fiscalYear }) => fiscalYear);
  const data = new Map([['t', Float64Array.from(times)]]);
  const observed = Float64Array.from(task.years, ({ value }) => value);
  const starts = startsOf(formula, settings, times);
  const fits = starts.map((start) => fitFormula(formula, data, observed, start));
  const found = bestOf(fits);
  if (!found) return reasonOf(fits);
  const { best, agreed } = found;
  const fitted = best.predict(data);
  const weak = weakOf(formula, best.parameters);
  const ahead = forecastOf(task, formula, startedAt(best, settings));
  return {
    kind: 'fitted',
    parameters: best.parameters,
    weak,
    residualStandardDeviation: best.estimate.residualStandardDeviation,
    degreesOfFreedom: best.estimate.degreesOfFreedom,
    starts: { tried: starts.length, agreed },
    years: task.years.map(({ fiscalYear, label, value }, i) => ({
      label,
      t: fiscalYear,
      reported: value,
      fitted: fitted[i] ?? Number.NaN,
    })),
    forecast: weak.length > 0 ? ahead.map((year) => ({ ...year, intervals: [] })) : ahead,
  };
}
