import { daysBetween, type IsoDate } from '@hadaf/series';
import type { DueReading, Target } from '../target.ts';
import type { Assessment } from '../verdict/assessment.ts';

export interface EventInput {
  readonly target: Target;
  readonly due: DueReading | null;
  readonly asOf: IsoDate;
  /** The day the event was reported to have happened; null while no report says so. */
  readonly happenedOn: IsoDate | null;
}

/** The status of an event with a date: it happened in time, or late, or it is overdue, or nobody can say yet. */
export function assessEvent({ target, due, asOf, happenedOn }: EventInput): Assessment {
  const known = happenedOn !== null && happenedOn <= asOf ? happenedOn : null;
  if (!due) {
    if (known) return eventVerdict(target, 'achieved', 'happened', `it happened on ${known}; no date had been stated`);
    return eventVerdict(
      target,
      'not-assessable',
      'cannot be assessed',
      'no date is stated and no report says it happened',
    );
  }
  if (known && known <= due.end) {
    return eventVerdict(target, 'achieved', 'in time', `it happened on ${known}, by its date ${due.end}`);
  }
  if (known) {
    return eventVerdict(
      target,
      'off-track',
      'late',
      `it happened on ${known}, ${late(due.end, known)} after its date ${due.end}`,
    );
  }
  if (due.end < asOf) {
    const reason = `its date ${due.end} passed ${late(due.end, asOf)} ago and no report says it happened`;
    return eventVerdict(target, 'off-track', 'overdue', reason);
  }
  const reason = `it is due by ${due.end}; an event has no series from which a pace could be read`;
  return eventVerdict(target, 'not-assessable', 'cannot be assessed', reason);
}

function late(from: IsoDate, to: IsoDate): string {
  const days = daysBetween(from, to);
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

function eventVerdict(target: Target, status: Assessment['status'], label: string, reason: string): Assessment {
  const verdict = `${target.title} is ${status.replace('-', ' ')}: ${reason}.`;
  return { status, method: 'event', version: '1', metric: null, label, reason, verdict };
}
