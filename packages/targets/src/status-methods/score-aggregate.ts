import { mean } from 'simple-statistics';

/** Word of a mean of series scores, in the bands of `cagr-ratio` and `cagr-direction`. */
export interface AggregateScore {
  readonly score: number;
  readonly label: 'target achieved' | 'on track' | 'acceleration needed' | 'limited progress' | 'deteriorating';
}

/**
 * Verdict on an indicator of several series: the mean of their scores, series that cannot be assessed left out.
 *
 *   mean ≥ 2.5 on track, ≥ 0 acceleration needed, ≥ −2.5 limited progress, below deteriorating
 *
 * @param allMet  whether every series has met its target, which overrides the mean
 * @returns null when no series has a score
 * @see Open SDG sdg-build 2.4, progress status from score
 */
export function aggregateScore(scores: readonly number[], allMet: boolean): AggregateScore | null {
  if (scores.length === 0) return null;
  const score = mean([...scores]);
  if (allMet) return { score, label: 'target achieved' };
  if (score >= 2.5) return { score, label: 'on track' };
  if (score >= 0) return { score, label: 'acceleration needed' };
  return { score, label: score >= -2.5 ? 'limited progress' : 'deteriorating' };
}
