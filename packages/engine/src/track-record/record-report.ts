import type { HedgehogChartView, ReliabilityChartView } from '@hadaf/charts';
import type { IsoDate } from '@hadaf/series';
import type { Target } from '@hadaf/targets';
import type { Citation } from '../report.ts';

/** Scores of one forecaster's distributions on the same years; errors in mean yearly changes known on the day. */
export interface ForecasterScore {
  readonly name: string;
  /** Mean |median − actual|, scaled; null for a forecaster of distributions alone. */
  readonly mase: number;
  /** Mean |median − actual| ÷ |actual|; null in older documents. */
  readonly mape: number | null;
  /** Mean (median − actual) ÷ |actual|: above 0 says too much; null in older documents. */
  readonly bias: number | null;
  /** 1 − MASE ÷ the drift's: above 0 is better than it, at most 1; null in older documents. */
  readonly skill: number | null;
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

/** What somebody else said a year would be, beside what we and the drift said of it. */
export interface OthersForecastRow {
  readonly targetId: string;
  readonly title: string;
  readonly announcedBy: string;
  readonly standing: Target['standing'];
  readonly knownBy: IsoDate;
  readonly dueLabel: string;
  readonly unit: string;
  readonly said: number;
  readonly source: Citation;
  /** What came, and where it is printed; null where no series tells. */
  readonly outcome: number | null;
  readonly outcomeSource: Citation | null;
  /** Of our first forecast since they said it; null with the reason in `absent`. */
  readonly beside: {
    readonly asOf: IsoDate;
    /** Fiscal years past the newest whole one known that day; 0: the year in progress, where it was to land. */
    readonly horizon: number;
    readonly ours: number;
    readonly drift: number;
  } | null;
  readonly absent: string | null;
}

/** How point forecasts of the same years did. */
export interface PointScore {
  readonly who: string;
  /** In the unit of `OthersScores`; null where units differ. */
  readonly mae: number | null;
  readonly mape: number;
  /** Mean (said − came) ÷ |came|. */
  readonly bias: number;
  /** 1 − MAPE ÷ the drift's on the same years; null for the drift itself. */
  readonly skill: number | null;
}

/** Others, we and the drift on the same years. */
export interface OthersScores {
  readonly standing: Target['standing'];
  /** Null: all horizons together. */
  readonly horizon: number | null;
  readonly cases: number;
  readonly unit: string | null;
  readonly scores: readonly PointScore[];
}

/** Everything others said of years that are over, scored beside ours. */
export interface SideBySide {
  readonly rows: readonly OthersForecastRow[];
  readonly scores: readonly OthersScores[];
  /** What so many cases can bear. */
  readonly sentence: string;
}

/** One landing told from a year's months, with the total that came. */
export interface LandingCaseRow {
  readonly seriesId: string;
  readonly label: string;
  readonly asOf: IsoDate;
  readonly months: number;
  readonly unit: string;
  readonly median: number;
  readonly lower80: number;
  readonly upper80: number;
  readonly actual: number;
  /** What last year's share of the same months, and equal months, made of the months known; null where no year tells. */
  readonly sameShare: number | null;
  readonly equalMonths: number;
  /** The newest official target or estimate of the same year known on the day; null where there was none. */
  readonly official: { readonly targetId: string; readonly value: number } | null;
}

/** Scores of one way to land a year; errors as shares of the total that came. */
export interface LandingScore {
  readonly name: string;
  /** Landings it was scored on. */
  readonly cases: number;
  /** Mean |landing − total| ÷ total. */
  readonly error: number;
  /** Ours on the same cases. */
  readonly oursOnSame: number;
  /** Mean pinball loss ÷ total: an estimate of the CRPS; of a single number, its error. */
  readonly crps: number;
  /** Shares of totals within the central intervals; null for a single number. */
  readonly coverage80: number | null;
  readonly coverage95: number | null;
}

/** Landings with as many months known. */
export interface LandingMonths {
  readonly months: number;
  readonly scores: readonly LandingScore[];
}

/** Landings whose total has come. */
export interface LandingRecord {
  readonly months: readonly LandingMonths[];
  /** Over all numbers of months. */
  readonly scores: readonly LandingScore[];
  readonly cases: readonly LandingCaseRow[];
  /** P of a year's milestone, at each number of months known; null where none has come. */
  readonly milestoneReliability: Reliability | null;
  readonly sentence: string;
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
  /** Official targets and others' projections as forecasts; null for a series alone, and in older documents. */
  readonly others: SideBySide | null;
  /** Where years without a total were to land, by the months known; null where none has come. */
  readonly landings: LandingRecord | null;
  /** What this part of the record can and cannot say yet. */
  readonly sentence: string;
}

/** One forecast of the record, year by year. */
export interface ForecastPath {
  readonly kind: RecordStream['kind'];
  readonly asOf: IsoDate;
  readonly originLabel: string;
  /** The first from its origin year: the one that is scored and drawn. */
  readonly isFirst: boolean;
  readonly years: readonly {
    readonly end: IsoDate;
    readonly label: string;
    readonly median: number;
    /** The central 0.8 interval. */
    readonly lower: number;
    readonly upper: number;
    /** As it stands now; null: not come yet. */
    readonly actual: number | null;
  }[];
}

/** The record of one series. */
export interface SeriesRecord {
  readonly seriesId: string;
  readonly name: string;
  readonly unit: string;
  readonly targetIds: readonly string[];
  readonly hedgehog: HedgehogChartView | null;
  /** Every forecast the record holds of it, oldest first; none in older documents. */
  readonly forecasts: readonly ForecastPath[];
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
