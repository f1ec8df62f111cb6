import { type AlertSignals, type Assessment, type Target, termsOf } from '@hadaf/targets';
import type { TargetReport } from '../report.ts';
import type { TargetLanding } from '../verdict/told-landings.ts';

/** An assessment before it belongs to a run: everything the page shows but the run, its alerts and the Urdu. */
export interface TargetAssessment {
  readonly decision: Pick<Assessment, 'status' | 'method' | 'version' | 'metric' | 'label'>;
  readonly report: Omit<TargetReport, 'runId' | 'alerts' | 'verdictUrdu' | 'urdu'>;
  /** What alert rules look at; absent where the assessment failed. */
  readonly signals?: AlertSignals;
  /** Where its series' years without a total were told to land; absent where the assessment failed. */
  readonly landings?: readonly TargetLanding[];
}

/** What is said about a target whatever kind it is, from all claims of its pack. */
export type ClaimLedger = Pick<TargetReport, 'claimHistory' | 'slips' | 'trackRecord' | 'trackRecordNotes'>;

/** An assessment by the target's own kind, before its claims are laid beside it. */
export interface KindAssessment {
  readonly decision: TargetAssessment['decision'];
  readonly report: Omit<TargetAssessment['report'], keyof ClaimLedger | 'explanation' | 'staleness'>;
}

/** What every report of a target says, whatever could be computed. */
export function targetFrame(target: Target, decision: Assessment, asOf: string) {
  const { wording: quoted } = termsOf(target);
  return {
    asOf,
    targetId: target.id,
    title: target.title,
    indicatorName: target.indicatorId.replaceAll('_', ' '),
    unit: target.unit,
    targetValue: target.value,
    dueLabel: target.due[0]?.label ?? 'no date stated',
    announcedOn: target.announcedOn,
    announcedBy: target.announcedBy,
    status: decision.status,
    label: decision.label,
    isSettled: decision.method === 'attainment',
    standing: target.standing,
    dueEnd: target.due[0]?.end ?? null,
    reason: decision.reason,
    samePromiseAs: null,
    verdict: decision.verdict,
    wording: {
      ...(quoted !== undefined && { claim: quoted }),
      due: target.dueWording,
      baseline: target.baselineWording,
      note: target.note,
    },
    dueReadings: target.due.map(({ label, start, end }) => `${label}: ${start} to ${end}`),
    assumption: target.measure?.assumption ?? null,
  };
}

/** The part of the decision that is stored in columns of its own. */
export function decisionOf({ status, method, version, metric, label }: Assessment): TargetAssessment['decision'] {
  return { status, method, version, metric, label };
}

/** The fields of a report for which there is nothing to show. */
export const nothingMeasured = {
  monthsOf: null,
  dataThrough: null,
  latest: null,
  requiredGrowth: null,
  achievedGrowth: null,
  probability: null,
  sparkline: null,
  figures: [],
  years: [],
  endedYear: [],
  endedYearToDate: null,
  yearInProgress: [],
  yearToDate: null,
  whatItTakes: [],
  matrix: null,
  interval: [],
  fan: null,
  rollOut: null,
  scenarios: [],
  models: [],
  caveats: [],
} as const;
