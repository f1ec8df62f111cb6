import { counted, describeDay, formatProbability, formatQuantity, type YearStanding } from '@hadaf/series';

const monthsOfYear = 12;
const sizes = { month: 1, quarter: 3 } as const;

/** What is asked of a year on the way to a target. Amounts are in the series' unit. */
export interface YearAsked {
  readonly kind: 'asked';
  readonly milestone: number;
  readonly direction: 'up' | 'down';
  /** What each part that is not reported must bring on average; null where all are reported or the year has no parts. */
  readonly needed: number | null;
  /** The best single part ever reported. */
  readonly best: number | null;
  /** P that the year reaches its milestone; null where it cannot be told. */
  readonly probability: number | null;
}

/** Nothing is asked of the year, and why; no reason where the target is decided. */
export interface YearUnasked {
  readonly kind: 'unasked';
  readonly because: string | null;
}

/** Where a year without a total lands; `reason` where that cannot be told. */
export type YearLanding =
  | { readonly kind: 'told'; readonly median: number; readonly lower80: number; readonly upper80: number }
  | { readonly kind: 'untold'; readonly reason: string };

export interface YearWording {
  readonly standing: YearStanding;
  /** Of the series. */
  readonly unit: string;
  readonly asked: YearAsked | YearUnasked;
  readonly landing: YearLanding;
  /** Where its own months alone would land it, where the landing is told without them. */
  readonly byMonthsAlone: number | null;
  /** What overdue is judged by. */
  readonly releases: 'stated' | 'history' | null;
}

/** How a year is counted: `8 of its 12 months`, or quarters. */
function countsOf({ part, monthsKnown, monthsOverdue }: YearStanding) {
  const size = sizes[part ?? 'month'];
  const of = monthsOfYear / size;
  const known = Math.floor(monthsKnown / size);
  return { noun: part ?? 'month', of, known, left: of - known, overdue: Math.floor((monthsOverdue ?? 0) / size) };
}

function knownWords(standing: YearStanding): string {
  const { isOver, part } = standing;
  const { noun, of, known, left } = countsOf(standing);
  if (part === null) return isOver ? 'its total is not reported yet' : 'its total comes after its end';
  if (left === 0) return `all of its ${of} ${noun}s are reported, their total is not printed`;
  if (known === 0) return `none of its ${of} ${noun}s is reported yet`;
  return `${known} of its ${of} ${noun}s ${known === 1 ? 'is' : 'are'} reported, ${left} ${left === 1 ? 'is' : 'are'} not yet`;
}

/** `FY2026 ended on 30 Jun 2026; 8 of its 12 months are reported, 4 are not yet.` */
function standingSentence(standing: YearStanding): string {
  const { label, span, isOver } = standing;
  const when = isOver
    ? `${label} ended on ${describeDay(span.end)}`
    : `${label} runs from ${describeDay(span.start)} to ${describeDay(span.end)}`;
  return `${when}; ${knownWords(standing)}.`;
}

function gapSentences({ sum, later, part }: YearStanding): string[] {
  if (later.length === 0 || part === null) return [];
  const months = sum?.months ?? 0;
  return [
    months === 0
      ? 'Its first months are missing: its landing is not estimated from the others.'
      : `Only its first ${counted(months, 'month')} ${months === 1 ? 'is' : 'are'} known without a gap: its landing is estimated from these.`,
  ];
}

function overdueSentences({ standing, releases }: YearWording): string[] {
  const { monthsOverdue, part, isOver } = standing;
  const { noun, left, overdue } = countsOf(standing);
  if (part === null) {
    if (!isOver || monthsOverdue === null) return [];
    return monthsOverdue > 0 ? [`The total should have been printed by now, ${judgedBy(releases)}.`] : [];
  }
  if (isOver && left > 0 && monthsOverdue === null) return ['No release calendar says when the rest is due.'];
  if (left === 0 || overdue === 0) return [];
  if (overdue === left && left > 1) return [`All ${left} should have been printed by now, ${judgedBy(releases)}.`];
  if (overdue === left) return [`It should have been printed by now, ${judgedBy(releases)}.`];
  return [`${counted(overdue, noun)} not reported should have been printed by now, ${judgedBy(releases)}.`];
}

