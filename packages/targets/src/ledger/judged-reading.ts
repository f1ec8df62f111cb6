import {
  describeDay,
  type FiscalCalendar,
  fiscalYearLabel,
  fiscalYearOf,
  fiscalYearSpan,
  type IsoDate,
} from '@hadaf/series';
import { type DatedGoal, type DueReading, type Target, termsOf } from '../target.ts';
import { printedQuantity } from '../verdict/printed-number.ts';
import { weakerBound } from './next-due.ts';

/** A claim as one value with one date, so that it can be judged, and what was chosen to get there. */
export interface JudgedReading {
  readonly target: Target;
  /** One sentence a choice; empty where the claim left none. */
  readonly choices: readonly string[];
}

/**
 * The value and date by which a claim is judged on a day.
 *
 *   several dates     the next one; the last once all have passed
 *   hold every year   the fiscal year the day lies in; the last one promised once that is over
 *   a range           its weaker end: a range is met when that is
 *
 * @param calendar  of the series that measures the claim; null where none does, and no year of it is judged
 */
export function judgedReading(target: Target, asOf: IsoDate, calendar: FiscalCalendar | null): JudgedReading {
  const dated = onNextDate(target, asOf);
  const held = calendar ? inCurrentYear(dated.target, asOf, calendar) : { target: dated.target, choices: [] };
  const ranged = atWeakerEnd(held.target);
  return { target: ranged.target, choices: [...dated.choices, ...held.choices, ...ranged.choices] };
}

function onNextDate(target: Target, asOf: IsoDate): JudgedReading {
  const { dates } = termsOf(target);
  const goal = nextGoal(dates, asOf);
  if (!goal) return { target, choices: [] };
  const all = dates.map(({ value, due }) => `${printedQuantity(value, target.unit)} by ${due.label}`).join(', ');
  const which = goal.due.end < asOf ? 'all dates have passed; the last one counts' : 'the next one counts';
  return {
    target: { ...target, value: goal.value, due: [goal.due] },
    choices: [`It sets several dates: ${all}; ${which}, ${goal.due.label}.`],
  };
}

function nextGoal(dates: readonly DatedGoal[], asOf: IsoDate): DatedGoal | undefined {
  return dates.find(({ due }) => due.end >= asOf) ?? dates.at(-1);
}

function inCurrentYear(target: Target, asOf: IsoDate, calendar: FiscalCalendar): JudgedReading {
  if (!termsOf(target).isHeld) return { target, choices: [] };
  const last = target.due[0]?.end;
  const year = heldYear(fiscalYearOf(last !== undefined && last < asOf ? last : asOf, calendar), calendar);
  const until = last === undefined ? 'without an end' : `until ${describeDay(last)}`;
  return {
    target: { ...target, due: [year] },
    choices: [`It is to hold in every year ${until}; each year is judged, here ${year.label}.`],
  };
}

/** A fiscal year as the due period of a promise to hold. */
function heldYear(fiscalYear: number, calendar: FiscalCalendar): DueReading {
  return { label: fiscalYearLabel(fiscalYear, calendar), ...fiscalYearSpan(fiscalYear, calendar) };
}

function atWeakerEnd(target: Target): JudgedReading {
  const { upper } = termsOf(target);
  if (upper === null) return { target, choices: [] };
  const value = weakerBound(target.value, upper, target.direction);
  const [low, high, weaker] = [target.value, upper, value].map((end) => printedQuantity(end, target.unit));
  return {
    target: { ...target, value },
    choices: [`It names a range, ${low} to ${high}; it is met at the weaker end, ${weaker}.`],
  };
}
