import { directedGrowthWords } from './cagr-direction.ts';
import {
  isUsable,
  type MethodInput,
  type MethodVerdict,
  notAssessable,
  plainCagr,
  type StatusMethod,
  signOf,
  targetAchieved,
} from './status-method.ts';
import { isNearEnough, undpGrowth } from './un-progress-undp.ts';

const common = {
  id: 'un-direction',
  name: 'UN progress chart of 2022 without a target',
  bands: 'above 1 % on track, above 0.5 % fair progress, ≥ −1 % limited or no progress, below deterioration',
  usesWindow: true,
} as const;

/**
 * As UNDP computes the statuses it publishes for countries, read in its program: a series that has a target as well is
 * achieved where it comes within 0.05 % of it. Faults kept: a negative series is read as it stands, and a change of sign within one year as growth; where up is good
 * exactly −1 % is a deterioration, where down is good exactly 0.5 % the right way is one.
 */
export const unDirectionAsPublished: StatusMethod = {
  ...common,
  version: '2022, as UNDP computes it',
  variant: 'as-published',
  formula: 'd · CAGR(base → latest)',
  source: 'UNDP SDG Push, program that writes the published statuses by country; UN DESA (2022), technical note',
  assess: (input) => {
    if (isNearEnough(input)) return targetAchieved;
    const growth = directedGrowth(input, undpGrowth);
    if (typeof growth !== 'number') return growth;
    const onFaultyEdge = growth === (input.direction === 'up' ? -0.01 : 0.005);
    return onFaultyEdge ? worded(growth, 'deterioration', 'off-track') : banded(growth);
  },
};

/** Corrected: an all-negative series is negated, so that a shrinking deficit counts as growth. */
export const unDirection: StatusMethod = {
  ...common,
  version: '2022',
  variant: 'corrected',
  formula: 'd · CAGR(base → latest), negated for an all-negative series',
  source: 'UN DESA (2022), SDG Progress Chart 2022, technical note',
  assess: (input) => {
    const side = input.base.value < 0 ? -1 : 1;
    const growth = directedGrowth(input, (from, to) => side * plainCagr(from, to));
    return typeof growth === 'number' ? banded(growth) : growth;
  },
};

/** Growth a year, positive the right way; or why there is none. */
function directedGrowth({ base, latest, direction }: MethodInput, growthOf: typeof plainCagr): number | MethodVerdict {
  if (latest.year <= base.year) return notAssessable('one data point gives no growth');
  if (base.value === 0) return notAssessable('growth from zero has no rate');
  const growth = signOf(direction) * growthOf(base, latest);
  return Number.isNaN(growth) ? notAssessable('base and latest must have one sign') : growth;
}

function banded(growth: number): MethodVerdict {
  if (growth > 0.01) return worded(growth, 'on track', 'on-track');
  if (growth > 0.005) return worded(growth, 'fair progress but acceleration needed', 'at-risk');
  return worded(growth, growth >= -0.01 ? 'limited or no progress' : 'deterioration', 'off-track');
}

function worded(growth: number, label: string, status: MethodVerdict['status']): MethodVerdict {
  if (!isUsable(growth)) return { metric: null, label, status, reason: 'growth is without bound' };
  return { metric: growth, label, status, reason: directedGrowthWords(growth, [0.01, 0.005, 0, -0.01]) };
}
