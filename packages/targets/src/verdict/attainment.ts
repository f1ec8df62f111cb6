import type { Target } from '../target.ts';

/** How far a target was attained when its period was over. */
export interface Attainment {
  readonly reached: boolean;
  /** Outcome ÷ target for `up`, target ÷ outcome for `down`; null where a share has no meaning (zero, mixed signs). */
  readonly share: number | null;
}

/** Scores the outcome of a target's own period. Equalling the target is reaching it; a range is met at its weaker end. */
export function attainment(
  { value, direction, terms }: Pick<Target, 'value' | 'direction' | 'terms'>,
  outcome: number,
): Attainment {
  const bound = direction === 'up' ? value : Math.max(value, terms?.upper ?? value);
  const reached = direction === 'up' ? outcome >= bound : outcome <= bound;
  const [part, whole] = direction === 'up' ? [outcome, bound] : [bound, outcome];
  return { reached, share: part >= 0 && whole > 0 ? part / whole : null };
}
