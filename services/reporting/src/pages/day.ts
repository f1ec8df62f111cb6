const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** 2025-07-19 as `19 Jul 2025`; anything that is not a day is shown as it stands. */
export function formatDay(day: string): string {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(instant) ? day : format.format(instant).replaceAll(' ', '\u00a0');
}

/** A text with its ISO days written as people write them. */
export function withDays(text: string): string {
  return text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, formatDay);
}
