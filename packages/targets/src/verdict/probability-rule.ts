/**
 * Cut-offs of the `probability` rule, each inclusive: P ≥ onTrackFrom is on track, P ≥ atRiskFrom at risk, below off
 * track. The defaults are the scale on which "likely" begins at 66 % and "unlikely" ends at 33 %.
 *
 * @see Mastrandrea et al. (2010), IPCC guidance note on consistent treatment of uncertainties, table 1
 */
export interface ProbabilityRule {
  readonly id: 'probability';
  readonly version: string;
  readonly onTrackFrom: number;
  readonly atRiskFrom: number;
}

export const probabilityRule: ProbabilityRule = {
  id: 'probability',
  version: '1',
  onTrackFrom: 0.66,
  atRiskFrom: 0.33,
};

/** The status a probability of reaching the target stands for. */
export function statusOfProbability(probability: number, rule: ProbabilityRule): 'on-track' | 'at-risk' | 'off-track' {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`statusOfProbability requires a probability in [0, 1], got ${probability}`);
  }
  if (probability >= rule.onTrackFrom) return 'on-track';
  return probability >= rule.atRiskFrom ? 'at-risk' : 'off-track';
}

/** The certainty as a sentence says it, in the words of the scale. */
export const certaintyPhrase = (status: 'on-track' | 'at-risk' | 'off-track'): string =>
  status === 'at-risk' ? 'about as likely as not' : certaintyWord(status);

/** The rule's own label: the certainty in a word. */
export function certaintyWord(status: 'on-track' | 'at-risk' | 'off-track'): 'likely' | 'about even' | 'unlikely' {
  if (status === 'on-track') return 'likely';
  return status === 'at-risk' ? 'about even' : 'unlikely';
}
