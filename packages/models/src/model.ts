import type { Rng } from '@hadaf/numerics';

/** What a model sees: equally spaced values up to the origin, oldest first. */
export interface TrainingSeries {
  readonly values: Float64Array; // n
  /** Periods a season: 12 for months, 4 for quarters, 1 where there is none. */
  readonly seasonLength: number;
}

export type UnfitReason =
  | 'too-few-observations'
  | 'not-positive'
  | 'did-not-converge'
  | 'cap-not-identified'
  | 'no-season'
  | 'missing-values';

/** A failed fit is a value, not an exception: a backtest over 1,000 folds records why. */
export type Fit =
  | { readonly kind: 'fitted'; readonly model: FittedModel }
  | { readonly kind: 'unfit'; readonly reason: UnfitReason };

/** A forecasting method. One file each, exported as one constant. */
export interface Model {
  readonly name: string;
  fit(series: TrainingSeries): Fit;
}

export interface FittedModel {
  readonly name: string;
  /** Estimated parameters by name, for the page that explains the forecast. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly fitted: Float64Array; // n, one step ahead; NaN where the model needs a start
  /** Point forecasts for h = 1 … horizon, in the series' unit. */
  forecast(horizon: number): Float64Array; // horizon
  /** Predictive standard deviation for h = 1 … horizon, in the series' unit, where a formula gives it. */
  deviations?(horizon: number): Float64Array; // horizon
  /**
   * Sample paths, parameter uncertainty included.
   *
   * @returns paths × horizon, row-major, in the series' unit
   */
  simulate(horizon: number, paths: number, rng: Rng): Float64Array;
}
