import type { DieboldMariano } from '@hadaf/evaluation';
import type { IsoDate } from '@hadaf/series';

/** One forecast of one year from what was known on one day, beside what came. */
export interface FoldStep {
  readonly model: string;
  /** The day of the vintage: nothing that became known later was seen. */
  readonly asOf: IsoDate;
  /** Years ahead of the last year known that day, from 1. */
  readonly horizon: number;
  readonly year: string;
  readonly forecast: number;
  readonly actual: number;
  /** |forecast − actual| in units of the mean yearly change known on that day. */
  readonly scaledError: number;
  /** sMAPE of this one forecast, 0 to 200. */
  readonly percentageError: number;
  /** Mean pinball loss over the forecast levels, in the unit of `scaledError`. */
  readonly scaledPinball: number;
  readonly covered80: boolean;
  readonly covered95: boolean;
}

/** A model's record at one horizon. */
export interface ModelScore {
  readonly model: string;
  readonly horizon: number;
  readonly folds: number;
  /** Whether it forecast from every origin the benchmark did; else its averages are of other years. */
  readonly isComplete: boolean;
  readonly mase: number;
  readonly smape: number;
  readonly pinball: number;
  /** Empirical coverage of the 0.8 and 0.95 intervals. */
  readonly coverage80: number;
  readonly coverage95: number;
  /** 1 − MASE ÷ the benchmark's on the folds both have; null for the benchmark itself. */
  readonly skill: number | null;
  /**
   * Its mean rank among the models with every fold, and whether it may be the best by Nemenyi's test at 0.95; null for a
   * model without every fold, or where fewer than two have them. Folds more than a year ahead overlap, so the test is
   * then too sure.
   */
  readonly ranking: { readonly meanRank: number; readonly mayBeBest: boolean } | null;
  /** Against the benchmark; null below `fewestForTest` common folds. */
  readonly dieboldMariano: DieboldMariano | null;
}

/** One day on which a new year became known, and who was right from there. */
export interface OriginRecord {
  readonly asOf: IsoDate;
  readonly years: number;
  readonly firstYear: string;
  readonly lastYear: string;
  /** Years of the horizon whose value is known by now. */
  readonly actuals: number;
  /** The model with the smallest mean scaled error over those years; null where none has come. */
  readonly best: { readonly model: string; readonly mase: number } | null;
  readonly combination: { readonly mase: number; readonly rank: number; readonly of: number } | null;
  readonly benchmark: { readonly mase: number } | null;
  /** The model somebody would have picked that day for its record so far, and how it did; null without a record. */
  readonly picked: { readonly model: string; readonly mase: number } | null;
}

/** What we would have said about a target, day by day, and how it ended. */
export interface TargetRecord {
  readonly targetId: string;
  readonly title: string;
  readonly due: string;
  readonly value: number;
  readonly vintages: readonly { readonly asOf: IsoDate; readonly probability: number }[];
  /** Null while the due year's value is not known. */
  readonly outcome: { readonly value: number; readonly reached: boolean } | null;
  /** Brier score of the first P and of the last one before the due period ended; null while open, or without one. */
  readonly brier: { readonly announced: number; readonly last: number } | null;
  readonly missVisibleSince: IsoDate | null;
}

/** Mean MASE of always picking the model with the best record so far, beside the others, from the same origins. */
export interface Picking {
  readonly origins: number;
  readonly picked: number;
  readonly combination: number;
  readonly benchmark: number;
}

export interface BacktestReport {
  readonly indicatorId: string;
  readonly indicatorName: string;
  readonly unit: string;
  readonly asOf: IsoDate;
  readonly horizon: number;
  readonly combination: string;
  readonly benchmark: string;
  readonly origins: readonly OriginRecord[];
  readonly picking: Picking | null;
  readonly scores: readonly ModelScore[];
  /** How often each model was left out, and why. */
  readonly leftOut: readonly { readonly model: string; readonly reason: string; readonly folds: number }[];
  readonly targets: readonly TargetRecord[];
  /** Mean Brier scores of the targets whose year is known and whose P was given before it ended. */
  readonly settled: { readonly targets: number; readonly brierAnnounced: number; readonly brierLast: number } | null;
  readonly caveats: readonly string[];
  readonly folds: readonly FoldStep[];
}
