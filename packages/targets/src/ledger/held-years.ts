import { counted, type FiscalCalendar, fiscalYearOf, fiscalYearSpan } from '@hadaf/series';
import { type Target, termsOf } from '../target.ts';
import type { Assessment } from '../verdict/assessment.ts';
import { attainment } from '../verdict/attainment.ts';
import { printedQuantity } from '../verdict/printed-number.ts';

/** The value of one fiscal year. */
export interface HeldValue {
  readonly fiscalYear: number;
  readonly label: string;
  readonly value: number;
}

/** One year of a promise to hold, judged. */
export interface HeldYear extends HeldValue {
  readonly isKept: boolean;
}

/**
 * Judges every finished year of a promise to hold: from the fiscal year it was announced in to the one it ends in.
 *
 * @param target  as the claim states it, not as read on a day: its own due period is the end of the promise
 * @param values  yearly values known, oldest first
 */
export function heldYears(target: Target, values: readonly HeldValue[], calendar: FiscalCalendar): HeldYear[] {
  if (!termsOf(target).isHeld) return [];
  const from = fiscalYearOf(target.announcedOn ?? target.knownBy, calendar);
  const end = target.due[0]?.end;
  return values
    .filter(
      ({ fiscalYear }) => fiscalYear >= from && (end === undefined || fiscalYearSpan(fiscalYear, calendar).end <= end),
    )
    .map((year) => ({ ...year, isKept: attainment(target, year.value).reached }));
}

/**
 * The verdict on a promise to hold every year. A year missed breaks it: no later year takes that back. While none is,
 * the year in progress decides; once the last promised year is judged, it was kept.
 *
 * @param open  the verdict on the year in progress
 */
export function assessHeld(
  target: Target,
  years: readonly HeldYear[],
  open: Assessment,
  { isOver }: { readonly isOver: boolean },
): Assessment {
  const missed = years.filter(({ isKept }) => !isKept);
  const kept = `${years.length - missed.length} of ${counted(years.length, 'year')} kept`;
  if (missed.length > 0) {
    const told = missed.map(({ label, value }) => `${printedQuantity(value, target.unit)} in ${label}`).join(', ');
    return heldVerdict(target, 'off-track', 'broken', `${kept}; missed with ${told}`);
  }
  if (years.length === 0) return open;
  if (isOver) return heldVerdict(target, 'achieved', 'kept', kept);
  if (open.status === 'not-assessable') {
    return heldVerdict(target, 'on-track', 'kept so far', `${kept}; of the year in progress ${open.reason}`);
  }
  return { ...open, reason: `${kept} so far; ${open.reason}` };
}

function heldVerdict(
  target: Target,
  status: 'achieved' | 'on-track' | 'off-track',
  label: 'kept' | 'kept so far' | 'broken',
  reason: string,
): Assessment {
  const verdict = `${target.title} ${label === 'kept so far' ? 'is' : 'was'} ${label}: ${reason}.`;
  return { status, method: 'held-years', version: '1', metric: null, label, reason, verdict };
}
