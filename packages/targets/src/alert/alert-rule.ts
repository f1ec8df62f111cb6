import type { IsoDate } from '@hadaf/series';

/** What a rule watches; each is evaluated whenever a run is published. */
export const detectors = [
  'probability',
  'status-worsened',
  'burn',
  'milestone-missed',
  'stale',
  'unusual-revision',
] as const;

export type Detector = (typeof detectors)[number];

/** When somebody must look at a target. */
export interface AlertRule {
  readonly id: string;
  /** Null: every target of the pack. */
  readonly targetId: string | null;
  readonly detector: Detector;
  /**
   * Fires at or past this: P at or below it, burn at or above it, bands fallen, days overdue. Null for detectors without
   * a size.
   */
  readonly limit: number | null;
  /** P at or above this clears; burn at or below it. Equals `limit` where the rule states no other. */
  readonly clear: number | null;
  /** Consecutive data releases that must agree before it fires, and before it clears. */
  readonly releases: number;
  /** The status method watched for a fall; null: the target's own verdict. */
  readonly method: string | null;
  readonly because: string;
}

/** What a run found out about one target that rules look at. */
export interface AlertSignals {
  /** The newest day a value of its series became known; null where it has none. */
  readonly release: IsoDate | null;
  /** P at its date; null where there is none. */
  readonly probability: number | null;
  /** Growth required now ÷ growth required when it was announced. */
  readonly burn: number | null;
  /** Milestones whose day has passed with fewer units reported than planned. */
  readonly missedMilestones: readonly { readonly on: IsoDate; readonly planned: number; readonly reported: number }[];
  /** Days since the next release should have been out; 0 while it is not overdue, null where none is expected. */
  readonly overdueDays: number | null;
  /** Revisions of the newest release beyond the usual size. */
  readonly unusualRevisions: readonly { readonly period: string; readonly from: number; readonly to: number }[];
}
