import { daysBetween, describeDay, type IsoDate } from '@hadaf/series';
import { type Target, termsOf } from '../target.ts';

/** A date once given for an event, and how far it moved the one that stood. */
export interface DateSlip {
  readonly targetId: string;
  readonly dueOn: IsoDate;
  readonly knownBy: IsoDate;
  readonly announcedBy: string;
  /** Days after the date that stood before; 0 for the first, and for one that is no later than what stood. */
  readonly slipDays: number;
}

export interface SlipHistory {
  readonly dates: readonly DateSlip[];
  /** Days between the first date and the latest one, which stands. */
  readonly totalDays: number;
  readonly sentence: string;
}

/**
 * The dates an event was promised for, as known on a day, in the order they were given.
 *
 * Where claims state what they supersede, a date slips against the one it takes the place of, and a claim that takes the
 * place of none moves nothing. Where none does, the order tells: dates that had passed when they became known come first,
 * as history, and only a date later than the one that stood moves it. A projection is listed and moves nothing.
 *
 * @param claims  dated claims about one event; undated ones are passed over
 */
export function dateSlips(claims: readonly Target[], asOf: IsoDate): SlipHistory {
  const dated = claims.flatMap((claim) =>
    claim.due[0] && claim.knownBy <= asOf ? [{ claim, dueOn: claim.due[0].end }] : [],
  );
  const isStated = dated.some(({ claim }) => termsOf(claim).supersedes !== null);
  const dates = isStated ? statedSlips(inOrder(dated, givenOn)) : inferredSlips(inOrder(dated, rankDay));
  const totalDays = dates.reduce((sum, { slipDays }) => sum + slipDays, 0);
  return { dates, totalDays, sentence: sentenceOf(dates, totalDays) };
}

interface DatedClaim {
  readonly claim: Target;
  readonly dueOn: IsoDate;
}

const slipOf = ({ claim, dueOn }: DatedClaim, slipDays: number): DateSlip => ({
  ...{ targetId: claim.id, dueOn, knownBy: claim.knownBy, announcedBy: claim.announcedBy, slipDays },
});

/** Each date against the latest of those it takes the place of. */
function statedSlips(dated: readonly DatedClaim[]): DateSlip[] {
  return dated.map((one) => {
    const replaced = dated.filter(({ claim }) => termsOf(one.claim).supersedes?.includes(claim.id));
    const days = replaced.map(({ dueOn }) => daysBetween(dueOn, one.dueOn));
    return slipOf(one, days.length === 0 ? 0 : Math.max(0, Math.min(...days)));
  });
}

function inferredSlips(dated: readonly DatedClaim[]): DateSlip[] {
  let standing: IsoDate | undefined;
  return dated.map((one) => {
    const slipDays = Math.max(0, daysBetween(standing ?? one.dueOn, one.dueOn));
    if (one.claim.standing === 'projection') return slipOf(one, 0);
    if (standing === undefined || slipDays > 0) standing = one.dueOn;
    return slipOf(one, slipDays);
  });
}

function inOrder(dated: readonly DatedClaim[], dayOf: (one: DatedClaim) => IsoDate): DatedClaim[] {
  return dated.toSorted((a, b) => daysBetween(dayOf(b), dayOf(a)) || daysBetween(b.dueOn, a.dueOn));
}

const givenOn = ({ claim }: DatedClaim): IsoDate => claim.announcedOn ?? claim.knownBy;

/** When a date was given; one that had passed when a page first told it ranks before all others. */
const rankDay = (one: DatedClaim): IsoDate => (one.dueOn < givenOn(one) ? '0001-01-01' : givenOn(one));

function sentenceOf(dates: readonly DateSlip[], totalDays: number): string {
  const last = dates.findLast(({ slipDays }) => slipDays > 0);
  const first = last ? firstBefore(dates, last, totalDays) : dates[0];
  if (!first) return 'No date was ever given.';
  if (!last) return `The date given, ${describeDay(first.dueOn)}, has not moved.`;
  const moves = dates.filter(({ slipDays }) => slipDays > 0).length;
  const times = moves === 1 ? 'once' : moves === 2 ? 'twice' : `${moves} times`;
  const days = `${totalDays} ${totalDays === 1 ? 'day' : 'days'}`;
  return `The date moved ${times}, from ${describeDay(first.dueOn)} to ${describeDay(last.dueOn)}: ${days} later.`;
}

/** The date from which all slips lead to the last one. */
function firstBefore(dates: readonly DateSlip[], last: DateSlip, totalDays: number): DateSlip | undefined {
  return dates.find(({ dueOn }) => daysBetween(dueOn, last.dueOn) === totalDays) ?? dates[0];
}
