import { deviationsOf } from '../deviations-of.ts';
import { growthReach } from '../growth-bound.ts';
import type { FittedModel, Model, TrainingSeries, UnfitReason } from '../model.ts';
import { arePositive } from '../positive-values.ts';
import { guestsFor, lastResort, type Member, membersFor } from './members.ts';

/** One model's part in a combination, or why it has none. */
export interface ModelShare {
  readonly name: string;
  /** 0 for a model that was left out. */
  readonly weight: number;
  readonly leftOut: UnfitReason | 'not-in-combination' | null;
  readonly parameters: Readonly<Record<string, number>>;
}

/** A member whose forecast nears 0 has no relative deviation to speak of: it counts as four times the forecast. */
const largestRelativeDeviation = 4;

/** Several models fitted to one seasonally adjusted series. */
export interface FittedCombination {
  readonly models: readonly FittedModel[];
  readonly shares: readonly ModelShare[];
}

/** The combination's point forecast per step and its members' predictive standard deviation there. */
export interface CombinedForecast {
  readonly median: Float64Array; // horizon
  /** Median of the members' standard deviations, each relative to its own forecast where the series is positive. */
  readonly deviations: Float64Array; // horizon
}

export interface CombinationChoice {
  /** Of the series before adjustment: it chooses the members. */
  readonly seasonLength: number;
  /** Names of the guests that joined (`learnGuests`). */
  readonly guests?: readonly string[];
  /** Further models, each a member where it can be fitted and left out with its reason where not. */
  readonly candidates?: readonly Model[];
}

/**
 * Fits every member of the combination for the series' kind; the last resort joins only where none could be fitted.
 *
 * @param adjusted  the series without its season
 */
export function fitCombination(
  adjusted: Float64Array,
  { seasonLength, guests = [], candidates = [] }: CombinationChoice,
): FittedCombination {
  const positive = arePositive(adjusted);
  const series: TrainingSeries = { values: adjusted, seasonLength: 1 };
  const joined = guestsFor(seasonLength).filter(({ model }) => guests.includes(model.name));
  const chosen = [...distinct([...membersFor(seasonLength), ...joined], positive), ...candidates];
  const fits = chosen.map((model) => ({ name: model.name, fit: model.fit(series) }));
  if (fits.every(({ fit }) => fit.kind === 'unfit')) fits.push({ name: lastResort.name, fit: lastResort.fit(series) });
  const models = fits.flatMap(({ fit }) => (fit.kind === 'fitted' ? [fit.model] : []));
  const shares = fits.map(
    ({ name, fit }): ModelShare =>
      fit.kind === 'fitted'
        ? { name, weight: 1 / models.length, leftOut: null, parameters: fit.model.parameters }
        : { name, weight: 0, leftOut: fit.reason, parameters: {} },
  );
  return { models, shares };
}

function distinct(members: readonly Member[], positive: boolean): Model[] {
  return [...new Set(members.map(({ model, onLevels }) => (positive ? model : onLevels)))];
}

/**
 * The median of the members' forecasts, step by step; of a positive series it stays positive and within its growth
 * reach, of one that was never negative it is not.
 *
 * @param adjusted  the values the combination was fitted to
 */
export function combinedForecast(
  { models }: FittedCombination,
  horizon: number,
  adjusted: Float64Array,
): CombinedForecast {
  const forecasts = models.map((model) => model.forecast(horizon));
  const spreads = models.map((model) => deviationsOf(model, horizon));
  const middle = medianOfRows(forecasts, horizon);
  if (!arePositive(adjusted)) {
    const lowest = adjusted.every((value) => value >= 0) ? 0 : Number.NEGATIVE_INFINITY;
    const median = middle.map((value) => Math.max(lowest, value));
    return { median, deviations: medianOfRows(spreads, horizon) };
  }
  const last = adjusted[adjusted.length - 1];
  const reach = growthReach(adjusted, horizon);
  const median = middle.map((value, h) =>
    Math.min(last * Math.exp(reach[h]), Math.max(last * Math.exp(-reach[h]), value)),
  );
  const relative = spreads.map((spread, k) =>
    spread.map((deviation, h) => relativeDeviation(deviation, forecasts[k][h])),
  );
  return { median, deviations: medianOfRows(relative, horizon) };
}

function relativeDeviation(deviation: number, forecast: number): number {
  const against = Math.max(forecast, deviation / largestRelativeDeviation);
  return against > 0 ? deviation / against : largestRelativeDeviation;
}

function medianOfRows(rows: readonly Float64Array[], horizon: number): Float64Array {
  const column = new Float64Array(rows.length);
  const half = Math.floor(rows.length / 2);
  const out = new Float64Array(horizon);
  for (let h = 0; h < horizon; h += 1) {
    for (let k = 0; k < rows.length; k += 1) column[k] = rows[k][h];
    column.sort();
    out[h] = rows.length % 2 === 1 ? column[half] : (column[half - 1] + column[half]) / 2;
  }
  return out;
}
