import { CodedError, dayInZone } from '@hadaf/platform';
import { type IsoDate, isIsoDate } from '@hadaf/series';

/** Where the bundled pack's days begin. */
const zone = 'Asia/Karachi';

/** The current day where the pack lives. */
export function today(): IsoDate {
  return dayInZone(new Date().toISOString(), zone);
}

/**
 * The day of an `--as-of`; the current one where it is not given.
 *
 * @throws CodedError REQUEST_INVALID when it is no existing day, or lies in the future
 */
export function readAsOf(written: string | undefined): IsoDate {
  const now = today();
  if (written === undefined) return now;
  if (!isIsoDate(written)) {
    throw new CodedError('REQUEST_INVALID', `--as-of takes an existing day as YYYY-MM-DD, got ${written}`);
  }
  if (written > now) {
    throw new CodedError('REQUEST_INVALID', `--as-of lies in the future: ${written}; today is ${now}`);
  }
  return written;
}
