import { naive } from '../benchmark/naive.ts';
import {
  logRandomWalkWithDrift,
  randomWalkWithDrift,
  randomWalkWithShrunkDrift,
} from '../benchmark/random-walk-with-drift.ts';
import { logModel } from '../log-model.ts';
import type { Model } from '../model.ts';
import { dampedTrend, logDampedTrend } from '../smoothing/damped-trend.ts';
import { exponentialSmoothingWithDrift } from '../smoothing/exponential-smoothing-with-drift.ts';
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
const annualMembers: readonly Member[] = [
  asIs(randomWalkWithDrift),
  asIs(randomWalkWithShrunkDrift),
  onRoots(randomWalkWithShrunkDrift),
  onRoots(optimisedTheta),
  onRoots(holt),
  { model: logDampedTrend, onLevels: dampedTrend },
];

/** Quarters, seasonally adjusted: noise matters as much as trend, so everything smooths. */
const quarterlyMembers: readonly Member[] = [
  asIs(simpleExponentialSmoothing),
  { model: logTheta, onLevels: theta },
  onRoots(theta),
  { model: logDampedTrend, onLevels: dampedTrend },
  asIs(holt),
  onRoots(holt),
  { model: logOptimisedTheta, onLevels: optimisedTheta },
];

/** Months and shorter periods, seasonally adjusted: more of the optimised, less of straight lines. */
const monthlyMembers: readonly Member[] = [
  asIs(simpleExponentialSmoothing),
  onRoots(exponentialSmoothingWithDrift),
  onRoots(optimisedTheta),
  { model: logDampedTrend, onLevels: dampedTrend },
  asIs(holt),
  { model: logOptimisedTheta, onLevels: optimisedTheta },
];

const quartersAYear = 4;

/** The combination for a season length. */
export function membersFor(seasonLength: number): readonly Member[] {
  if (seasonLength <= 1) return annualMembers;
  return seasonLength <= quartersAYear ? quarterlyMembers : monthlyMembers;
}

/** Models that join where the user's own series show that they help: constant growth, its shrunk form, lines, and none. */
const annualGuests: readonly Member[] = [
  { model: logRandomWalkWithDrift, onLevels: randomWalkWithDrift },
  { model: logModel(randomWalkWithShrunkDrift), onLevels: randomWalkWithShrunkDrift },
  onRoots(theta),
  asIs(naive),
];

/** Models that may join the combination for a season length (`learnGuests`). */
export function guestsFor(seasonLength: number): readonly Member[] {
  return seasonLength <= 1 ? annualGuests : [];
}

/** What is left for series too short for any of the others. */
export const lastResort: Model = naive;
