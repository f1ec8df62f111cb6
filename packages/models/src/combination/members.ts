import { naive } from '../benchmark/naive.ts';
import { randomWalkWithDrift, randomWalkWithShrunkDrift } from '../benchmark/random-walk-with-drift.ts';
import type { Model } from '../model.ts';
import { dampedTrend, logDampedTrend } from '../smoothing/damped-trend.ts';
import { holt } from '../smoothing/holt.ts';
import { logOptimisedTheta, optimisedTheta } from '../smoothing/optimised-theta.ts';
import { simpleExponentialSmoothing } from '../smoothing/simple-exponential-smoothing.ts';
import { logTheta, theta } from '../smoothing/theta.ts';
import { squareRootModel } from '../square-root-model.ts';

/** A model of a combination, and the one that takes its place where values are not positive. */
export interface Member {
  readonly model: Model;
  readonly onLevels: Model;
}

const onRoots = (model: Model): Member => ({ model: squareRootModel(model), onLevels: model });
const asIs = (model: Model): Member => ({ model, onLevels: model });

/** Annual series and others without a season: drifts that have to be earned, on three scales. */
export const annualMembers: readonly Member[] = [
  asIs(randomWalkWithDrift),
  asIs(randomWalkWithShrunkDrift),
  onRoots(randomWalkWithShrunkDrift),
  onRoots(optimisedTheta),
  onRoots(holt),
  { model: logDampedTrend, onLevels: dampedTrend },
];

/** Quarters and months, seasonally adjusted: noise matters more than trend, so everything smooths. */
export const seasonalMembers: readonly Member[] = [
  asIs(simpleExponentialSmoothing),
  { model: logTheta, onLevels: theta },
  onRoots(theta),
  { model: logDampedTrend, onLevels: dampedTrend },
  asIs(holt),
  onRoots(holt),
  { model: logOptimisedTheta, onLevels: optimisedTheta },
];

/** What is left for series too short for any of the others. */
export const lastResort: Model = naive;
