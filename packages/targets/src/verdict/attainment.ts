import type { Target } from '../target.ts';

/** How far a target was attained when its period was over. */
export interface Attainment {
  readonly reached: boolean;
  /** Outcome ÷ target for `up`, target ÷ outcome for `down`; null where a share has no meaning (zero, mixed signs). */
  readonly share: number | null;
}

/** Scores the outcome of a target's own period. Equalling the target is reaching it. */
export function attainment(target: Pick<Target, 'value' | 'direction'>, outcome: number): Attainment {
  const reached = target.direction === 'up' ? outcome >= target.value : outcome <= target.value;
  const [part, whole] = target.direction === 'up' ? [outcome, target.value] : [target.value, outcome];
  return { reached, share: part >= 0 && whole > 0 ? part / whole : null };
}
