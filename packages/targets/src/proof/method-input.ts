import type { MethodInput } from '../status-methods/status-method.ts';
import type { YearValue } from '../trajectory/year-value.ts';

/** A method input of two values and a target, everything else absent. */
export function methodInput(
  base: YearValue,
  latest: YearValue,
  target: YearValue | null,
  direction: 'up' | 'down',
): MethodInput {
  return {
    base,
    latest,
    target,
    direction,
    history: [base, latest],
    limit: null,
    scale: null,
    plan: null,
    probability: null,
  };
}
