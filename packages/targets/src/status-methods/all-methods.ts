import { arr } from './arr.ts';
import { cagrDirection, cagrDirectionAsPublished } from './cagr-direction.ts';
import { cagrRatio, cagrRatioAsPublished } from './cagr-ratio.ts';
import { earnedSchedulePace } from './earned-schedule-pace.ts';
import { escap, escapAsPublished } from './escap.ts';
import { linearPace, linearPaceAsPublished } from './linear-pace.ts';
import { probability } from './probability.ts';
import { sdsnArrows } from './sdsn-arrows.ts';
import type { StatusMethod } from './status-method.ts';
import { unDirection, unDirectionAsPublished } from './un-direction.ts';
import { unProgress, unProgressAsPublished } from './un-progress.ts';
import { unProgressUndp } from './un-progress-undp.ts';
import { unProjected, unProjectedAsPublished } from './un-projected.ts';
import { weather } from './weather.ts';

/** Every method in the form the product uses: corrected where its published rule has a fault. */
export const statusMethods: readonly StatusMethod[] = [
  cagrRatio,
  cagrDirection,
  unProgress,
  unDirection,
  unProjected,
  sdsnArrows,
  weather,
  escap,
  arr,
  linearPace,
  earnedSchedulePace,
  probability,
];

/**
 * The methods that judge a target for the level of a series from its values alone. The others need more (a scale, a
 * plan), or judge direction without a target: counting them would let mere growth speak for the target.
 */
export const levelMethods: readonly StatusMethod[] = [
  cagrRatio,
  unProgress,
  unProjected,
  weather,
  escap,
  arr,
  linearPace,
  probability,
];

/** The published forms of the rules that were corrected, for proof. */
export const publishedForms: readonly StatusMethod[] = [
  cagrRatioAsPublished,
  cagrDirectionAsPublished,
  unProgressAsPublished,
  unProgressUndp,
  unDirectionAsPublished,
  unProjectedAsPublished,
  escapAsPublished,
  linearPaceAsPublished,
];
