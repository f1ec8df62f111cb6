import { movementTest } from '@hadaf/evaluation';
import type { IsoDate } from '@hadaf/series';
import { counted } from '@hadaf/series';
import { sampleCorrelation } from 'simple-statistics';
import type { Movement } from './record-report.ts';

/** P of one target as it was re-issued, oldest first; its outcome, 0 or 1, may be the last. */
export interface ProbabilityPath {
  readonly targetId: string;
  readonly seriesId: string;
  readonly steps: readonly { readonly asOf: IsoDate; readonly probability: number }[];
}

/** Below this many days with changes the statistic's own error is not known. */
const fewestDays = 20;
/** Fewer series than this are a few runs of luck. */
const fewestSeries = 5;
/** Of a standard normal: beyond it is more than chance. */
const surprise = 2;

const words = {
  honest: 'The probabilities moved no more and no less than the uncertainty they resolved, as far as chance can tell.',
  'too-much': 'The probabilities moved more than the uncertainty they resolved: news is overweighted.',
  'too-little': 'The probabilities moved less than the uncertainty they resolved: news is underweighted.',
} as const;

function verdictOf(days: number, z: number): Movement['verdict'] {
  if (days < fewestDays || !Number.isFinite(z)) return 'too-few';
  if (Math.abs(z) <= surprise) return 'honest';
  return z > 0 ? 'too-much' : 'too-little';
}

/** The correlation of each change with the one before it, over all targets; null below three pairs or without variation. */
function correlationOfChanges(paths: readonly ProbabilityPath[]): number | null {
  const pairs = paths.flatMap(({ steps }) => {
    const changes = steps.slice(1).map(({ probability }, t) => probability - (steps[t]?.probability ?? Number.NaN));
    return changes.slice(1).map((change, t) => [changes[t] ?? Number.NaN, change] as const);
  });
  if (pairs.length < 3) return null;
  const correlation = sampleCorrelation(
    pairs.map(([before]) => before),
    pairs.map(([, after]) => after),
  );
  return Number.isFinite(correlation) ? correlation : null;
}

/** Whether re-issued probabilities are a martingale's, by Augenblick and Rabin's test; null where nothing was re-issued. */
export function judgeMovement(paths: readonly ProbabilityPath[]): Movement | null {
  const reissued = paths.filter(({ steps }) => steps.length > 1);
  if (reissued.length === 0) return null;
  const test = movementTest(
    reissued.flatMap(({ seriesId, steps }) =>
      steps.slice(1).map(({ asOf, probability }, t) => ({
        before: steps[t]?.probability ?? Number.NaN,
        after: probability,
        cluster: `${seriesId} ${asOf}`,
      })),
    ),
  );
  const { changes, clusters: days, meanChange, movement, uncertaintyReduction } = test;
  const verdict = verdictOf(days, test.z);
  const series = new Set(reissued.map(({ seriesId }) => seriesId)).size;
  const size = `${counted(changes, 'change')} of ${counted(reissued.length, 'target')} of ${series} series on ${counted(days, 'day')}`;
  const caution = series < fewestSeries ? ' So few series share their luck: take it as a hint.' : '';
  return {
    ...{ changes, days, targets: reissued.length, meanChange, movement, uncertaintyReduction, verdict },
    correlation: correlationOfChanges(reissued),
    z: Number.isFinite(test.z) ? test.z : null,
    sentence: verdict === 'too-few' ? `${size}: too few to judge.` : `${size}. ${words[verdict]}${caution}`,
  };
}
