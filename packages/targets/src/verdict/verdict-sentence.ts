import type { Target } from '../target.ts';
import type { AssessmentInput, PeriodValue } from './assessment.ts';
import type { Attainment } from './attainment.ts';
import { printedProbability, printedQuantity, printedShare } from './printed-number.ts';
import { certaintyPhrase, type ProbabilityRule, statusOfProbability } from './probability-rule.ts';

/** `$15bn a year by FY2030`; what is counted, ranked or an event by its title, since its number alone says nothing. */
export function goalWords({ target, due }: Pick<AssessmentInput, 'target' | 'due'>): string {
  if (target.kind === 'event') return `“${target.title}”`;
  if (!isMoneyOrShare(target))
    return `“${target.title}”${due && !saysYearOf(target.title, due.label) ? ` (by ${due.label})` : ''}`;
  return `${printedQuantity(target.value, target.unit)}${due ? ` by ${due.label}` : ''}`;
}

const saysYearOf = (title: string, label: string): boolean => title.includes(label.replace(/\D*/, ''));

const isMoneyOrShare = ({ unit }: Target): boolean => /^(?:percent|[A-Z]{3} mn)\b/.test(unit);

/** `$25bn by FY2030 cannot be measured: no series …`; a reason that is a sentence of its own stands as one. */
export function withoutWords(goal: string, status: 'not-assessable' | 'not-measurable', reason: string): string {
  const words = status === 'not-measurable' ? 'cannot be measured' : 'cannot be assessed';
  return `${goal} ${words}${/^\p{Lu}/u.test(reason) ? '.' : ':'} ${reason}.`;
}

/** Whether the period is over on the day of the assessment. */
export const isOver = ({ due, asOf }: Pick<AssessmentInput, 'due' | 'asOf'>): boolean =>
  due !== null && due.end <= asOf;

/**
 * The verdict on a target whose outcome is not known, in one sentence; in the past where its period is over.
 *
 * Every word of direction, size and certainty is derived from the figure printed beside it: numbers keep as many digits
 * as it takes not to cross a number they are compared with.
 */
export function probabilitySentence(
  input: AssessmentInput,
  latest: PeriodValue,
  atDate: number,
  rule: ProbabilityRule,
): string {
  const status = statusOfProbability(atDate, rule);
  const chance = printedProbability(atDate, [rule.onTrackFrom, rule.atRiskFrom]);
  const { target } = input;
  const over = isOver(input) ? 'its period is over and the outcome is not published; ' : '';
  const reaching = isOver(input) ? 'that it was reached is' : 'reaching it is';
  const where = `the latest value is ${printedQuantity(latest.value, target.unit, [target.value])} (${latest.label})`;
  return (
    `${goalWords(input)} is ${status.replace('-', ' ')}: ${over}${reaching} ${certaintyPhrase(status)}, ` +
    `with a probability of ${chance}; ${where}${growthClause(input)}.`
  );
}

/** The verdict on a target whose period is over. */
export function attainmentSentence(input: AssessmentInput, outcome: PeriodValue, scored: Attainment): string {
  const { target } = input;
  const printed = `${printedQuantity(outcome.value, target.unit, [target.value])} (${outcome.label})`;
  const early = input.due !== null && outcome.end < input.due.end;
  const subject = early ? 'before its date the latest value is' : 'the outcome was';
  return `${goalWords(input)} ${early ? 'is' : 'was'} ${attainmentWords(scored)}: ${subject} ${printed}.`;
}

/** `missed, 52 % attained` */
export function attainmentWords({ reached, share }: Attainment): string {
  const word = reached ? 'reached' : 'missed';
  return share === null ? word : `${word}, ${printedShare(share, 0, [1])} attained`;
}

/** `; it must grow 31.6 % a year and grew 17.9 % over the last year, less than that` */
function growthClause(input: AssessmentInput): string {
  const { requiredGrowth: needed, achievedGrowth: achieved } = input;
  if (needed === null) return '';
  const verb = isOver(input) ? 'had to' : 'must';
  if (achieved === null) return `; it ${verb} ${presentRate(needed, [0])}`;
  const must = presentRate(needed, [0, Math.abs(achieved)]);
  return `; it ${verb} ${must} and ${pastRate(achieved, [0, Math.abs(needed)])} over the last year${comparison(needed, achieved)}`;
}

const presentRate = (rate: number, beside: readonly number[]): string =>
  rate === 0 ? 'stay where it is' : `${rate > 0 ? 'grow' : 'fall'} ${printedShare(Math.abs(rate), 1, beside)} a year`;

const pastRate = (rate: number, beside: readonly number[]): string =>
  rate === 0 ? 'did not move' : `${rate > 0 ? 'grew' : 'fell'} ${printedShare(Math.abs(rate), 1, beside)}`;

/** Sizes are compared where both go the same way; otherwise the way itself is the news. */
function comparison(needed: number, achieved: number): string {
  if (needed === 0 || achieved === 0) return '';
  if (Math.sign(needed) !== Math.sign(achieved)) return ', the wrong way';
  if (achieved === needed) return ', exactly that pace';
  return Math.abs(achieved) > Math.abs(needed) ? ', more than that' : ', less than that';
}
