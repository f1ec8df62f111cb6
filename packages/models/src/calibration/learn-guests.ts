import { combinedForecast, type FittedCombination, fitCombination } from '../combination/fit-combination.ts';
import { guestsFor } from '../combination/members.ts';
import type { FittedModel, TrainingSeries } from '../model.ts';
import { restoreSeason } from '../seasonal/seasonal-indices.ts';
import { type BacktestOrigins, backtestFolds, type Fold } from './backtest-folds.ts';

/** A guest has to make the pool's mean error smaller by this share … */
const smallestGain = 0.002;
/** … and by so many standard errors, series counted as independent. */
const smallestStatistic = 0.5;
/** Fewer series than this say nothing about which models suit them. */
const fewestSeries = 20;

/** One fold with every member and guest fitted: what any choice of guests would have said is read from it. */
interface FittedFold extends Fold {
  readonly members: FittedCombination;
  readonly guests: ReadonlyMap<string, FittedModel>;
}

function fitFold(fold: Fold, seasonLength: number): FittedFold {
  const members = fitCombination(fold.adjusted, { seasonLength });
  const guests = new Map<string, FittedModel>();
  for (const { model } of guestsFor(seasonLength)) {
    const fit = model.fit({ values: fold.adjusted, seasonLength: 1 });
    if (fit.kind === 'fitted') guests.set(model.name, fit.model);
  }
  return { ...fold, members, guests };
}

/** |actual − forecast| / (actual + forecast) per step, had these guests been in the combination. */
function stepLosses(
  { members, guests, season, adjusted, actuals }: FittedFold,
  names: readonly string[],
): Float64Array {
  const joined = names.flatMap((name) => guests.get(name) ?? []);
  const horizon = actuals.length;
  const { median } = combinedForecast({ ...members, models: [...members.models, ...joined] }, horizon, adjusted);
  const layout = { columns: 1, horizon, offset: adjusted.length };
  const forecast = season === null ? median : restoreSeason(median, layout, season);
  return forecast.map((value, h) => Math.abs(actuals[h] - value) / (actuals[h] + value));
}

/** Mean of each step's losses over all folds: what a loss at that step is measured in, so that every step counts alike. */
function meansOfSteps(losses: readonly Float64Array[]): number[] {
  const sums: number[] = [];
  const counts: number[] = [];
  for (const fold of losses) {
    fold.forEach((loss, h) => {
      sums[h] = (sums[h] ?? 0) + loss;
      counts[h] = (counts[h] ?? 0) + 1;
    });
  }
  return sums.map((sum, h) => sum / counts[h]);
}

/** Mean of the differences and its standard error. */
function gainOf(before: Float64Array, after: Float64Array) {
  const n = before.length;
  const mean = before.reduce((sum, loss, i) => sum + loss - after[i], 0) / n;
  const squares = before.reduce((sum, loss, i) => sum + (loss - after[i] - mean) ** 2, 0);
  return { mean, statistic: squares > 0 ? mean / Math.sqrt(squares / n / n) : 0 };
}

/**
 * Which guests earn a place in the combination for these series, by their backtests alone: stacking with weights of 0
 * or one member's share, shrunk to none.
 *
 * Guests join one by one, the one that helps most first, as long as the pool's mean loss falls by 0.2 % and by half a
 * standard error. Annual series alone have guests (README).
 *
 * @param pool     series of one season length
 * @param without  the guests where the pool has fewer than 20 series, which say nothing
 * @returns        names, in the order in which they joined
 * @see Caruana, Niculescu-Mizil, Crew & Ksikes (2004), Ensemble Selection from Libraries of Models, ICML
 */
export function learnGuests(
  pool: readonly TrainingSeries[],
  origins: BacktestOrigins,
  without: readonly string[] = [],
): readonly string[] {
  const fitted = pool
    .map((series) => backtestFolds(series, origins).map((fold) => fitFold(fold, series.seasonLength)))
    .filter((folds) => folds.length > 0);
  if (fitted.length < fewestSeries) return without;
  const units = meansOfSteps(fitted.flat().map((fold) => stepLosses(fold, [])));
  const lossesWith = (names: readonly string[]) =>
    Float64Array.from(fitted, (folds) =>
      folds.reduce((sum, fold) => stepLosses(fold, names).reduce((total, loss, h) => total + loss / units[h], sum), 0),
    );
  let guests: readonly string[] = [];
  let losses = lossesWith(guests);
  const candidates = new Set(fitted.flatMap((folds) => folds.flatMap((fold) => [...fold.guests.keys()])));
  while (candidates.size > 0) {
    const total = losses.reduce((sum, loss) => sum + loss, 0);
    const [best] = [...candidates]
      .map((name) => {
        const tried = lossesWith([...guests, name]);
        return { name, tried, gain: gainOf(losses, tried) };
      })
      .filter(({ gain }) => gain.mean * losses.length > smallestGain * total && gain.statistic > smallestStatistic)
      .sort((a, b) => b.gain.mean - a.gain.mean);
    if (best === undefined) break;
    candidates.delete(best.name);
    guests = [...guests, best.name];
    losses = best.tried;
  }
  return guests;
}
