import { ratioWords } from './cagr-ratio.ts';
import {
  type Bands,
  bandOf,
  dateFault,
  isMet,
  isUsable,
  type MethodInput,
  type MethodVerdict,
  notAssessable,
  plainCagr,
  type StatusMethod,
  signOf,
  targetAchieved,
  verdictIn,
} from './status-method.ts';

const bands: Bands = [
  { from: 0.95, label: 'on track', status: 'on-track' },
  { from: 0.5, label: 'fair progress but acceleration needed', status: 'at-risk' },
  { from: -0.1, label: 'limited or no progress', status: 'off-track' },
  { from: Number.NEGATIVE_INFINITY, label: 'deterioration', status: 'off-track' },
];

/** What the forms of the rule share. */
export const unProgressRule = {
  id: 'un-progress',
  version: '2022',
  name: 'UN progress chart of 2022',
  bands: 'CR ≥ 0.95 on track, ≥ 0.5 fair progress, ≥ −0.1 limited or no progress, below deterioration',
  source: 'UN DESA (2022), SDG Progress Chart 2022, technical note',
  usesWindow: true,
} as const;

/**
 * As printed in the technical note. Where the base is already past the target, required and achieved growth have the
 * same sign when things get worse, and the plain ratio calls that on track.
 */
export const unProgressAsPublished: StatusMethod = {
  ...unProgressRule,
  variant: 'as-published',
  formula: 'CR = CAGR(base → latest) ÷ CAGR(base → target)',
  assess: (input) => growthRatioVerdict(input, (observed, required) => observed / required),
};

/** Corrected: the sign comes from the direction that is good, and a target met is achieved whatever the pace. */
export const unProgress: StatusMethod = {
  ...unProgressRule,
  variant: 'corrected',
  formula:
    'CR = d · CAGR(base → latest) ÷ |CAGR(base → target)|; negated for an all-negative series; a target met wins',
  assess: (input) => {
    const { target, latest, base, direction } = input;
    if (target && isMet(latest.value, target.value, direction)) return targetAchieved;
    const fault = dateFault(input);
    if (fault) return fault;
    const side = base.value < 0 ? -1 : 1;
    return growthRatioVerdict(
      input,
      (observed, required) => (side * signOf(direction) * observed) / Math.abs(required),
    );
  },
};

/** The verdict of the bands on a ratio of observed and required growth; a rate that has no value is said so. */
export function growthRatioVerdict(
  input: MethodInput,
  ratioOf: (observed: number, required: number) => number,
  growth: typeof plainCagr = plainCagr,
): MethodVerdict {
  const { base, latest, target } = input;
  if (!target) return notAssessable('the method needs a target value');
  if (latest.year <= base.year) return notAssessable('one data point gives no growth');
  if (base.value === 0) return notAssessable('growth from zero has no rate');
  const ratio = ratioOf(growth(base, latest), growth(base, target));
  if (Number.isNaN(ratio)) return notAssessable('base, latest and target must have one sign and not all be equal');
  const metric = isUsable(ratio) ? ratio : null;
  return verdictIn(bandOf(ratio, bands), metric, ratioWords(metric, [0.95, 0.5, 0, -0.1]));
}
