import type { YearValue } from '../trajectory/year-value.ts';
import {
  isMet,
  type MethodInput,
  type MethodVerdict,
  notAssessable,
  type StatusMethod,
  signOf,
  targetAchieved,
} from './status-method.ts';
import { growthRatioVerdict, unProgressRule } from './un-progress.ts';

/** A latest value within 0.05 % of the target counts as the target. */
const NEAR_ENOUGH = 0.9995;

/**
 * The UN progress chart's ratio as UNDP computes the statuses it publishes for countries, read in its program. Three
 * answers come before the ratio: the latest value meets the target or misses it by less than 0.05 %; a base that met
 * the target got worse; there is no growth to speak of. Fault kept: below zero "within 0.05 %" turns round.
 */
export const unProgressUndp: StatusMethod = {
  ...unProgressRule,
  version: '2022, as UNDP computes it',
  variant: 'as-published',
  formula:
    'CR = CAGR(base → latest) ÷ CAGR(base → target); a target met or missed by less than 0.05 % is achieved, a base that met it and got worse deteriorates',
  source: 'UNDP SDG Push, program that writes the published statuses by country; UN DESA (2022), technical note',
  assess: (input) => {
    const { base, latest, target, direction } = input;
    if (!target) return notAssessable('the method needs a target value');
    if (isNearEnough(input)) return targetAchieved;
    const worse = signOf(direction) * (latest.value - base.value) < 0;
    if (isMet(base.value, target.value, direction) && worse) return lost;
    const hasGrowth = latest.year > base.year && base.value !== 0;
    if (hasGrowth && undpGrowth(base, target) === 0) return worse ? lost : targetAchieved;
    return growthRatioVerdict(input, (observed, required) => observed / required, undpGrowth);
  },
};

const lost: MethodVerdict = {
  metric: null,
  label: 'deterioration',
  status: 'off-track',
  reason: 'the base met the target and the latest value does not',
};

/** Growth a year as the program takes it: across zero it has a value over a single year alone, a fall below −100 %. */
export const undpGrowth = (from: YearValue, to: YearValue): number =>
  (to.value / from.value) ** (1 / (to.year - from.year)) - 1;

/** Whether UNDP calls the target achieved: latest ÷ target beyond 0.9995, turned over where down is good; zero always is. */
export function isNearEnough({ latest, target, direction }: MethodInput): boolean {
  if (!target) return false;
  if (direction === 'up') return latest.value / target.value > NEAR_ENOUGH;
  return latest.value === 0 || target.value / latest.value > NEAR_ENOUGH;
}
