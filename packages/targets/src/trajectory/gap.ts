/**
 * Distance between what is expected (or reached) and what is required, signed so that positive is good.
 *
 * @param value     forecast or observed, in the series' unit
 * @param required  the trajectory's value at the same period
 */
export function gap(value: number, required: number, direction: 'up' | 'down'): number {
  return direction === 'up' ? value - required : required - value;
}