const judgedBy = (releases: YearWording['releases']): string =>
  releases === 'stated' ? 'by the dates announced' : 'judging by past releases';

function landingSentence({ landing, unit, standing }: YearWording): string {
  if (landing.kind === 'untold') return `Where it lands cannot be told: ${landing.reason}.`;
  const [median, lower, upper] = [landing.median, landing.lower80, landing.upper80].map((value) =>
    formatQuantity(value, unit),
  );
  const subject = standing.monthsKnown === monthsOfYear ? 'They sum to' : 'Landing estimate';
  return `${subject} ${median}, 80\u00a0% interval ${lower} to ${upper}.`;
}

/** A year behind one without a total is forecast from before its months. */
function aloneSentences({ byMonthsAlone, unit, standing }: YearWording): string[] {
  if (byMonthsAlone === null) return [];
  const { noun, known } = countsOf(standing);
  const parts = known === 1 ? `Its one reported ${noun}` : `Its ${known} reported ${noun}s`;
  const them = known === 1 ? 'it' : 'them';
  return [
    `${parts} alone would land it at ${formatQuantity(byMonthsAlone, unit)}; the forecast does not know ${them} yet.`,
  ];
}

/** `, 1.16 times the best month ever known`; the lowest where the target is to fall to. */
function comparedWords({ needed, best, direction }: YearAsked, noun: string): string {
  if (needed === null || best === null || !(best > 0)) return '';
  const extreme = direction === 'down' ? 'lowest' : 'best';
  return `, ${(needed / best).toFixed(2)} times the ${extreme} ${noun} ${direction === 'up' && needed > best ? 'ever known' : 'known'}`;
}

const chanceWords = ({ probability }: YearAsked): string =>
  probability === null ? '' : `; the probability is ${formatProbability(probability)}`;

function askedSentence(asked: YearAsked, { standing, unit }: YearWording): string {
  const { milestone, needed, direction } = asked;
  const { noun, left } = countsOf(standing);
  const { isOver, part, value } = standing;
  const step = formatQuantity(milestone, unit);
  const chance = chanceWords(asked);
  if (part === null || needed === null) return `Its milestone is ${step}${chance}.`;
  if (direction === 'up' && value >= milestone) return `What is reported has reached its milestone of ${step} already.`;
  if (direction === 'down' && needed < 0) return `What is reported is above its milestone of ${step} already.`;
  const amount = formatQuantity(needed, unit);
  const parts = left === 1 ? `the ${noun}` : `the ${left} ${noun}s`;
  const compared = comparedWords(asked, noun);
  if (isOver && direction === 'up') {
    return `For its milestone of ${step} ${parts} not reported must have brought ${amount}${left > 1 ? ' each' : ''}${compared}${chance}.`;
  }
  const bound = direction === 'up' ? 'takes' : 'leaves';
  return `Its milestone of ${step} ${bound} ${amount} ${left > 1 ? 'in each of' : 'in'} ${parts} not reported${compared}${chance}.`;
}

/**
 * How a fiscal year without a total stands by the calendar, in sentences: whether it is over, what is reported of it, what
 * should be by now, where it lands, and what its milestone takes. A year that is over is told no advice.
 */
export function yearSentences(wording: YearWording): string[] {
  const { standing, asked } = wording;
  const told = asked.kind === 'asked' ? [askedSentence(asked, wording)] : [];
  const untold =
    asked.kind === 'unasked' && asked.because !== null ? [`Nothing is asked of it: ${asked.because}.`] : [];
  return [
    standingSentence(standing),
    ...gapSentences(standing),
    ...overdueSentences(wording),
    landingSentence(wording),
    ...aloneSentences(wording),
    ...told,
    ...untold,
  ];
}

/** `FY2024 has ended without a printed total too.`, of years that ended after the first such one; empty where none did. */
export function laterYearsWords(years: readonly YearStanding[]): string[] {
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return [];
  if (first === last) return [`${first.label} has ended without a printed total too.`];
  return [`${first.label} to ${last.label} have ended without a printed total too.`];
}
