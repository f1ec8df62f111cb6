import { pathQuantiles } from '@hadaf/models';
import { counted, fiscalYearLabel, formatProbability, formatQuantity, quantityUnit } from '@hadaf/series';
import { requiredGrowth, undefinedWords } from '@hadaf/targets';
import type { AnnualForecast } from '../assess/annual-forecast.ts';
import type { Goal } from '../assess/due-outlook.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { Figure } from '../report.ts';

/** Even odds. */
const evenOdds = 0.5;

/** The value and the year a forecast starts from. */
export interface SeriesOrigin {
  readonly value: number;
  readonly label: string;
}

/** Where the forecast starts from: the landing estimate of the year in progress, else the last reported year. */
export function originOf({ landing, years }: MeasuredSeries): SeriesOrigin | null {
  if (landing) return { value: landing.median, label: landing.label };
  const latest = years.at(-1);
  return latest ? { value: latest.value, label: latest.label } : null;
}

/**
 * What would bring P(target) to a probability p, solved on the forecast's own distribution. q is its quantile that is
 * passed with probability p: at 1 − p for a target to rise to, at p for one to fall to; for even odds the median.
 *
 * Growth: every path is lifted by one more factor a year, (1 + δ)^h; P = p where q · (1 + δ)^h = target, and the middle
 * then grows from the origin to median · target ÷ q. Amount: every path gets one more equal amount each year, h · a at
 * the date; P = p where q + h · a = target. Date: the first year whose q reaches the target.
 *
 * @param probability  p in (0, 1)
 * @returns            empty where the forecast does not cover the goal's year
 */
export function whatItTakes(
  series: MeasuredSeries,
  annual: AnnualForecast | null,
  goal: Goal,
  probability: number = evenOdds,
): Figure[] {
  const origin = originOf(series);
  if (!annual || !origin) return [];
  const step = goal.fiscalYear - annual.firstYear + 1;
  const median = annual.forecast.median[step - 1];
  if (step < 1 || median === undefined) return [];
  const label = (year: number) => fiscalYearLabel(year, series.indicator.calendar);
  const passed = passedQuantiles(annual, goal.direction, probability);
  const aim = aimOf(probability);
  const quantile = passed[step - 1] ?? median;
  const path = { origin, step, median, quantile, unit: series.indicator.unit, due: label(goal.fiscalYear), aim };
  const last = label(annual.firstYear + annual.forecast.horizon - 1);
  return [
    growthNeeded(path, goal),
    amountNeeded(path, goal),
    dateReached(annual.firstYear, passed, { goal, last, aim }),
  ];
}

/** The value each year passes with a probability: the median itself for even odds. */
function passedQuantiles(
  { forecast }: AnnualForecast,
  direction: Goal['direction'],
  probability: number,
): Float64Array {
  if (probability === evenOdds) return forecast.median;
  const level = direction === 'up' ? 1 - probability : probability;
  return pathQuantiles(forecast.paths, forecast.horizon, [level]);
}

/** How a wanted probability is written. */
interface Aim {
  readonly name: string;
  readonly probability: number;
  /** What must reach the target. */
  readonly quantile: string;
}

function aimOf(probability: number): Aim {
  if (probability === evenOdds) return { name: 'even odds', probability, quantile: 'median' };
  const words = formatProbability(probability);
  return { name: `a probability of ${words}`, probability, quantile: `value passed with a probability of ${words}` };
}

interface AimedPath {
  readonly origin: SeriesOrigin;
  readonly step: number;
  readonly median: number;
  /** Passed with the wanted probability in the goal's year. */
  readonly quantile: number;
  readonly unit: string;
  /** The goal's year. */
  readonly due: string;
  readonly aim: Aim;
}

function growthNeeded({ origin, step, median, quantile, due, aim }: AimedPath, goal: Goal): Figure {
  const middle = aim.probability === evenOdds ? goal.value : (median * goal.value) / quantile;
  const needed = requiredGrowth(origin.value, middle, step);
  const expected = requiredGrowth(origin.value, median, step);
  const lift = requiredGrowth(quantile, goal.value, step);
  const shown = {
    label: `Growth for ${aim.name}`,
    unit: 'percent a year',
    period: `${origin.label} to ${due}`,
    basis: `(${Math.round(middle)} ÷ ${Math.round(origin.value)})^(1/${step}) − 1: every path of the forecast lifted until P = ${aim.probability}`,
    citations: [],
  };
  if (needed.kind === 'undefined') return { ...shown, value: null, note: undefinedWords(needed.reason) };
  const words =
    expected.kind === 'defined' && lift.kind === 'defined'
      ? `the middle of the forecast grows ${percent(expected.value)} a year; each year would have to bring ${percent(lift.value)} on top`
      : '';
  return { ...shown, value: needed.value * 100, note: words };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function amountNeeded({ step, quantile, unit, due, aim }: AimedPath, goal: Goal): Figure {
  const gap = goal.value - quantile;
  return {
    label: `Added amount a year for ${aim.name}`,
    value: gap / step,
    unit: `${unit} a year`,
    period: step === 1 ? due : `each of ${counted(step, 'year')} to ${due}`,
    basis: `(${goal.value} − ${Math.round(quantile)}) ÷ ${step}: target less the forecast’s ${aim.quantile}, in equal steps`,
    note: `each year that much more than the forecast adds; ${formatQuantity(gap, quantityUnit(unit))} in ${due}`,
    citations: [],
  };
}

/** How it differs from the expected year of arrival, which stands beside it. */
function dateWords({ probability }: Aim): string {
  const only = 'only paths that are there in that very year count';
  return probability === evenOdds ? `${only}; the expected year of arrival also counts those there before` : only;
}

function dateReached(
  firstYear: number,
  passed: Float64Array,
  { goal, last, aim }: { readonly goal: Goal; readonly last: string; readonly aim: Aim },
): Figure {
  const reaches = (value: number) => (goal.direction === 'up' ? value >= goal.value : value <= goal.value);
  const step = passed.findIndex(reaches);
  return {
    label: `Date of ${aim.name}`,
    value: step < 0 ? null : firstYear + step,
    unit: 'fiscal year',
    period: `to ${last}`,
    basis: `first year in which the forecast’s ${aim.quantile} reaches the target`,
    note: step < 0 ? `beyond ${last}, the end of the forecast` : dateWords(aim),
    citations: [],
  };
}
