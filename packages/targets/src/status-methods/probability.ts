import { printedProbability } from '../verdict/printed-number.ts';
import { certaintyWord, probabilityRule, statusOfProbability } from '../verdict/probability-rule.ts';
import { isMet, notAssessable, type StatusMethod, targetAchieved } from './status-method.ts';

/** Calibrated P(target at its date). The precedent of judging a target by probability is the OBR's "better than 50 %". */
export const probability: StatusMethod = {
  id: probabilityRule.id,
  version: probabilityRule.version,
  variant: 'as-published',
  name: 'calibrated probability',
  formula: 'P(value at the date meets the target), from the simulated paths of the published forecast',
  bands: 'P ≥ 66 % likely, ≥ 33 % about even, below unlikely',
  source:
    'Ours; bands of Mastrandrea et al. (2010), IPCC guidance note; precedent OBR, Charter for Budget Responsibility',
  usesWindow: false,
  assess: ({ probability: chance, latest, target, direction }) => {
    if (target && isMet(latest.value, target.value, direction)) return targetAchieved;
    if (chance === null) return notAssessable('no calibrated forecast stands behind this series');
    const status = statusOfProbability(chance, probabilityRule);
    const label = certaintyWord(status);
    const printed = printedProbability(chance, [probabilityRule.onTrackFrom, probabilityRule.atRiskFrom]);
    return { metric: chance, label, status, reason: `the probability at the date is ${printed}` };
  },
};
