import type { IsoDate } from './fiscal-calendar.ts';
import type { Observation } from './observation.ts';

/**
 * What was certainly known at the end of a day, suspect values included, in the given order.
 *
 * A value whose document shows no date counts from its upper bound, so a view never contains what may not have been
 * public yet; it may lack what was.
 */
export function observationsAsOf(observations: readonly Observation[], asOf: IsoDate): Observation[] {
  return observations.filter((observation) => observation.knownBy <= asOf);
}
