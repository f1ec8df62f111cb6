import { type HeldYear, probabilityRule, type Target } from '@hadaf/targets';
import type { TargetAssessment } from '../assess/target-assessment.ts';
import { type DraftInput, type DraftStep, taken } from './chain.ts';

type Verdict = Pick<TargetAssessment['report'], 'status' | 'reason' | 'verdict'>;

/** The rule that turned the last numbers into a status, on exactly these numbers. */
export function verdictStep(
  { reason, verdict }: Verdict,
  decision: TargetAssessment['decision'],
  decided: readonly DraftInput[],
): DraftStep {
  return {
    part: 'verdict',
    title: `Status: ${decision.status.replace('-', ' ')}`,
    expression: null,
    formula: ruleWords(decision),
    inputs: decided,
    withoutInputs: decided.length > 0 ? '' : 'no number decides it',
    value: decision.metric,
    unit: decision.method === 'probability' ? 'probability' : 'ratio',
    period: '',
    note: isSaid(reason, verdict, decision) ? verdict : `${reason}. ${verdict}`,
    citations: [],
  };
}

function ruleWords({ method, version }: TargetAssessment['decision']): string {
  const { onTrackFrom, atRiskFrom } = probabilityRule;
  if (method === 'probability') return `on track from P = ${onTrackFrom}, at risk from ${atRiskFrom}, else off track`;
  return method === 'none' ? 'no rule could be applied' : `rule “${method.replaceAll('-', ' ')}”, version ${version}`;
}

/** Whether the verdict says the reason already: word for word, or as the probability with its cut-offs in the formula. */
function isSaid(reason: string, verdict: string, { method }: TargetAssessment['decision']): boolean {
  return method === 'probability' || verdict.toLowerCase().includes(reason.toLowerCase());
}

/** What came of what was promised: outcome ÷ target, or target ÷ outcome where less is better. */
export function attainedStep(
  target: Target,
  share: number | null,
  judged: DraftStep,
  outcome: DraftStep | undefined,
): DraftStep {
  return {
    ...{ part: 'verdict', title: 'Attained share', formula: '', withoutInputs: '' },
    expression: target.direction === 'up' ? 'outcome / target' : 'target / outcome',
    inputs: [...taken('outcome', 'outcome', outcome), ...taken('target', 'target', judged)],
    ...{ value: share, unit: 'ratio', period: outcome?.period ?? '', note: '', citations: [] },
  };
}

/** How far each finished year of a promise to hold lies on the good side of it. */
export function heldSteps(
  held: readonly HeldYear[],
  target: Target,
  judged: DraftStep,
  years: ReadonlyMap<number, DraftStep>,
): DraftStep[] {
  return held.map(({ fiscalYear, label, value, isKept }) => ({
    ...{ part: 'verdict', title: `Margin of ${label}`, formula: '', withoutInputs: '' },
    expression: target.direction === 'up' ? 'value - target' : 'target - value',
    inputs: [...taken('value', `value of ${label}`, years.get(fiscalYear)), ...taken('target', 'target', judged)],
    value: target.direction === 'up' ? value - target.value : target.value - value,
    ...{ unit: target.unit, period: label, note: isKept ? 'kept' : 'missed', citations: [] },
  }));
}
