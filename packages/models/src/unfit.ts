import type { Fit, TrainingSeries, UnfitReason } from './model.ts';

export function unfit(reason: UnfitReason): Fit {
  return { kind: 'unfit', reason };
}

/** Why no model of at least `minimum` observations can be fitted to these values, or null. */
export function whyUnfit({ values }: TrainingSeries, minimum: number): UnfitReason | null {
  for (let t = 0; t < values.length; t += 1) if (!Number.isFinite(values[t])) return 'missing-values';
  return values.length < minimum ? 'too-few-observations' : null;
}
