import { naive } from '../benchmark/naive.ts';
import { logRandomWalkWithDrift, randomWalkWithDrift } from '../benchmark/random-walk-with-drift.ts';
import type { Model } from '../model.ts';
import { dampedTrend, logDampedTrend } from '../smoothing/damped-trend.ts';
import { exponentialSmoothingWithDrift } from '../smoothing/exponential-smoothing-with-drift.ts';
import { optimisedTheta } from '../smoothing/optimised-theta.ts';
import { logTheta, theta } from '../smoothing/theta.ts';

/** The models whose median is the point forecast. */
export const medianMembers: readonly Model[] = [
  theta,
  optimisedTheta,
  dampedTrend,
  logDampedTrend,
  exponentialSmoothingWithDrift,
  randomWalkWithDrift,
  logTheta,
];

/** Carries the mass where damped models under-forecast: in the distribution, not in the median. */
export const distributionMembers: readonly Model[] = [logRandomWalkWithDrift];

/** What is left for series too short for any of the others. */
export const lastResort: Model = naive;
