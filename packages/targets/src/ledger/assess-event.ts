import { daysBetween, describeDay, type IsoDate } from '@hadaf/series';
import type { DueReading, Target } from '../target.ts';
import type { Assessment } from '../verdict/assessment.ts';
import { printedLevel } from '../verdict/printed-number.ts';

export interface EventInput {
  readonly target: Target;
  readonly due: DueReading | null;
  readonly asOf: IsoDate;
  /** The day the event was reported to have happened; null while no report says so. */
  readonly happenedOn: IsoDate | null;
  /** The newest report of how far the work is; null where none is known. */
  readonly progress: { readonly percent: number; readonly on: IsoDate } | null;
}

/** The status of an event with a date: it happened in time, or late, or it is overdue, or nobody can say yet. */
export function assessEvent(input: EventInput): Assessment {
  const assessment = assessDate(input);
  const { progress, happenedOn, asOf } = input;
  if (!progress || (happenedOn !== null && happenedOn <= asOf)) return assessment;
  const done = `${printedLevel(progress.percent, [100])}\u00a0% of the work`;
  const reached = `; ${done} was reported done on ${describeDay(progress.on)}.`;
  return { ...assessment, verdict: assessment.verdict.replace(/\.$/, reached) };
}

function assessDate({ target, due, asOf, happenedOn }: EventInput): Assessment {
  const known = happenedOn !== null && happenedOn <= asOf ? happenedOn : null;
  if (!due) {
    if (known) return eventVerdict(target, 'achieved', 'happened', `${happened(known)}; no date had been stated`);
    return eventVerdict(
      target,
      'not-assessable',
      'cannot be assessed',
      'no date is stated and no report says it happened',
    );
  }
  if (known && known <= due.end) {
    return eventVerdict(target, 'achieved', 'in time', `${happened(known)}, by its date, ${describeDay(due.end)}`);
  }
  if (known) {
    return eventVerdict(
      target,
      'off-track',
      'late',
      `${happened(known)}, ${late(due.end, known)} after its date, ${describeDay(due.end)}`,
    );
  }
  if (due.end < asOf) {
    const reason = `its date, ${describeDay(due.end)}, passed ${late(due.end, asOf)} ago and no report says it happened`;
    return eventVerdict(target, 'off-track', 'overdue', reason);
  }
  const reason = `it is due by ${describeDay(due.end)}; an event has no series from which a pace could be read`;
  return eventVerdict(target, 'not-assessable', 'cannot be assessed', reason);
}

const happened = (on: IsoDate): string => `it happened on ${describeDay(on)}`;

function late(from: IsoDate, to: IsoDate): string {
  const days = daysBetween(from, to);
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

function eventVerdict(target: Target, status: Assessment['status'], label: string, reason: string): Assessment {
  const verdict = `“${target.title}” ${standingWords(status, label)}: ${reason}.`;
  return { status, method: 'event', version: '1', metric: null, label, reason, verdict };
}

/** A date that has passed is spoken of as past. */
function standingWords(status: Assessment['status'], label: string): string {
  if (status === 'not-assessable') return 'cannot be assessed';
  if (label === 'late') return 'came late';
  return label === 'overdue' ? 'is overdue' : `is ${status.replace('-', ' ')}`;
}
