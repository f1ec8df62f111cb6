import type { Indicator, IsoDate, Observation, ReconciledMonth, ReportConflict, SourceDocument } from '@hadaf/series';

/** One reported value as it was printed. */
export interface ReportRow extends Pick<Observation, 'start' | 'end' | 'value' | 'qualifier' | 'halfWidth' | 'agency'> {
  /** `Jul–Mar FY2025`. */
  readonly period: string;
  /** Id of the document; `documents` has the rest. */
  readonly document: string;
  readonly publishedOn: IsoDate | null;
  readonly knownBy: IsoDate;
  readonly status: Observation['status'];
}

/** What the reports say about a month: the narrowest span around it whose sum they give. */
export interface RestsOn {
  /** The month itself where it is reported or derived. */
  readonly period: string;
  readonly value: number;
  /** Null where there is only a lower bound. */
  readonly halfWidth: number | null;
  /** `Jul–Mar FY2025 2,828 less Jul–Feb FY2025 2,486`. */
  readonly arithmetic: string;
  readonly reports: readonly (ReportRow & { readonly sign: 1 | -1 })[];
}

export interface MonthRow {
  readonly start: IsoDate;
  readonly end: IsoDate;
  /** `Nov 2024`. */
  readonly period: string;
  readonly fiscalYear: string;
  readonly value: number | null;
  readonly standardDeviation: number | null;
  readonly label: ReconciledMonth['label'];
  readonly restsOn: RestsOn | null;
}

/** A published fiscal year beside the sum of its twelve months. */
export interface YearRow {
  readonly fiscalYear: string;
  readonly published: ReportRow;
  readonly sum: number | null;
  /** Sum less published total. */
  readonly difference: number | null;
  readonly isWithinPrint: boolean;
  readonly labels: Readonly<Record<ReconciledMonth['label'], number>>;
  /** Why the sum is another; empty where it is not. */
  readonly explanation: string;
  /** Other prints of the total, oldest first. */
  readonly others: readonly (ReportRow & { readonly difference: number | null; readonly isWithinPrint: boolean })[];
}

/** A smallest set of reports that cannot hold together. */
export interface MonthConflict extends Pick<ReportConflict, 'kind' | 'excess' | 'impliesNegative' | 'reason'> {
  readonly reports: readonly ReportRow[];
  readonly likelyCulprit: ReportRow;
}

/** One indicator month by month, before it belongs to a run. */
export interface IndicatorMonths {
  readonly indicator: Pick<
    Indicator,
    'id' | 'name' | 'unit' | 'kind' | 'definition' | 'variantOf' | 'calendar' | 'changes'
  >;
  readonly asOf: IsoDate;
  /** End of the newest reported period. */
  readonly dataThrough: IsoDate | null;
  readonly months: readonly MonthRow[];
  readonly years: readonly YearRow[];
  readonly conflicts: readonly MonthConflict[];
  readonly documents: Readonly<Record<string, SourceDocument>>;
}

/** What the page of one indicator shows. */
export interface IndicatorReport extends IndicatorMonths {
  readonly runId: string;
  readonly packId: string;
  readonly title: string;
  /** Targets this indicator measures. */
  readonly targets: readonly { readonly targetId: string; readonly title: string }[];
}

/** A line of the list of indicators. */
export interface IndicatorSummary
  extends Pick<Indicator, 'id' | 'name' | 'unit' | 'kind' | 'definition' | 'variantOf' | 'changes'> {
  readonly observations: number;
  readonly from: IsoDate;
  readonly dataThrough: IsoDate;
  /** The newest reported value. */
  readonly latest: ReportRow;
  /** How many months carry each label; null for what has no monthly series. */
  readonly labels: YearRow['labels'] | null;
  readonly conflicts: number;
  /** Published years whose months sum to another number. */
  readonly exceptions: number;
  readonly document: SourceDocument | null;
  /** When the next value is due; null where neither an announcement nor past releases tell. */
  readonly nextRelease: {
    readonly period: string;
    readonly expectedOn: IsoDate;
    readonly overdueDays: number;
    readonly basis: 'stated' | 'history';
  } | null;
}

/** Every indicator anything is reported of. */
export interface IndicatorsReport {
  readonly runId: string;
  readonly packId: string;
  readonly title: string;
  readonly asOf: IsoDate;
  readonly indicators: readonly IndicatorSummary[];
}
