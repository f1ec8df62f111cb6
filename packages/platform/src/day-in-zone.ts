/**
 * The calendar day of an instant in a zone, as YYYY-MM-DD.
 *
 * @param instant  ISO 8601
 * @param zone     IANA name, e.g. `Asia/Karachi`
 */
export function dayInZone(instant: string, zone: string): string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']}`;
}
