import type { FanChartView, RollOutChartView, SparklineView, YearToDateChartView } from '@hadaf/charts';
import type { IsoDate } from '@hadaf/series';
import type { ClaimRelation, Status, Target } from '@hadaf/targets';
import type { ScenarioReport } from './scenario/scenario-report.ts';

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

/** A way to measure the target: an indicator under one definition, by yearly values. */
export interface MatrixDefinitionRow {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  /** The indicator the target is assessed on; the others are its variants. */
  readonly isMeasure: boolean;
  readonly citations: readonly Citation[];
}

/** A status method in the form the matrix used. */
export interface MatrixMethodRow {
  readonly id: string;
  readonly version: string;
  readonly variant: 'as-published' | 'corrected';
  readonly name: string;
  readonly formula: string;
  readonly bands: string;
  readonly source: string;
}

/** What one method says on one definition over one window. */
export interface MatrixCellRow {
  readonly methodId: string;
  readonly definitionId: string;
  /** Null for a rule that fixes its own window or needs none. */
  readonly windowYears: number | null;
  readonly status: Status;
  /** The method's own word. */
  readonly label: string;
  readonly metric: number | null;
  readonly sentence: string;
}

/** The lowest against the highest growth ratio: how much of the contrast is the definition, how much the window. */
export interface ContrastRow {
  readonly from: { readonly definitionId: string; readonly windowYears: number; readonly ratio: number };
  readonly to: { readonly definitionId: string; readonly windowYears: number; readonly ratio: number };
  /** The parts sum to the difference of the ratios. */
  readonly definitionPart: number;
  readonly windowPart: number;
  readonly sentence: string;
}

/** Methods × definitions × windows for one target. */
export interface MatrixReport {
  readonly definitions: readonly MatrixDefinitionRow[];
  readonly windows: readonly number[];
  readonly methods: readonly MatrixMethodRow[];
  readonly cells: readonly MatrixCellRow[];
  /** The status most verdicts give; null where two share the first place or none could be given. */
  readonly majority: Status | null;
  /** Share of the verdicts given that differ from the most frequent one. */
  readonly disagreement: number;
  readonly summary: string;
  /** Null where fewer than two growth ratios are known. */
  readonly contrast: ContrastRow | null;
}

/** One claim in the history of a promise, with what it did to an earlier one. */
export interface ClaimRow {
  readonly targetId: string;
  readonly title: string;
  readonly announcedOn: IsoDate | null;
  readonly knownBy: IsoDate;
  readonly relation: ClaimRelation;
  /** Whether the pack states what the claim supersedes, or it is inferred from values and dates. */
  readonly ground: 'stated' | 'inferred';
  /** Whether a later claim has revised or moved it. */
  readonly isSuperseded: boolean;
  readonly sentence: string;
  readonly citation: Citation;
}

/** The dates an event was promised for. */
export interface SlipReport {
  readonly dates: readonly {
    readonly targetId: string;
    readonly dueOn: IsoDate;
    readonly knownBy: IsoDate;
    readonly announcedBy: string;
    readonly slipDays: number;
  }[];
  readonly totalDays: number;
  readonly sentence: string;
}

/** An earlier target of the same series whose period is over, scored like a forecast. */
export interface PastTargetRow {
  readonly targetId: string;
  readonly title: string;
  readonly announcedBy: string;
  readonly announcedOn: IsoDate | null;
  readonly standing: Target['standing'];
  readonly dueLabel: string;
  readonly targetValue: number;
  readonly outcome: number;
  readonly unit: string;
  /** Outcome ÷ target; null where a share has no meaning. */
  readonly share: number | null;
  readonly reached: boolean;
  readonly citation: Citation;
}

/** A number that enters a step of an explanation. */
export interface ExplanationInput {
  readonly name: string;
  /** What the step's `expression` calls it. */
  readonly symbol: string;
  readonly value: number;
  readonly unit: string;
  readonly period: string;
  /** The number of the earlier step it is the result of; null where it was read from the pages cited. */
  readonly step: number | null;
  readonly citations: readonly Citation[];
}

/** Where in the chain a step stands. */
export type ChainPart = 'promise' | 'sources' | 'way' | 'year' | 'forecast' | 'even-odds' | 'rules' | 'verdict';

/** One step from source numbers to the verdict. */
export interface ExplanationStep {
  /** Counted from 1; inputs name the steps they come from by it. */
  readonly number: number;
  readonly part: ChainPart;
  readonly title: string;
  /** `reported`, or the formula over the names of the inputs. */
  readonly formula: string;
  /** The formula over the inputs' symbols, as mathjs and most languages read it; null where it is no arithmetic. */
  readonly expression: string | null;
  /** The formula with its numbers put in, to ten digits; empty where there is none. */
  readonly worked: string;
  readonly inputs: readonly ExplanationInput[];
  /** Why no number enters it; empty where one does. */
  readonly withoutInputs: string;
  /** Null where the step has no number: `note` says why, or what was decided. */
  readonly value: number | null;
  readonly unit: string;
  readonly period: string;
  readonly note: string;
  readonly citations: readonly Citation[];
}

