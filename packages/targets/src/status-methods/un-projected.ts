import { printedNumber } from '../verdict/printed-number.ts';
import {
  type Bands,
  bandOf,
  isMet,
  isUsable,
  type MethodInput,
  type MethodVerdict,
  notAssessable,
  plainCagr,
  type StatusMethod,
  settledBefore,
  targetAchieved,
  verdictIn,
} from './status-method.ts';

const bands: Bands = [
  { from: 0.95, label: 'on track', status: 'on-track' },
  { from: 0.1, label: 'fair progress, accelerate', status: 'at-risk' },
  { from: Number.NEGATIVE_INFINITY, label: 'stagnation or regression', status: 'off-track' },
];

const common = {
  id: 'un-projected',
  version: '2024',
  name: 'UN progress chart of 2024',
  formula: 'q = (latest · (1 + CAGR)^(years left) − base) ÷ (target − base)',
  bands: 'q ≥ 0.95 on track, ≥ 0.10 fair progress, below stagnation or regression',
  source: 'UN DESA (2024), SDG Progress Chart 2024, technical note; Eustat, progress measurement, which quotes it',
  usesWindow: true,
} as const;

/**
 * As published: a target met is achieved whatever the trend. Fault kept: with the base past the target, moving away from it
 * makes q positive.
 */
export const unProjectedAsPublished: StatusMethod = {
  ...common,
  variant: 'as-published',
  assess: (input) => {
    const { latest, target, direction } = input;
    return target && isMet(latest.value, target.value, direction) ? targetAchieved : assessed(input);
  },
};

/** Corrected: a base past the target that is no longer met is a regression. */
export const unProjected: StatusMethod = {
  ...common,
  variant: 'corrected',
  assess: (input) => settledBefore(input, bands) ?? assessed(input),
};

/** The value the observed growth would lead to in the target's year. */
export function projectedValue({ base, latest, target }: MethodInput): number {
  return target ? latest.value * (1 + plainCagr(base, latest)) ** (target.year - latest.year) : Number.NaN;
}

function assessed(input: MethodInput): MethodVerdict {
  const { base, latest, target } = input;
  if (!target) return notAssessable('the method needs a target value');
  if (latest.year <= base.year) return notAssessable('one data point gives no growth');
  const share = (projectedValue(input) - base.value) / (target.value - base.value);
  if (!isUsable(share)) return notAssessable('the projected share of the way has no value');
  const printed = printedNumber(share, 2, [0.95, 0.1, 0]);
  return verdictIn(bandOf(share, bands), share, `at this growth ${printed} of the way is covered by the target’s date`);
}
