import type { IsoDate, Span } from '@hadaf/series';

/** One reading of a target's due period. `By 2030` has two: fiscal 2030 (the default) and calendar 2030. */
export interface DueReading extends Span {
  readonly label: string;
}

/** Which series measures a target, and the assumption on which that link rests (null where it is the named indicator). */
export interface Measure {
  readonly indicatorId: string;
  readonly assumption: string | null;
}

/** What a claim states beyond one value and one date. */
export interface ClaimTerms {
  /** The claim of which this is one part; all parts of a claim must sum to it. */
  readonly partOf: string | null;
  /** Claims it takes the place of, as its document or a reader says; empty: of none; null: nobody says, so it is inferred. */
  readonly supersedes: readonly string[] | null;
  /** To be held in every fiscal year from its announcement on, not reached once. */
  readonly isHeld: boolean;
  /** The other end of a range, above `value`; null for a single number. */
  readonly upper: number | null;
  /** Successive dated goals of one promise, earliest first; empty where there is one. */
  readonly dates: readonly DatedGoal[];
  /** Where the claim says it starts from; null where it says nothing a number could be read from. */
  readonly baseline: { readonly value: number; readonly period: DueReading } | null;
  /** The claim as its document prints it, word for word; absent where the pack does not quote it. */
  readonly wording?: string;
}

/** One of several goals a claim sets, each with its own date. */
export interface DatedGoal {
  readonly value: number;
  readonly due: DueReading;
}

/** A dated, sourced claim that something will be reached. A later claim never overwrites an earlier one. */
export interface Target {
  readonly id: string;
  readonly title: string;
  /** The indicator the claim names, whether or not a series exists for it. */
  readonly indicatorId: string;
  /** Null: no series measures it; then the target is not measurable and `notMeasurableBecause` says why. */
  readonly measure: Measure | null;
  readonly notMeasurableBecause: string | null;
  readonly value: number;
  readonly unit: string;
  readonly direction: 'up' | 'down';
  /** A level of a series, an event with a date, or units of a roll-out plan. */
  readonly kind: 'level' | 'event' | 'roll-out';
  /** The default reading first; empty where the claim states no date. */
  readonly due: readonly DueReading[];
  /** The due period in the claim's own words. */
  readonly dueWording: string;
  readonly baselineWording: string;
  readonly announcedOn: IsoDate | null;
  /** The day by which the claim was certainly public. */
  readonly knownBy: IsoDate;
  readonly announcedBy: string;
  readonly documentId: string;
  readonly note: string;
  /** Official targets are promises; an analyst's projection is scored but promised by nobody. */
  readonly standing: 'official' | 'projection';
  /** Absent: one value, at most one date, no part, and nobody says what it supersedes. */
  readonly terms?: ClaimTerms;
}

/** The terms of a claim that states nothing more than one value and at most one date. */
export const plainTerms: ClaimTerms = {
  partOf: null,
  supersedes: null,
  isHeld: false,
  upper: null,
  dates: [],
  baseline: null,
};

export const termsOf = ({ terms }: Target): ClaimTerms => terms ?? plainTerms;

/** Planned units of a roll-out at a day; between milestones the plan is read linearly, and says so. */
export interface Milestone {
  readonly on: IsoDate;
  readonly planned: number;
  readonly source: string;
}

/** A roll-out: cumulative units due by milestones, measured by a stock. */
export interface RollOutPlan {
  readonly targetId: string;
  readonly startsOn: IsoDate;
  readonly milestones: readonly Milestone[];
}

/** STYLE.md's statuses, best first among the assessable. */
export type Status = 'achieved' | 'on-track' | 'at-risk' | 'off-track' | 'not-assessable' | 'not-measurable';
