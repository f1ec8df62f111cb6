import type { UnfitReason } from './model.ts';

/** A forecast asked for. Everything that decides its bytes is in here. */
export interface ForecastRequest {
  /** Keys the random stream: same id and seed, same paths, whatever the thread. */
  readonly seriesId: string;
  readonly values: Float64Array; // n, oldest first
  readonly seasonLength: number;
  readonly horizon: number;
  readonly seed: number;
  /** Sample paths; even, since they are antithetic pairs. */
  readonly paths: number;
  /**
   * Log standard deviation of the last value, where it is itself an estimate: a fiscal year whose last months are
   * not reported yet. 0 for a reported value. Every path starts from its own draw.
   */
  readonly lastLogStandardDeviation: number;
}

/** One model's part in a combination, or why it has none. */
export interface ModelShare {
  readonly name: string;
  /** 0 for a model that was left out. */
  readonly weight: number;
  readonly leftOut: UnfitReason | 'not-in-combination' | null;
  readonly parameters: Readonly<Record<string, number>>;
}

export interface SeriesForecast {
  readonly kind: 'forecast';
  readonly horizon: number;
  /** Median of the predictive distribution per step. */
  readonly median: Float64Array; // horizon
  readonly levels: readonly number[]; // k probabilities, ascending
  readonly quantiles: Float64Array; // horizon × k
  readonly paths: Float64Array; // paths × horizon
  readonly models: readonly ModelShare[];
}

export type ForecastResult = SeriesForecast | { readonly kind: 'unfit'; readonly reason: UnfitReason };
