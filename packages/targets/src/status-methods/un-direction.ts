import { directedGrowthWords } from './cagr-direction.ts';
import { isUsable, type MethodVerdict, notAssessable, plainCagr, type StatusMethod, signOf } from './status-method.ts';

const common = {
  id: 'un-direction',
  version: '2022',
  name: 'UN progress chart of 2022 without a target',
  bands: 'above 1 % on track, above 0.5 % fair progress, ≥ −1 % limited or no progress, below deterioration',
  source: 'UN DESA (2022), SDG Progress Chart 2022, technical note; UNDP SDG Push, published statuses',
  usesWindow: true,
} as const;

/** As published: growth from zero is without bound, so its sign decides; a negative series is read as it stands. */
export const unDirectionAsPublished: StatusMethod = {
  ...common,
  variant: 'as-published',
  formula: 'd · CAGR(base → latest)',
  assess: ({ base, latest, direction }) => {
    if (latest.year <= base.year) return notAssessable('one data point gives no growth');
    return banded(signOf(direction) * plainCagr(base, latest));
  },
};

/** Corrected: an all-negative series is negated, so that a shrinking deficit counts as growth. */
export const unDirection: StatusMethod = {
  ...common,
  variant: 'corrected',
  formula: 'd · CAGR(base → latest), negated for an all-negative series',
  assess: ({ base, latest, direction }) => {
    if (latest.year <= base.year) return notAssessable('one data point gives no growth');
    if (base.value === 0) return notAssessable('growth from zero has no rate');
    return banded((base.value < 0 ? -1 : 1) * signOf(direction) * plainCagr(base, latest));
  },
};

function banded(growth: number): MethodVerdict {
  if (Number.isNaN(growth)) return notAssessable('base and latest must have one sign');
  const metric = isUsable(growth) ? growth : null;
  const printed = metric === null ? 'growth is without bound' : directedGrowthWords(metric, [0.01, 0.005, 0, -0.01]);
  const verdict = (label: string, status: MethodVerdict['status']): MethodVerdict => ({
    metric,
    label,
    status,
    reason: printed,
  });
  if (growth > 0.01) return verdict('on track', 'on-track');
  if (growth > 0.005) return verdict('fair progress but acceleration needed', 'at-risk');
  return verdict(growth >= -0.01 ? 'limited or no progress' : 'deterioration', 'off-track');
}
