import { fiscalYearLabel } from '@hadaf/series';
import { requiredGrowth, undefinedWords } from '@hadaf/targets';
import type { AnnualForecast } from '../assess/annual-forecast.ts';
import type { Goal } from '../assess/due-outlook.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { Figure } from '../report.ts';

/** Even odds. */
const evenOdds = 0.5;

/** Where the forecast starts from: the landing estimate of the year in progress, else the last reported year. */
function originOf({ landing, years }: MeasuredSeries): { readonly value: number; readonly label: string } | null {
  if (landing) return { value: landing.median, label: landing.label };
  const latest = years.at(-1);
  return latest ? { value: latest.value, label: latest.label } : null;
}

/**
 * What would bring P(target) to one half, solved on the forecast's own distribution.
 *
 * Growth: every path is lifted by one more factor a year, (1 + δ)^h; P = ½ where median · (1 + δ)^h = target, so that
 * the middle grows from the origin to the target. Amount: every path gets one more equal amount each year, h · a at the
 * date; P = ½ where median + h · a = target. Date: the first year whose median reaches the target.
 *
 * @returns empty where the forecast does not cover the goal's year
 */
export function whatItTakes(series: MeasuredSeries, annual: AnnualForecast | null, goal: Goal): Figure[] {
  const origin = originOf(series);
  if (!annual || !origin) return [];
  const step = goal.fiscalYear - annual.firstYear + 1;
  const median = annual.forecast.median[step - 1];
  if (step < 1 || median === undefined) return [];
  const label = (year: number) => fiscalYearLabel(year, series.indicator.calendar);
  const path = { origin, step, median, unit: series.indicator.unit, due: label(goal.fiscalYear) };
  const last = label(annual.firstYear + annual.forecast.horizon - 1);
  return [growthForEvenOdds(path, goal), amountForEvenOdds(path, goal), dateOfEvenOdds(annual, goal, last)];
}

interface MiddlePath {
  readonly origin: { readonly value: number; readonly label: string };
  readonly step: number;
  readonly median: number;
  readonly unit: string;
  /** The goal's year. */
  readonly due: string;
}

function growthForEvenOdds({ origin, step, median, due }: MiddlePath, goal: Goal): Figure {
  const needed = requiredGrowth(origin.value, goal.value, step);
  const expected = requiredGrowth(origin.value, median, step);
  const lift = requiredGrowth(median, goal.value, step);
  const shown = {
    label: 'Growth for even odds',
    unit: 'percent a year',
    period: `${origin.label} to ${due}`,
    basis: `(${goal.value} ÷ ${Math.round(origin.value)})^(1/${step}) − 1: every path of the forecast lifted until P = ${evenOdds}`,
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

function amountForEvenOdds({ step, median, unit, due }: MiddlePath, goal: Goal): Figure {
  const gap = goal.value - median;
  return {
    label: 'Added amount a year for even odds',
    value: gap / step,
    unit: `${unit} a year`,
    period: `each of ${step} years to ${due}`,
    basis: `(${goal.value} − ${Math.round(median)}) ÷ ${step}: target less the forecast’s median, in equal steps`,
    note: `each year that much more than the forecast adds; ${Math.round(gap)} ${unit} in ${due}`,
    citations: [],
  };
}

function dateOfEvenOdds({ firstYear, forecast }: AnnualForecast, goal: Goal, last: string): Figure {
  const reaches = (value: number) => (goal.direction === 'up' ? value >= goal.value : value <= goal.value);
  const step = forecast.median.findIndex(reaches);
  return {
    label: 'Date of even odds',
    value: step < 0 ? null : firstYear + step,
    unit: 'fiscal year',
    period: `to ${last}`,
    basis: 'first year in which the forecast’s median reaches the target',
    note: step < 0 ? `beyond ${last}, the end of the forecast` : '',
    citations: [],
  };
}
