import { counted, describeDay } from '@hadaf/series';
import { printedLevel, printedProbability } from '../verdict/printed-number.ts';
import type { AlertRule, AlertSignals } from './alert-rule.ts';

/** What a rule sees: beyond its limit, beyond its clearing bound, between the two, or nothing to judge by. */
export interface Finding {
  readonly signal: 'fires' | 'clears' | 'between' | 'no-data';
  readonly reason: string;
}

/** Detectors that compare a run with the one before it have no state to advance. */
type StateDetector = Exclude<AlertRule['detector'], 'status-worsened'>;

const noData = (reason: string): Finding => ({ signal: 'no-data', reason });

/**
 * Judges one rule by what a run found. Every bound is inclusive.
 *
 * @throws RangeError for `status-worsened`, which compares two runs
 */
export function detect(rule: AlertRule, signals: AlertSignals): Finding {
  if (rule.detector === 'status-worsened')
    throw new RangeError('detect requires a detector of one run, got status-worsened');
  return detectors[rule.detector](rule, signals);
}

const detectors: Readonly<Record<StateDetector, (rule: AlertRule, signals: AlertSignals) => Finding>> = {
  probability({ limit, clear }, { probability }) {
    if (probability === null || limit === null) return noData('no probability could be given');
    const printed = printedProbability(probability, [limit, clear ?? limit]);
    if (probability <= limit) return { signal: 'fires', reason: `P is ${printed}, at or below ${percent(limit)}` };
    if (probability >= (clear ?? limit)) {
      return { signal: 'clears', reason: `P is ${printed}, at or above ${percent(clear ?? limit)}` };
    }
    return { signal: 'between', reason: `P is ${printed}, between ${percent(limit)} and ${percent(clear ?? limit)}` };
  },
  burn({ limit, clear }, { burn }) {
    if (burn === null || limit === null) return noData('no burn rate could be computed');
    const bound = clear ?? limit;
    const printed = printedLevel(burn, [limit, bound]);
    if (burn >= limit) return { signal: 'fires', reason: `burn is ${printed}, at or above ${limit}` };
    if (burn <= bound) return { signal: 'clears', reason: `burn is ${printed}, at or below ${bound}` };
    return { signal: 'between', reason: `burn is ${printed}, between ${bound} and ${limit}` };
  },
  'milestone-missed'(_rule, { missedMilestones }) {
    const missed = missedMilestones.at(-1);
    if (!missed) return { signal: 'clears', reason: 'no milestone is missed' };
    const { on, planned, reported } = missed;
    const units = `${printedLevel(reported, [planned])} of ${printedLevel(planned, [reported])}`;
    return { signal: 'fires', reason: `the milestone of ${describeDay(on)} is missed: ${units} reported` };
  },
  stale({ limit }, { overdueDays }) {
    if (overdueDays === null) return noData('no release is expected');
    const due = limit ?? 0;
    if (overdueDays > 0 && overdueDays >= due) {
      return { signal: 'fires', reason: `the next release is ${counted(overdueDays, 'day')} overdue` };
    }
    return {
      signal: 'clears',
      reason: `the next release is ${counted(overdueDays, 'day')} overdue, less than ${Math.max(due, 1)}`,
    };
  },
  'unusual-revision'(_rule, { unusualRevisions }) {
    const [first, ...others] = unusualRevisions;
    if (!first) return { signal: 'clears', reason: 'the newest release revised nothing by more than usual' };
    const more = others.length === 0 ? '' : `, and ${others.length} more`;
    const change = `from ${printedLevel(first.from, [first.to])} to ${printedLevel(first.to, [first.from])}`;
    return { signal: 'fires', reason: `${first.period} was revised by more than usual, ${change}${more}` };
  },
};

const percent = (probability: number): string => `${printedLevel(probability * 100)}\u00a0%`;
