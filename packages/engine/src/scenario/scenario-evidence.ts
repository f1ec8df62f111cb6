import type { RollOutPlan } from '@hadaf/targets';
import type { TargetEvidence } from '../assess/target-evidence.ts';
import type { FormulaFit } from './formula-path.ts';
import type { ScenarioReport, ScenarioVintage } from './scenario-report.ts';

/** What a scenario is answered from. */
export interface ScenarioEvidence extends TargetEvidence {
  /** Every plan known on the day. */
  readonly plans: readonly RollOutPlan[];
  /** Fits a formula with parameters to the series, within a time limit. */
  readonly fitFormula: FormulaFit;
  readonly vintage: ScenarioVintage;
}

/** What is answered about a scenario, whatever its target is. */
export type ScenarioAnswer = Pick<
  ScenarioReport,
  'assumes' | 'base' | 'outcome' | 'difference' | 'periods' | 'whatItTakes' | 'citations'
>;
