import { type Computed, defined, undefinedFor } from './computed.ts';

/**
 * Burn rate of a target: growth required now ÷ growth required when it was announced.
 *
 * 1 is the pace promised; 2 means the rest of the way needs twice that growth; 0 or less means nothing more is needed.
 *
 * @param now            growth a year required from the latest value to the target
 * @param whenAnnounced  growth a year required on the day of the announcement, from the value known then
 */
export function burn(now: Computed, whenAnnounced: Computed): Computed {
  if (now.kind === 'undefined' || whenAnnounced.kind === 'undefined') return undefinedFor('input-undefined');
  if (whenAnnounced.value === 0) return undefinedFor('nothing-required-when-announced');
  return defined(now.value / whenAnnounced.value);
}
