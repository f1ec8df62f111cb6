import { daysBetween, describeDay, type IsoDate } from '@hadaf/series';
import type { Target } from '../target.ts';

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
 * The dates an event was promised for, as known on a day: first those that had passed when they became known, which a
 * page tells as history, then the others in the order they became known. Dates of one rank are taken earliest first.
 * Only a date later than the one that stood moves it: an earlier one told afterwards is a record or a finer reading.
 *
 * @param claims  dated claims about one event; undated ones are passed over
 */
export function dateSlips(claims: readonly Target[], asOf: IsoDate): SlipHistory {
  const dated = claims
    .flatMap((claim) => (claim.due[0] && claim.knownBy <= asOf ? [{ claim, dueOn: claim.due[0].end }] : []))
    .toSorted((a, b) => daysBetween(rankDay(b), rankDay(a)) || daysBetween(b.dueOn, a.dueOn));
  let standing: IsoDate | undefined;
  const dates = dated.map(({ claim, dueOn }) => {
    const slipDays = Math.max(0, daysBetween(standing ?? dueOn, dueOn));
    if (standing === undefined || slipDays > 0) standing = dueOn;
    return { targetId: claim.id, dueOn, knownBy: claim.knownBy, announcedBy: claim.announcedBy, slipDays };
  });
  const totalDays = dates.reduce((sum, { slipDays }) => sum + slipDays, 0);
  return { dates, totalDays, sentence: sentenceOf(dates, totalDays) };
}

/** A date that had passed when it became known ranks before every date that lay ahead. */
const rankDay = ({ claim, dueOn }: { claim: Target; dueOn: IsoDate }): IsoDate =>
  dueOn < claim.knownBy ? '0001-01-01' : claim.knownBy;

function sentenceOf(dates: readonly DateSlip[], totalDays: number): string {
  const first = dates[0];
  const last = dates.findLast(({ slipDays }) => slipDays > 0);
  if (!first) return 'No date was ever given.';
  if (!last) return `The date given, ${describeDay(first.dueOn)}, has not moved.`;
  const moves = dates.filter(({ slipDays }) => slipDays > 0).length;
  const times = moves === 1 ? 'once' : moves === 2 ? 'twice' : `${moves} times`;
  const days = `${totalDays} ${totalDays === 1 ? 'day' : 'days'}`;
  return `The date moved ${times}, from ${describeDay(first.dueOn)} to ${describeDay(last.dueOn)}: ${days} later.`;
}
