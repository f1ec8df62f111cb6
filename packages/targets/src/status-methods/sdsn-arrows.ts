import { printedNumber } from '../verdict/printed-number.ts';
import {
  isUsable,
  type MethodInput,
  type MethodVerdict,
  notAssessable,
  onBound,
  type StatusMethod,
} from './status-method.ts';

/** Observed and required points a year on the 0–100 scale. */
export interface ArrowPace {
  readonly observed: number;
  readonly required: number;
}

/**
 * The four arrows of the SDG Index. The target is the green threshold; a latest value at or past it is an up arrow
 * whatever the pace. Green is compared in the indicator's own unit, so that rounding of scores cannot turn an arrow.
 */
export const sdsnArrows: StatusMethod = {
  id: 'sdsn-arrows',
  version: '2019',
  variant: 'as-published',
  name: 'SDG Index arrow',
  formula:
    'score = 100 · (v − worst) ÷ (best − worst); observed points a year against points a year to green by the target year',
  bands: 'past green or ratio ≥ 1 up, ≥ 0.5 up-right, ≥ 0 right, below down',
  source: 'SDSN & IEEP (2019), Europe Sustainable Development Report, methods; Lafortune et al. (2018)',
  usesWindow: true,
  assess: (input) => {
    const { base, latest, target, scale } = input;
    if (!target || !scale) return notAssessable('the method needs a green threshold and a scale from worst to best');
    if (scale.best === scale.worst) return notAssessable('the scale has no length');
    if (latest.year <= base.year) return notAssessable('one data point gives no pace');
    if (target.year <= base.year) return notAssessable('the target year is not after the base');
    const { observed, required } = arrowPace(input);
    const ratio = onBound(observed / required, [0.5, 1]);
    const green = scale.best > scale.worst ? latest.value >= target.value : latest.value <= target.value;
    if (green) return verdict('↑', 'on-track', ratio, 'the latest value is at or past green');
    if (observed >= required || ratio === 1) return verdict('↑', 'on-track', ratio);
    if (observed < 0) return verdict('↓', 'off-track', ratio);
    return ratio >= 0.5 ? verdict('➚', 'at-risk', ratio) : verdict('→', 'off-track', ratio);
  },
};

export function arrowPace({ base, latest, target, scale }: MethodInput): ArrowPace {
  if (!target || !scale) return { observed: Number.NaN, required: Number.NaN };
  const points = (value: number): number => (100 * (value - scale.worst)) / (scale.best - scale.worst);
  return {
    observed: (points(latest.value) - points(base.value)) / (latest.year - base.year),
    required: (points(target.value) - points(base.value)) / (target.year - base.year),
  };
}

function verdict(label: string, status: MethodVerdict['status'], ratio: number, why?: string): MethodVerdict {
  const metric = isUsable(ratio) ? ratio : null;
  const pace =
    metric === null
      ? 'no pace is required'
      : `the pace achieved is ${printedNumber(metric, 2, [1, 0.5, 0])} times the pace required`;
  return { metric, label, status, reason: why ?? pace };
}
