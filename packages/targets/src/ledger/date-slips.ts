import { daysBetween, type IsoDate } from '@hadaf/series';
import type { Target } from '../target.ts';

/** A date once given for an event, and how far it lay from the one before. */
export interface DateSlip {
  readonly targetId: string;
  readonly dueOn: IsoDate;
  readonly knownBy: IsoDate;
  readonly announcedBy: string;
  /** Days after the date given before; 0 for the first, negative where it came forward. */
  readonly slipDays: number;
}

export interface SlipHistory {
  readonly dates: readonly DateSlip[];
  /** Days between the first date and the one that stands. */
  readonly totalDays: number;
  readonly sentence: string;
}

/**
 * The dates an event was promised for, as known on a day: first those that had passed when they became known, which a
 * page tells as history, then the others in the order they became known. Dates of one rank are taken earliest first.
 *
 * @param claims  dated claims about one event; undated ones are passed over
 */
export function dateSlips(claims: readonly Target[], asOf: IsoDate): SlipHistory {
  const dated = claims
    .flatMap((claim) => (claim.due[0] && claim.knownBy <= asOf ? [{ claim, dueOn: claim.due[0].end }] : []))
    .toSorted((a, b) => daysBetween(rankDay(b), rankDay(a)) || daysBetween(b.dueOn, a.dueOn));
  const dates = dated.map(({ claim, dueOn }, i) => ({
    targetId: claim.id,
    dueOn,
    knownBy: claim.knownBy,
    announcedBy: claim.announcedBy,
    slipDays: daysBetween(dated[i - 1]?.dueOn ?? dueOn, dueOn),
  }));
  const [first, last] = [dates[0], dates.at(-1)];
  const totalDays = first && last ? daysBetween(first.dueOn, last.dueOn) : 0;
  return { dates, totalDays, sentence: sentenceOf(dates, totalDays) };
}

/** A date that had passed when it became known ranks before every date that lay ahead. */
const rankDay = ({ claim, dueOn }: { claim: Target; dueOn: IsoDate }): IsoDate =>
  dueOn < claim.knownBy ? '0001-01-01' : claim.knownBy;

function sentenceOf(dates: readonly DateSlip[], totalDays: number): string {
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return 'No date was ever given.';
  const moves = dates.filter(({ slipDays }) => slipDays !== 0).length;
  if (moves === 0) return `One date was given, ${first.dueOn}, and it has not moved.`;
  const times = moves === 1 ? 'once' : `${moves} times`;
  if (totalDays === 0) return `The date moved ${times} and stands where it first stood, on ${first.dueOn}.`;
  const days = `${Math.abs(totalDays)} ${Math.abs(totalDays) === 1 ? 'day' : 'days'}`;
  return `The date moved ${times}, from ${first.dueOn} to ${last.dueOn}: ${days} ${totalDays > 0 ? 'later' : 'earlier'}.`;
}
