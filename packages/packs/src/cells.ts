import { isIsoDate, type ReportedRange } from '@hadaf/series';
import { z } from 'zod';
import { readNumber, readNumberRange } from './number-cell.ts';

const maxTextCharacters = 4000;
const idPattern = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,119}$/;
/** Statistics of people alive and plans their children will see; a year 10000 is a slip of the keyboard. */
const yearRange = { first: '1800', end: '2201' };

/** An issue whose mend travels beside its message. */
function issue(input: string, message: string, mend: string) {
  return { code: 'custom' as const, input, message, params: { mend } };
}

/** A cell that must not be empty. */
export const text = z.string().check(({ value, issues }) => {
  if (value === '') issues.push(issue(value, 'is empty', 'fill it in'));
  if (value.length > maxTextCharacters)
    issues.push(issue(value, 'is too long', `at most ${maxTextCharacters} characters`));
});

/** A cell that may be empty. */
export const optionalText = z.string().check(({ value, issues }) => {
  if (value.length > maxTextCharacters)
    issues.push(issue(value, 'is too long', `at most ${maxTextCharacters} characters`));
});

export const identifier = z.string().check(({ value, issues }) => {
  if (idPattern.test(value)) return;
  issues.push(issue(value, 'is no id', 'use letters, digits, _ - and . starting with a letter or digit'));
});

export const number = z.string().transform((value, context) => {
  const reading = readNumber(value);
  if (reading.kind === 'number') return reading.value;
  context.issues.push(issue(value, reading.problem, reading.mend));
  return z.NEVER;
});

/** A number, or both ends of a range: `18-20`. */
export const numberOrRange = z.string().transform((value, context): number | ReportedRange => {
  const range = readNumberRange(value);
  if (range) return range;
  const reading = readNumber(value);
  if (reading.kind === 'number') return reading.value;
  context.issues.push(issue(value, reading.problem, reading.mend));
  return z.NEVER;
});

/** A number, or null where the cell is empty. */
export const optionalNumber = z.string().transform((value, context) => {
  if (value === '') return null;
  const reading = readNumber(value);
  if (reading.kind === 'number') return reading.value;
  context.issues.push(issue(value, reading.problem, reading.mend));
  return z.NEVER;
});

/** What is wrong with a day as written; null for one that exists. */
export function dayFault(value: string): string | null {
  const isInRange = value >= yearRange.first && value < yearRange.end;
  if (isIsoDate(value) && isInRange) return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'is not a day';
  return isInRange ? 'does not exist in the calendar' : 'is outside the years 1800 to 2200';
}

export const day = z.string().check(({ value, issues }) => {
  const fault = dayFault(value);
  if (fault) issues.push(issue(value, fault, 'write an existing day as YYYY-MM-DD, such as 2025-02-28'));
});

/** A day, or null where the cell is empty. */
export const optionalDay = z.string().transform((value, context) => {
  if (value === '') return null;
  const fault = dayFault(value);
  if (!fault) return value;
  context.issues.push(
    issue(value, fault, 'write an existing day as YYYY-MM-DD, such as 2025-02-28, or leave it empty'),
  );
  return z.NEVER;
});

/** One of a few words. */
export function choice<const T extends readonly [string, ...string[]]>(...options: T) {
  return z.enum(options, {
    error: (raw) => `is ${raw.input === '' ? 'empty' : 'none of the words allowed'}`,
  });
}
