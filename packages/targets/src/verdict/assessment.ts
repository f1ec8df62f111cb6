import type { IsoDate, Span } from '@hadaf/series';
import type { DueReading, Status, Target } from '../target.ts';

/** A reported value of one period, as known on the day of the assessment. */
export interface PeriodValue extends Span {
  readonly label: string;
  readonly value: number;
}

/** P(target), or why the forecast gives none. */
export type CalibratedProbability =
  | { readonly kind: 'known'; readonly atDate: number; readonly byDate: number }
  | { readonly kind: 'none'; readonly reason: string };

/** What an assessment is decided from: one target, one reading of its date, what was known on one day. */
export interface AssessmentInput {
  readonly target: Target;
  /** The reading assessed; null where the claim states no date. */
  readonly due: DueReading | null;
  readonly asOf: IsoDate;
  /** Values of the measuring series on the due period's own frequency, oldest first. */
  readonly history: readonly PeriodValue[];
  readonly probability: CalibratedProbability;
  /** Why the values cannot be compared with the target: they are of two definitions; absent where they are of one. */
  readonly incomparable?: string;
  /** Since when the first value stands alone, where others before it are of another definition: `since the definition …`. */
  readonly aloneSince?: string;
  /** Growth a year required from the latest value to the target, and achieved over the last year; null: undefined. */
  readonly requiredGrowth: number | null;
  readonly achievedGrowth: number | null;
}

/** A status with the rule that gave it. */
export interface Assessment {
  readonly status: Status;
  /** `probability`, `attainment`, `earned-schedule`, or `none` where nothing could be assessed. */
  readonly method: string;
  readonly version: string;
  /** The probability or the attained share behind the status; null where there is none. */
  readonly metric: number | null;
  /** The method's own label: `likely`, `about even`, `unlikely`, `reached`, `missed`, … */
  readonly label: string;
  /** Why this status, without repeating the target. */
  readonly reason: string;
  /** One sentence about the target, true to the figures. */
  readonly verdict: string;
}
