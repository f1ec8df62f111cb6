import { printedNumber, printedShare } from '../verdict/printed-number.ts';
import {
  type Bands,
  bandOf,
  isUsable,
  type MethodInput,
  type MethodVerdict,
  notAssessable,
  onBound,
  type StatusMethod,
  settledBefore,
  verdictIn,
} from './status-method.ts';

const bands: Bands = [
  { from: 0.95, label: 'on track', status: 'on-track' },
  { from: 0.75, label: 'lagging', status: 'at-risk' },
  { from: Number.NEGATIVE_INFINITY, label: 'at risk', status: 'off-track' },
];

const common = {
  id: 'linear-pace',
  version: '1',
  name: 'linear pace',
  formula: 'progress = (base − latest) ÷ (base − target) against the share of the time elapsed',
  bands: 'progress ÷ elapsed ≥ 0.95 on track, ≥ 0.75 lagging, below at risk',
  source: 'Pro-rata reading of corporate climate targets; UpRaise, OKR progress states',
  usesWindow: true,
} as const;

/** As published: a base past the target makes moving away from it progress. */
export const linearPaceAsPublished: StatusMethod = {
  ...common,
  variant: 'as-published',
  assess: assessed,
};

/** Corrected: a target met is said so, and a base past the target that is no longer met is at risk. */
export const linearPace: StatusMethod = {
  ...common,
  variant: 'corrected',
  assess: (input) => settledBefore(input, bands) ?? assessed(input),
};

/** Progress and elapsed share, each a share of the whole way. */
export function linearShares({ base, latest, target }: MethodInput): { progress: number; elapsed: number } {
  if (!target) return { progress: Number.NaN, elapsed: Number.NaN };
  return {
    progress: (base.value - latest.value) / (base.value - target.value),
    elapsed: (latest.year - base.year) / (target.year - base.year),
  };
}

function assessed(input: MethodInput): MethodVerdict {
  if (!input.target) return notAssessable('the method needs a target value');
  const { progress, elapsed } = linearShares(input);
  if (!isUsable(progress)) return notAssessable('the base is the target or next to it, so the way has no length');
  if (!(elapsed > 0)) return notAssessable('no time has passed since the base');
  return paceVerdict(progress, Math.min(1, elapsed));
}

/** Bands of progress against expected progress, both shares. */
export function paceVerdict(progress: number, expected: number): MethodVerdict {
  const ratio = onBound(progress / expected, [0.95, 0.75]);
  const way = `${printedShare(progress, 1, [expected])} of the way was covered`;
  const time = `in ${printedShare(expected, 1, [progress])} of the time`;
  return verdictIn(
    bandOf(ratio, bands),
    ratio,
    `${way} ${time}, a pace of ${printedNumber(ratio, 2, [0.95, 0.75, 0])}`,
  );
}
