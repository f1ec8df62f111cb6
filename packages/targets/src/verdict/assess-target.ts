import { dayNumber, describeDay } from '@hadaf/series';
import { type DueReading, termsOf } from '../target.ts';
import type { Assessment, AssessmentInput, PeriodValue } from './assessment.ts';
import { attainment } from './attainment.ts';
import { printedProbability } from './printed-number.ts';
import { certaintyWord, type ProbabilityRule, probabilityRule, statusOfProbability } from './probability-rule.ts';
import {
  attainmentSentence,
  attainmentWords,
  goalWords,
  isOver,
  probabilitySentence,
  withoutWords,
} from './verdict-sentence.ts';

/** Version of everything in this file but the cut-offs, which carry their own. */
const ATTAINMENT_VERSION = '1';

/**
 * The status of a target from what was known on one day.
 *
 * In this order: not measurable (no series), no date, values of another definition, no data, due before the data begin, the outcome of a past period,
 * already reached, too little data, no probability; only then the calibrated probability at the date.
 */
export function assessTarget(input: AssessmentInput, rule: ProbabilityRule = probabilityRule): Assessment {
  const { target, due, history } = input;
  if (target.measure === null) {
    const reason = (target.notMeasurableBecause ?? 'no series measures what the claim names').replace(/\.$/, '');
    return without('not-measurable', input, reason);
  }
  const first = history[0];
  const latest = history.at(-1);
  if (!due) return without('not-assessable', input, noDateWords(target.dueWording));
  if (input.incomparable !== undefined) return without('not-assessable', input, input.incomparable);
  if (!first || !latest) return without('not-assessable', input, 'no value was known on this day');
  const outcome = outcomeOf(due, history);
  if (outcome) return scored(input, outcome);
  if (due.end < first.start) {
    return without(
      'not-assessable',
      input,
      `it fell due (${describeDay(due.end)}) before the data begin (${describeDay(first.start)})`,
    );
  }
  // What must hold every year is not settled by an earlier year.
  if (!termsOf(target).isHeld && attainment(target, latest.value).reached) return scored(input, latest);
  if (history.length < 2) return without('not-assessable', input, onlyOneWords(input));
  if (input.probability.kind === 'none') return without('not-assessable', input, input.probability.reason);
  return judged(input, latest, input.probability.atDate, rule);
}

const onlyOneWords = ({ aloneSince }: AssessmentInput): string =>
  `only one value is known${aloneSince === undefined ? '' : ` ${aloneSince}`}, so there is no pace`;

/** What a claim says of its date where it states none: nothing, or words such as ‘soon’. */
function noDateWords(wording: string): string {
  const quoted = /[‘'“"]([^’'”"]+)[’'”"]/.exec(wording)?.[1];
  if (quoted !== undefined) return `no date is stated, only “${quoted}”`;
  return wording === '' || /^(?:no date|not stated)/.test(wording)
    ? 'no date is stated'
    : `no date is stated (${wording})`;
}

/** A count taken later than this after the due day says nothing of what stood on it. */
const LATEST_COUNT_DAYS = 366;

/** The value of the due period itself; of a count, the first taken on its last day or within a year after. */
export function outcomeOf(due: DueReading, history: readonly PeriodValue[]): PeriodValue | undefined {
  return history.find((v) => (v.start === v.end ? isCountFor(due, v) : v.end === due.end));
}

function isCountFor(due: DueReading, { end }: PeriodValue): boolean {
  const late = dayNumber(end) - dayNumber(due.end);
  return late >= 0 && late <= LATEST_COUNT_DAYS;
}

function scored(input: AssessmentInput, outcome: PeriodValue): Assessment {
  const result = attainment(input.target, outcome.value);
  const over = input.due !== null && outcome.end >= input.due.end;
  const words = attainmentWords(result);
  return {
    status: result.reached ? 'achieved' : 'off-track',
    method: 'attainment',
    version: ATTAINMENT_VERSION,
    metric: result.share,
    label: result.reached ? 'reached' : 'missed',
    reason: over ? words : `${words} already in ${outcome.label}, before its date`,
    verdict: attainmentSentence(input, outcome, result),
  };
}

function judged(input: AssessmentInput, latest: PeriodValue, atDate: number, rule: ProbabilityRule): Assessment {
  const status = statusOfProbability(atDate, rule);
  const cutOffs = [rule.onTrackFrom, rule.atRiskFrom];
  const pending = isOver(input) ? ' (the period is over, its value is not published)' : '';
  return {
    status,
    method: rule.id,
    version: rule.version,
    metric: atDate,
    label: certaintyWord(status),
    reason:
      `${certaintyWord(status)}, probability ${printedProbability(atDate, cutOffs)}${pending}; ` +
      `on track from ${cutOffs.map((c) => `${Math.round(c * 100)}\u00a0%`).join(', at risk from ')}`,
    verdict: probabilitySentence(input, latest, atDate, rule),
  };
}

function without(status: 'not-assessable' | 'not-measurable', input: AssessmentInput, reason: string): Assessment {
  return {
    status,
    method: 'none',
    version: ATTAINMENT_VERSION,
    metric: null,
    label: status.replace('-', ' '),
    reason,
    verdict: withoutWords(goalWords(input), status, reason),
  };
}
