import type { Calibration } from '@hadaf/models';
import type { IsoDate } from '@hadaf/series';
import type { ToldLanding, ToldMilestone } from '../verdict/told-landings.ts';

/** A forecast of a series by fiscal years, as it was on the day of its entry. */
export interface RecordedForecast {
  readonly seriesId: string;
  /** The yearly values the models saw, up to `originYear`. */
  readonly values: readonly number[];
  /** Standard deviation of the logarithm of the last value: 0 for a year reported whole. Older code kept none. */
  readonly lastLogStandardDeviation?: number;
  readonly originYear: number;
  /** End of each forecast year, from the one after the origin. */
  readonly periodEnds: readonly IsoDate[]; // horizon
  readonly levels: readonly number[]; // k probabilities, ascending
  /** In the series' unit. */
  readonly quantiles: readonly number[]; // horizon × k, row-major
  readonly median: readonly number[]; // horizon
  readonly weights: Readonly<Record<string, number>>;
  /** What made the interval widths; null: the product's table as shipped with the code. */
  readonly calibration: Calibration | null;
  readonly seed: number;
  readonly paths: number;
}

/** P of a target as it was on the day of its entry. */
export interface RecordedProbability {
  readonly targetId: string;
  readonly targetVersion: number;
  readonly seriesId: string;
  readonly dueYear: number;
  readonly threshold: number;
  readonly direction: 'up' | 'down';
  readonly atDate: number;
  readonly byDate: number;
}

/** Where a year without a total was to land, as it was on the day of its entry, and P of its step on the way to each target. */
export interface RecordedLanding extends ToldLanding {
  readonly milestones: readonly RecordedMilestone[];
}

export interface RecordedMilestone extends ToldMilestone {
  readonly targetId: string;
  readonly targetVersion: number;
}

/** What an entry of the record holds. */
export interface RecordContent {
  readonly codeVersion: string;
  readonly forecasts: readonly RecordedForecast[];
  readonly probabilities: readonly RecordedProbability[];
  /** Older code kept none. */
  readonly landings?: readonly RecordedLanding[];
}

/** An entry as it is scored. */
export interface DatedContent {
  readonly asOf: IsoDate;
  readonly content: RecordContent;
}
