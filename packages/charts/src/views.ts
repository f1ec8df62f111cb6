import type { IsoDate } from '@hadaf/series';

/** A point of a chart: x is a calendar day (the period's end), y a value in the chart's unit. */
export interface ChartPoint {
  readonly x: IsoDate;
  readonly y: number;
}

/** A forecast period with its prediction intervals; `level` is the interval's nominal coverage, 0.5, 0.8 or 0.95. */
export interface FanPoint {
  readonly x: IsoDate;
  readonly median: number;
  readonly intervals: readonly { readonly level: number; readonly lower: number; readonly upper: number }[];
}

/** Reported values, the fan of the forecast, the path required and the target itself. */
export interface FanChartView {
  readonly title: string;
  readonly unit: string;
  readonly actual: readonly (ChartPoint & { readonly label: string; readonly provisional: boolean })[];
  readonly forecast: readonly (FanPoint & { readonly label: string })[];
  readonly required: readonly ChartPoint[];
  readonly target: ChartPoint & { readonly label: string };
}

/** A roll-out: units planned against units reported, cumulative. */
export interface RollOutChartView {
  readonly title: string;
  readonly unit: string;
  readonly planned: readonly ChartPoint[];
  readonly reported: readonly ChartPoint[];
}

/** A month of a reconciled series; unknown months are left out. */
export interface MonthPoint extends ChartPoint {
  /** `Nov 2024`. */
  readonly period: string;
  readonly standardDeviation: number;
  readonly label: 'reported' | 'derived' | 'estimated';
}

/** One monthly series, oldest month first. */
export interface MonthsChartView {
  readonly title: string;
  readonly unit: string;
  readonly months: readonly MonthPoint[];
}

/** A sum of the first months of a fiscal year, in the chart's unit. */
export interface YearToDatePoint {
  /** 1 for the first month alone, 12 for the whole year. */
  readonly months: number;
  readonly y: number;
}

/** One fiscal year by its running sums, shortest first; a month up to which no sum is known is left out. */
export interface YearToDateLine {
  readonly label: string;
  readonly points: readonly YearToDatePoint[];
}

/** The year in progress over the years before it, month by month. */
export interface YearToDateChartView {
  readonly title: string;
  readonly unit: string;
  /** The twelve months of the fiscal year in its order, `Jul` to `Jun`. */
  readonly months: readonly string[];
  readonly year: YearToDateLine;
  /** At most five, oldest first. */
  readonly earlier: readonly YearToDateLine[];
  /** Where the year's total is expected; null where too few earlier years tell. */
  readonly landing: Pick<FanPoint, 'median' | 'intervals'> | null;
  /** What the year must bring; null where nothing is asked of it. */
  readonly milestone: number | null;
  /** The milestone by the usual share of each month; empty where the shares are unknown. */
  readonly pace: readonly YearToDatePoint[];
  /** From what is known to the milestone; null where none is left to bring. */
  readonly needed: {
    readonly by: 'usual-shares' | 'equal-months';
    readonly points: readonly YearToDatePoint[];
  } | null;
}

export interface SparklineView {
  readonly label: string;
  readonly values: readonly ChartPoint[];
}

/** The forecast at one date under several assumptions. */
export interface ScenarioChartView {
  readonly title: string;
  readonly unit: string;
  readonly target: number;
  readonly rows: readonly {
    readonly label: string;
    readonly median: number;
    readonly intervals: FanPoint['intervals'];
  }[];
}

/** One end of a waterfall: its value and its words; `others` are further columns of the table. */
export interface WaterfallEnd {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly others: readonly string[];
}

/** How one value became another: changes that sum to the difference of the ends. */
export interface WaterfallChartView {
  readonly title: string;
  /** Heads of the table's columns after the cause. */
  readonly columns: readonly string[];
  readonly start: WaterfallEnd;
  readonly steps: readonly (Omit<WaterfallEnd, 'value'> & { readonly change: number })[];
  readonly end: WaterfallEnd;
}

/** Bars of a reliability diagram: what was called p, and the share that happened with the bounds of so few cases. */
export interface ReliabilityChartView {
  readonly title: string;
  readonly bars: readonly {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly meanProbability: number;
    readonly hitShare: number;
    readonly lower: number;
    readonly upper: number;
  }[];
}

/** Past forecasts as spines on what came: each starts at the value it was made from. */
export interface HedgehogChartView {
  readonly title: string;
  readonly unit: string;
  readonly actual: readonly (ChartPoint & { readonly label: string })[];
  readonly paths: readonly {
    /** The day of the forecast. */
    readonly asOf: IsoDate;
    readonly isReplayed: boolean;
    readonly points: readonly (ChartPoint & { readonly label: string })[];
  }[];
}
