import { describeDay, isIsoDate } from '@hadaf/series';

/** 2025-07-19 as `19 Jul 2025`, in one piece; anything that is not a day of the calendar is shown as it stands. */
export function formatDay(day: string): string {
  return isIsoDate(day) ? describeDay(day).replaceAll(' ', '\u00a0') : day;
}

/** A text with its ISO days written as people write them. */
export function withDays(text: string): string {
  return text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, formatDay);
}
