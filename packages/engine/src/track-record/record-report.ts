import type { HedgehogChartView, ReliabilityChartView } from '@hadaf/charts';
import type { IsoDate } from '@hadaf/series';
import type { Target } from '@hadaf/targets';

/** Scores of one forecaster's distributions on the same years; errors in mean yearly changes known on the day. */
export interface ForecasterScore {
  readonly name: string;
  /** Mean |median − actual|, scaled; null for a forecaster of distributions alone. */
  readonly mase: number;
  /** Mean pinball loss over the levels, scaled: an estimate of the CRPS. */
  readonly crps: number;
  /** Share of the actuals within the central 0.8 and 0.95 interval. */
  readonly coverage80: number;
  readonly coverage95: number;
  /** Of the standard questions at this horizon. */
  readonly brier: number;
  readonly logScore: number;
}

/** The forecasts of one horizon, against the benchmarks on the same years. */
export interface HorizonScores {
  /** Fiscal years ahead, from 1. */
  readonly horizon: number;
  /** Years that have come. */
  readonly years: number;
  /** Ours first, then the random walk with drift and past growth rates. */
  readonly scores: readonly ForecasterScore[];
}

/** One bar of the diagram; `lower` and `upper` bound the share that so few cases could stand for (Wilson, 0.8). */
export interface ReliabilityRow {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanProbability: number;
  readonly hitShare: number;
  readonly lower: number;
  readonly upper: number;
}

/** Whether what was called p happened in p of the cases. */
export interface Reliability {
  readonly questions: number;
  /** Events these questions are about: questions of one event or series share its luck. */
  readonly events: number;
  readonly seriesCount: number;
  readonly brier: number;
  readonly logScore: number;
  readonly calibrationError: number;
  readonly parts: {
    readonly reliability: number;
    readonly resolution: number;
    readonly uncertainty: number;
    readonly withinBins: number;
  };
  /** Empty bins are left out. */
  readonly rows: readonly ReliabilityRow[];
  readonly chart: ReliabilityChartView;
  /** What the numbers can bear. */
  readonly sentence: string;
}

/** Whether re-issued probabilities moved as honest ones do. */
export interface Movement {
  readonly changes: number;
  readonly days: number;
  readonly targets: number;
  readonly meanChange: number;
  /** Of successive changes; null below three. */
  readonly correlation: number | null;
  readonly movement: number;
  readonly uncertaintyReduction: number;
  readonly z: number | null;
  readonly verdict: 'honest' | 'too-much' | 'too-little' | 'too-few';
  readonly sentence: string;
}

/** A settled target as a point forecast and as an event, beside what we said. */
export interface PastTargetScoreRow {
  readonly targetId: string;
  readonly title: string;
  readonly announcedBy: string;
  readonly standing: Target['standing'];
  readonly knownBy: IsoDate;
  readonly dueLabel: string;
  readonly unit: string;
  readonly targetValue: number;
  readonly outcome: number;
  readonly share: number | null;
  readonly reached: boolean;
  /** Our middle forecast and the benchmark's for the same year, on the first day of a forecast since the target was known. */
  readonly comparison: {
    readonly asOf: IsoDate;
    readonly ours: number;
    readonly benchmark: number;
    /** |forecast − outcome| in mean yearly changes known that day. */
    readonly errorOfTarget: number;
    readonly errorOfOurs: number;
    readonly errorOfBenchmark: number;
  } | null;
  /** P at each vintage before the period ended, oldest first. */
  readonly vintages: readonly { readonly asOf: IsoDate; readonly probability: number }[];
  /** The day since which P stayed below 0.25, of a target missed; null where never. */
  readonly missVisibleSince: IsoDate | null;
  readonly missVisibleDays: number | null;
}

/** What one kind of record says: published forecasts, or replayed ones; the two are never mixed. */
export interface RecordStream {
  readonly kind: 'published' | 'replayed';
  readonly entries: number;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
  readonly horizons: readonly HorizonScores[];
  /** P at the date of targets whose outcome is known. */
  readonly targetReliability: Reliability | null;
  /** P by the date of the same targets: reached in any year not over on the day, up to the due one. */
  readonly byDateReliability: Reliability | null;
  /** P of five standard thresholds a forecast, from unlikely to likely by the series' own past growth. */
  readonly standardReliability: Reliability | null;
  readonly movement: Movement | null;
  readonly pastTargets: readonly PastTargetScoreRow[];
  /** What this part of the record can and cannot say yet. */
  readonly sentence: string;
}

/** The record of one series. */
export interface SeriesRecord {
  readonly seriesId: string;
  readonly name: string;
  readonly unit: string;
  readonly targetIds: readonly string[];
  readonly hedgehog: HedgehogChartView | null;
  readonly streams: readonly RecordStream[];
}

/** The record of a pack's forecasts as one run leaves it. Published as JSON; the page is rendered from it. */
export interface TrackRecordReport {
  readonly runId: string;
  readonly packId: string;
  readonly title: string;
  readonly asOf: IsoDate;
  readonly streams: readonly RecordStream[];
  readonly series: readonly SeriesRecord[];
  /** The chains the record stands in; a head noted today proves tomorrow that nothing before it was rewritten. */
  readonly chains: readonly {
    readonly kind: RecordStream['kind'];
    readonly entries: number;
    readonly head: string | null;
  }[];
  /** What made the newest interval widths. */
  readonly calibration: { readonly source: string; readonly series: number; readonly folds: number } | null;
  /** The standard questions asked of the public panel the product learned from, by what its other half taught; null in older documents. */
  readonly panel: Reliability | null;
}
