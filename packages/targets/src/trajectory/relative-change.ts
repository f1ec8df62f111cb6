/**
 * Change from one value to another as a share of the first: to ÷ from − 1. Growth over a period, decline (negative), or
 * the distance of a value from a target.
 *
 * @throws RangeError when `from` is zero or an argument is not finite
 */
export function relativeChange(from: number, to: number): number {
  if (from === 0 || !Number.isFinite(from) || !Number.isFinite(to)) {
    throw new RangeError(`relativeChange requires finite numbers and a base other than zero, got ${from}, ${to}`);
  }
  return to / from - 1;
}
