import { counted, describeDay, type IsoDate } from '@hadaf/series';
import type { RollOutPlan, Status, Target } from '../target.ts';
import type { DayValue } from '../trajectory/required-path.ts';
import type { Assessment } from '../verdict/assessment.ts';
import { printedLevel, printedNumber, printedQuantity } from '../verdict/printed-number.ts';
import { goalWords, withoutWords } from '../verdict/verdict-sentence.ts';
import { type EarnedSchedule, earnedSchedule } from './earned-schedule.ts';
import { earnedScheduleRule } from './earned-schedule-rule.ts';

export interface RollOutInput {
  readonly target: Target;
  readonly plan: RollOutPlan | null;
  readonly asOf: IsoDate;
  /** Counts reported, known on that day, oldest first. */
  readonly reported: readonly DayValue[];
}

/** A milestone that has fallen due, beside the newest count. */
export interface DueMilestone {
  readonly on: IsoDate;
  readonly planned: number;
  readonly reported: number;
  readonly met: boolean;
}

export interface RollOutAssessment extends Assessment {
  readonly schedule: EarnedSchedule | null;
  readonly milestones: readonly DueMilestone[];
}

/** The status of a roll-out from its plan and the newest count: SPI(t) against stated bands. */
export function assessRollOut(input: RollOutInput): RollOutAssessment {
  const { target, plan } = input;
  const latest = input.reported.at(-1);
  if (target.measure === null) {
    return without('not-measurable', target, target.notMeasurableBecause ?? 'no series counts the units');
  }
  if (!plan || plan.milestones.length === 0) {
    return without('not-assessable', target, 'the plan states no dated milestone');
  }
  if (!latest) return without('not-assessable', target, 'no count was known on this day');
  const schedule = earnedSchedule(plan, latest);
  const milestones = plan.milestones
    .filter(({ on }) => on <= input.asOf)
    .map(({ on, planned }) => ({ on, planned, reported: latest.value, met: latest.value >= planned }));
  if (schedule.spiTime === null && schedule.finish.kind !== 'finished') {
    return without('not-assessable', target, 'the plan had not begun when the units were counted');
  }
  const status = statusOf(schedule);
  return {
    status,
    method: earnedScheduleRule.id,
    version: earnedScheduleRule.version,
    metric: schedule.spiTime,
    label: status.replace('-', ' '),
    reason: reasonWords(schedule),
    verdict: `${goalWords({ target, due: target.due[0] ?? null })} is ${status.replace('-', ' ')}: ${sizeWords(schedule, target.unit)}${dueWords(milestones)}.`,
    schedule,
    milestones,
  };
}

function statusOf({ finish, spiTime }: EarnedSchedule): Exclude<Status, 'not-assessable' | 'not-measurable'> {
  if (finish.kind === 'finished') return 'achieved';
  if (spiTime === null || spiTime < earnedScheduleRule.atRiskFrom) return 'off-track';
  return spiTime >= earnedScheduleRule.onTrackFrom ? 'on-track' : 'at-risk';
}

function reasonWords({ spiTime, finish, earnedDays, actualDays }: EarnedSchedule): string {
  if (finish.kind === 'finished') return 'all planned units are reported';
  const { onTrackFrom, atRiskFrom } = earnedScheduleRule;
  const printed = printedNumber(spiTime ?? 0, 2, [onTrackFrom, atRiskFrom, 1]);
  const done = `SPI(t) ${printed}: ${printedNumber(earnedDays, 0)} ${printedNumber(earnedDays, 0) === '1' ? 'day' : 'days'} of the plan done in ${counted(actualDays, 'day')}`;
  const bands = `on track from ${onTrackFrom}, at risk from ${atRiskFrom}`;
  if (finish.kind === 'not-estimable') return `${done}; finish not estimable: ${finish.reason}; ${bands}`;
  return `${done}; at that pace it finishes on ${describeDay(finish.on)}, ${slipWords(finish.slipDays)}; ${bands}`;
}

function slipWords(days: number): string {
  if (days === 0) return 'on its last day';
  return `${printedNumber(Math.abs(days), 0)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days > 0 ? 'late' : 'early'}`;
}

function sizeWords({ earned, planned, on }: EarnedSchedule, unit: string): string {
  const due = printedQuantity(planned, 'count', [earned]);
  return `${printedQuantity(earned, unit, [planned])} reported on ${describeDay(on)} against ${due} planned by that day`;
}

function dueWords(milestones: readonly DueMilestone[]): string {
  const last = milestones.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
  if (!last) return '';
  const { on, planned, reported, met } = last;
  const due = `${printedLevel(planned)} due by ${describeDay(on)}`;
  return met ? `; all ${due} are reported` : `; ${printedLevel(reported, [planned])} of the ${due} are reported`;
}

function without(status: 'not-assessable' | 'not-measurable', target: Target, reason: string): RollOutAssessment {
  return {
    status,
    method: 'none',
    version: earnedScheduleRule.version,
    metric: null,
    label: status.replace('-', ' '),
    reason,
    verdict: withoutWords(goalWords({ target, due: target.due[0] ?? null }), status, reason),
    schedule: null,
    milestones: [],
  };
}