/** The year in progress over the years before it, with the pages its sums were printed on. */
export interface YearToDateReport {
  readonly chart: YearToDateChartView;
  readonly citations: readonly Citation[];
}

/** A fiscal year without a printed total on the day of the run. */
export interface YearStateReport {
  readonly fiscalYear: number;
  readonly label: string;
  /** Its first and last day. */
  readonly start: IsoDate;
  readonly end: IsoDate;
  /** `over`: its last day is past, whatever is reported of it. */
  readonly state: 'over' | 'running';
  /** Months known, out of twelve. */
  readonly monthsKnown: number;
  /** Months whose last day is past. */
  readonly monthsOver: number;
  /** Months not known that should be printed by now; null where nothing makes one expect a release. */
  readonly monthsOverdue: number | null;
  /** Where its total lands: told from its own months, else from the forecast; null where neither tells. */
  readonly landing:
    | (Pick<FanChartView['forecast'][number], 'median' | 'intervals'> & { readonly from: 'months' | 'forecast' })
    | null;
  /** The year's step on the way to the target; null where the target asks nothing of it. */
  readonly milestone: { readonly value: number; readonly probability: number | null } | null;
  readonly sentences: readonly string[];
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
  /** The target under which the same promise is listed, where other documents repeat it; null where this is the one. */
  readonly samePromiseAs: string | null;
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
  /** The same sentence in Urdu, with the same digits. */
  readonly verdictUrdu: string;
  /** Every sentence and label of this report in Urdu, by its English; what is missing has none. */
  readonly urdu: Readonly<Record<string, string>>;
  readonly wording: {
    /** The claim word for word; absent where the pack does not quote it. */
    readonly claim?: string;
    readonly due: string;
    readonly baseline: string;
    readonly note: string;
  };
  readonly dueReadings: readonly string[];
  /** The stated assumption on which the link from target to series rests, if any. */
  readonly assumption: string | null;
  /** The indicator that measures it, where the run publishes its months; null else. */
  readonly monthsOf: string | null;
  /** Official claims about the same thing and of the same size elsewhere, oldest first. */
  readonly claimHistory: readonly ClaimRow[];
  /** Null for what is no event. */
  readonly slips: SlipReport | null;
  readonly figures: readonly Figure[];
  /** The years without a total as they stand by the calendar: the first that is over, then the one the day is in. */
  readonly years: readonly YearStateReport[];
  /** What is known of the year that is over, where it lands, and what its milestone took; labels are not those of `yearInProgress`. */
  readonly endedYear: readonly Figure[];
  /** The same year drawn over the last five; null where no such year is over. */
  readonly endedYearToDate: YearToDateReport | null;
  /** Where the year the day is in stands, lands, and what its milestone still needs. */
  readonly yearInProgress: readonly Figure[];
  /** The same year drawn over the last five; null where nothing stands beside it. */
  readonly yearToDate: YearToDateReport | null;
  /** Growth, amount and date that would make P one half. */
  readonly whatItTakes: readonly Figure[];
  /** Null where there is no goal with a date ahead on a yearly series. */
  readonly matrix: MatrixReport | null;
  readonly interval: readonly {
    readonly period: string;
    readonly level: number;
    readonly lower: number;
    readonly upper: number;
  }[];
  readonly fan: FanChartView | null;
  /** What-if questions with their answers on this run's data: the pack's own, then those people saved. */
  readonly scenarios: readonly ScenarioReport[];
  readonly rollOut: RollOutChartView | null;
  /** Past targets of the same series, by the end of their period; `trackRecordNotes` says where pages disagree. */
  readonly trackRecord: readonly PastTargetRow[];
  readonly trackRecordNotes: readonly string[];
  readonly models: readonly ModelRow[];
  readonly alerts: readonly AlertRow[];
  readonly caveats: readonly string[];
  /** The chain from source numbers to the verdict. */
  readonly explanation: readonly ExplanationStep[];
  readonly citations: readonly Citation[];
  /** Full names of agencies by the words in which citations name them. */
  readonly agencies?: Readonly<Record<string, string>>;
}

/** How long the chain of published forecasts was when a run was added to it, and its newest hash. */
export interface RecordHead {
  readonly entries: number;
  /** Hex. */
  readonly head: string;
}

/** The index of one published run. */
export interface IndexReport {
  readonly runId: string;
  readonly packId: string;
  readonly title: string;
  readonly asOf: IsoDate;
  readonly dataThrough: IsoDate | null;
  readonly targets: readonly TargetSummary[];
  /** Titles, reasons and labels of the targets in Urdu, by their English. */
  readonly urdu: Readonly<Record<string, string>>;
  /** The record with this run; null for a replay, which is in none, and in older documents. */
  readonly record: RecordHead | null;
}
