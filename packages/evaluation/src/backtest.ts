import type { Model, TrainingSeries, UnfitReason } from '@hadaf/models';

export interface BacktestOptions {
  readonly horizon: number;
  /** Folds at most, the newest first to be kept. */
  readonly folds?: number;
  /** Periods between origins. */
  readonly spacing?: number;
  /** Fewest periods a model may be fitted to. */
  readonly shortest?: number;
}

/** One origin: what was forecast from the values up to it, what came, or why nothing was forecast. */
export type Fold =
  | {
      readonly kind: 'forecast';
      /** Periods the model saw. */
      readonly origin: number;
      readonly forecast: Float64Array; // horizon
      /** What came, as far as it is known: fewer than the horizon near the end of the series. */
      readonly actual: Float64Array;
    }
  | { readonly kind: 'unfit'; readonly origin: number; readonly reason: UnfitReason };

/**
 * Rolling-origin backtest with an expanding window: the model is fitted afresh on the values up to each origin.
 *
 * The values are taken as they are: pass what was known at each vintage to keep later revisions out (`values` of one
 * vintage may be a subarray of nothing newer). Oldest origin first.
 *
 * @throws RangeError when the horizon, the folds or the spacing is not a positive integer
 */
export function backtest(
  model: Model,
  series: TrainingSeries,
  { horizon, folds = 6, spacing = 1, shortest = 3 }: BacktestOptions,
): Fold[] {
  for (const size of [horizon, folds, spacing]) {
    if (!(Number.isInteger(size) && size > 0)) throw new RangeError(`backtest requires positive integers, got ${size}`);
  }
  const { values, seasonLength } = series;
  const origins = Array.from({ length: folds }, (_, fold) => values.length - (fold + 1) * spacing);
  return origins
    .filter((origin) => origin >= shortest)
    .reverse()
    .map((origin) => {
      const fit = model.fit({ values: values.subarray(0, origin), seasonLength });
      if (fit.kind === 'unfit') return { kind: 'unfit', origin, reason: fit.reason };
      const actual = values.slice(origin, origin + horizon);
      return { kind: 'forecast', origin, forecast: fit.model.forecast(horizon), actual };
    });
}
