import type { FanChartView, RollOutChartView, SparklineView } from '@hadaf/charts';
import type { IsoDate } from '@hadaf/series';
import type { Status, Target } from '@hadaf/targets';

/** Where a number comes from. Every number a person sees carries one. */
export interface Citation {
  readonly publisher: string;
  readonly agency: string;
  readonly url: string;
  readonly publishedOn: IsoDate | null;
  /** The day by which it was certainly public, and why that day where `publishedOn` is null. */
  readonly knownBy: IsoDate;
  readonly knownByBasis: string;
}

/** A reported or derived number with its period, unit and sources. `value` null: cannot be measured, `note` says why. */
export interface Figure {
  readonly label: string;
  readonly value: number | null;
  /** `USD mn`, `count`, `percent a year`, `probability`, `ratio` … */
  readonly unit: string;
  readonly period: string;
  /** `reported`, or the formula with its inputs for a derived number. */
  readonly basis: string;
  readonly note: string;
  readonly citations: readonly Citation[];
}

/** P(target) in both senses, from the same paths. */
export interface Probability {
  readonly atDate: number;
  readonly byDate: number;
}

/** How each model entered the forecast. */
export interface ModelRow {
  readonly name: string;
  readonly weight: number;
  /** Null, or why it has no weight. */
  readonly leftOut: string | null;
  readonly parameters: Readonly<Record<string, number>>;
}

/** One alert, as shown on the page. */
export interface AlertRow {
  readonly raisedOn: IsoDate;
  readonly from: Status;
  readonly to: Status;
  readonly reason: string;
}

/** A line of the index. */
export interface TargetSummary {
  readonly targetId: string;
  readonly title: string;
  readonly indicatorName: string;
  readonly unit: string;
  readonly targetValue: number;
  readonly dueLabel: string;
  readonly announcedOn: IsoDate | null;
  readonly announcedBy: string;
  readonly latest: Figure | null;
  readonly requiredGrowth: number | null;
  readonly achievedGrowth: number | null;
  readonly probability: Probability | null;
  readonly status: Status;
  /** The deciding method's own word: `unlikely`, `missed`, `reached`, `not measurable` … */
  readonly label: string;
  /** Whether its period is over and its outcome known. */
  readonly isSettled: boolean;
  readonly standing: Target['standing'];
  /** Last day of the default reading; null where no date is stated. */
  readonly dueEnd: IsoDate | null;
  readonly reason: string;
  readonly sparkline: SparklineView | null;
}

/** What the page of one target shows, in the order it shows it. Published as JSON; the page is rendered from it. */
export interface TargetReport extends TargetSummary {
  readonly runId: string;
  /** The data are those known on this day; `dataThrough` is the end of the newest reported period. */
  readonly asOf: IsoDate;
  readonly dataThrough: IsoDate | null;
  /** `Latest data: February 2026, 9 months old; …` or empty. */
  readonly staleness: string;
  /** One sentence, true to the figures. */
  readonly verdict: string;
  readonly wording: {
    readonly due: string;
    readonly baseline: string;
    readonly note: string;
  };
  readonly dueReadings: readonly string[];
  /** The stated assumption on which the link from target to series rests, if any. */
  readonly assumption: string | null;
  readonly figures: readonly Figure[];
  readonly interval: readonly {
    readonly period: string;
    readonly level: number;
    readonly lower: number;
    readonly upper: number;
  }[];
  readonly fan: FanChartView | null;
  readonly rollOut: RollOutChartView | null;
  readonly models: readonly ModelRow[];
  readonly alerts: readonly AlertRow[];
  readonly caveats: readonly string[];
  readonly citations: readonly Citation[];
}

/** The index of one published run. */
export interface IndexReport {
  readonly runId: string;
  readonly packId: string;
  readonly title: string;
  readonly asOf: IsoDate;
  readonly dataThrough: IsoDate | null;
  readonly targets: readonly TargetSummary[];
}
