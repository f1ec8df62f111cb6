import type { Status, Target } from '../target.ts';
import { outcomeOf } from './assess-target.ts';
import type { Assessment, AssessmentInput, PeriodValue } from './assessment.ts';
import { attainment } from './attainment.ts';
import { printedProbability, printedQuantity, printedShare } from './printed-number.ts';
import { type ProbabilityRule, probabilityRule, statusOfProbability } from './probability-rule.ts';
import { urduNumber, urduPeriod } from './urdu-words.ts';
import { isOver } from './verdict-sentence.ts';

const statusWords: Readonly<Record<Status, string>> = {
  achieved: 'حاصل ہو چکا ہے',
  'on-track': 'درست راہ پر ہے',
  'at-risk': 'خطرے میں ہے',
  'off-track': 'راہ سے ہٹا ہوا ہے',
  'not-assessable': 'ابھی جانچا نہیں جا سکتا',
  'not-measurable': 'ناپا نہیں جا سکتا: کوئی دستیاب شماریاتی سلسلہ اسے نہیں ناپتا',
};

const chanceWords = {
  'on-track': 'زیادہ',
  'at-risk': 'تقریباً آدھا',
  'off-track': 'کم',
} as const;

/**
 * The verdict in one Urdu sentence, by the rules of the English one: every word of direction, size and certainty is
 * derived from the figure beside it, and every figure has the digits of the English sentence.
 *
 * @param assessment  what `assessTarget` found for the input
 */
export function urduSentence(
  input: AssessmentInput,
  assessment: Pick<Assessment, 'status' | 'method'>,
  rule: ProbabilityRule = probabilityRule,
): string {
  const latest = input.history.at(-1);
  const { probability } = input;
  if (assessment.method === 'probability' && latest && probability.kind === 'known') {
    return openSentence(input, latest, probability.atDate, rule);
  }
  const outcome = (input.due && outcomeOf(input.due, input.history)) ?? latest;
  if (assessment.method === 'attainment' && outcome) return outcomeSentence(input, outcome);
  return urduStatusSentence(input.target, assessment);
}

/** The verdict where the status is all that can be said in Urdu: an event, a roll-out, what has no number. */
export function urduStatusSentence(target: Target, { status, label }: { status: Status; label?: string }): string {
  const overdue = label === 'overdue' ? ': مقررہ تاریخ گزر چکی ہے اور مکمل ہونے کی کوئی اطلاع نہیں' : '';
  return `${goalWords({ target, due: target.due[0] ?? null })} کا ہدف ${statusWords[status]}${overdue}۔`;
}

function goalWords({ target, due }: Pick<AssessmentInput, 'target' | 'due'>): string {
  const goal = target.kind === 'event' ? `“${target.title}”` : urduNumber(printedQuantity(target.value, target.unit));
  return due ? `${urduPeriod(due.label)} تک ${goal}` : goal;
}

function openSentence(input: AssessmentInput, latest: PeriodValue, atDate: number, rule: ProbabilityRule): string {
  const status = statusOfProbability(atDate, rule);
  const chance = urduNumber(printedProbability(atDate, [rule.onTrackFrom, rule.atRiskFrom]));
  const { target } = input;
  const over = isOver(input) ? 'اس کی مدت ختم ہو چکی ہے اور نتیجہ شائع نہیں ہوا؛ ' : '';
  const value = urduNumber(printedQuantity(latest.value, target.unit, [target.value]));
  return (
    `${goalWords(input)} کا ہدف ${statusWords[status]}: ${over}اس کے حاصل ہونے کا امکان ${chanceWords[status]} ہے (${chance})؛ ` +
    `تازہ ترین قدر ${value} ہے (${urduPeriod(latest.label)})${growthClause(input)}۔`
  );
}

function outcomeSentence(input: AssessmentInput, outcome: PeriodValue): string {
  const { target, due } = input;
  const { reached, share } = attainment(target, outcome.value);
  const value = urduNumber(printedQuantity(outcome.value, target.unit, [target.value]));
  const attained = share === null ? '' : ` (${urduNumber(printedShare(share, 0, [1]))} حاصل)`;
  const early = due !== null && outcome.end < due.end;
  const end = early ? `مقررہ تاریخ سے پہلے تازہ ترین قدر ${value} ہے` : `نتیجہ ${value} رہا`;
  return `${goalWords(input)} کا ہدف ${reached ? 'پورا ہوا' : 'پورا نہیں ہوا'}${attained}: ${end} (${urduPeriod(outcome.label)})۔`;
}

function growthClause(input: AssessmentInput): string {
  const { requiredGrowth: needed, achievedGrowth: achieved } = input;
  if (needed === null) return '';
  const had = isOver(input) ? 'تھا' : 'ہو گا';
  const must =
    needed === 0
      ? `اسے اپنی جگہ رہنا ${had}`
      : `اسے سالانہ ${rate(needed, achieved)} ${needed > 0 ? 'بڑھنا' : 'گھٹنا'} ${had}`;
  if (achieved === null) return `؛ ${must}`;
  const did = achieved === 0 ? 'یہ نہیں بدلی' : `یہ ${rate(achieved, needed)} ${achieved > 0 ? 'بڑھی' : 'گھٹی'}`;
  return `؛ ${must}، جبکہ گزشتہ سال ${did}${comparison(needed, achieved)}`;
}

const rate = (growth: number, beside: number | null): string =>
  urduNumber(printedShare(Math.abs(growth), 1, [0, ...(beside === null ? [] : [Math.abs(beside)])]));

function comparison(needed: number, achieved: number): string {
  if (needed === 0 || achieved === 0) return '';
  if (Math.sign(needed) !== Math.sign(achieved)) return '، یعنی الٹی سمت میں';
  if (achieved === needed) return '، یعنی عین اسی رفتار سے';
  return Math.abs(achieved) > Math.abs(needed) ? '، یعنی اس سے زیادہ' : '، یعنی اس سے کم';
}
