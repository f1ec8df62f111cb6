import { arr } from './arr.ts';
import { cagrDirection } from './cagr-direction.ts';
import { cagrRatio, cagrRatioAsPublished } from './cagr-ratio.ts';
import { earnedSchedulePace } from './earned-schedule-pace.ts';
import { escap, escapAsPublished } from './escap.ts';
import { linearPace, linearPaceAsPublished } from './linear-pace.ts';
import { probability } from './probability.ts';
import { sdsnArrows } from './sdsn-arrows.ts';
import type { StatusMethod } from './status-method.ts';
import { unDirection, unDirectionAsPublished } from './un-direction.ts';
import { unProgress, unProgressAsPublished } from './un-progress.ts';
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

/** The published forms of the rules that were corrected, for proof. */
export const publishedForms: readonly StatusMethod[] = [
  cagrRatioAsPublished,
  unProgressAsPublished,
  unDirectionAsPublished,
  unProjectedAsPublished,
  escapAsPublished,
  linearPaceAsPublished,
];
