import { printedShare } from '../verdict/printed-number.ts';
import {
  isMet,
  isUsable,
  type MethodInput,
  notAssessable,
  type StatusMethod,
  signOf,
  targetAchieved,
} from './status-method.ts';

/** Annual rate of reduction: what was achieved since the base against what the rest of the way needs. */
export const arr: StatusMethod = {
  id: 'arr',
  version: '2013',
  variant: 'as-published',
  name: 'IGME annual rate of reduction',
  formula:
    'ln(base ÷ latest) ÷ years against ln(latest ÷ target) ÷ years left; signs follow the direction that is good',
  bands: 'achieved ≥ required on track, below not on track',
  source: 'UN IGME (2013), Levels and Trends in Child Mortality, annual rate of reduction',
  usesWindow: true,
  assess: (input) => {
    const { base, latest, target, direction } = input;
    if (!target) return notAssessable('the method needs a target value');
    if (isMet(latest.value, target.value, direction)) {
      return { ...targetAchieved, label: 'on track' };
    }
    if (latest.year <= base.year) return notAssessable('one data point gives no rate');
    if (target.year <= latest.year) return notAssessable('no time is left before the target');
    if (Math.min(base.value, latest.value, target.value) <= 0) {
      return notAssessable('logarithms need values above zero');
    }
    const { achieved, required } = annualRates(input);
    if (!isUsable(achieved) || !isUsable(required)) return notAssessable('logarithms need values above zero');
    const ratio = achieved / required;
    if (!isUsable(ratio)) return notAssessable('the rate left to achieve is too small to divide by');
    const needed = `${printedShare(required, 1, [achieved])} a year is needed`;
    const reason = `${printedShare(achieved, 1, [required, 0])} a year was achieved and ${needed} from now on`;
    return achieved >= required
      ? { metric: ratio, label: 'on track', status: 'on-track', reason }
      : { metric: ratio, label: 'not on track', status: 'off-track', reason };
  },
};

/** Logarithmic rates a year, positive in the direction that is good. */
export function annualRates({ base, latest, target, direction }: MethodInput): {
  achieved: number;
  required: number;
} {
  const d = signOf(direction);
  return {
    achieved: (d * Math.log(latest.value / base.value)) / (latest.year - base.year),
    required: target ? (d * Math.log(target.value / latest.value)) / (target.year - latest.year) : Number.NaN,
  };
}
