import { cagrDirectionAsPublished, cagrDirectionScore, limitCoefficient } from '../status-methods/cagr-direction.ts';
import { cagrRatioAsPublished, cagrRatioScore } from '../status-methods/cagr-ratio.ts';
import type { MethodInput } from '../status-methods/status-method.ts';
import {
  cellDirection,
  cellNumber,
  cellYear,
  directionFault,
  emptyFault,
  isMissing,
  numberFault,
} from './cell-number.ts';
import { methodInput } from './method-input.ts';
import { cellText, type Layout, type ProofResult, plainLabel, type TableRow } from './table-row.ts';

/** Our words for the publisher's. */
export const openSdgLabels: Readonly<Record<string, string>> = {
  target_achieved: 'target achieved',
  substantial_progress: 'on track',
  moderate_progress: 'acceleration needed',
  limited_progress: 'limited progress',
  deterioration: 'deteriorating',
  not_available: 'cannot be assessed',
};

const VALUE_TOLERANCE = 1e-9;
const SCORE_TOLERANCE = 1e-4;
const inputs = ['base_year', 'base_value', 'current_year', 'current_value'];
const numbers = [...inputs, 'target_year', 'target', 'limit', 'expected_progress_value', 'expected_score'];

/** Progress value, score and status of each series; a row without a published number is no case. */
export const statcanLayout: Layout = {
  is: ({ rows }) => rows[0]?.['expected_progress_value'] !== undefined,
  isCase: (row) => !isMissing(row, 'expected_progress_value'),
  faultOf: (row) => emptyFault(row, inputs) ?? numberFault(row, numbers) ?? directionFault(row, 'direction'),
  prove,
};

function prove(row: TableRow, file: string): ProofResult {
  const input = inputOf(row);
  const method = input.target ? cagrRatioAsPublished : cagrDirectionAsPublished;
  const verdict = method.assess(input);
  const score = openSdgScore(input, verdict.metric, verdict.label);
  const value = cellNumber(row, 'expected_progress_value');
  const status = cellText(row, 'expected_status');
  const label = openSdgLabels[plainLabel(status).replaceAll(' ', '_')] ?? status;
  const near = Math.abs((verdict.metric ?? Number.NaN) - value) <= VALUE_TOLERANCE * Math.max(1, Math.abs(value));
  const scored = isScored(score, cellNumber(row, 'expected_score'));
  const agrees = near && scored && verdict.label === label;
  return {
    method: method.id,
    file,
    caseId: cellText(row, 'series') || cellText(row, 'indicator'),
    agrees,
    expected: `${value}; score ${cellText(row, 'expected_score')}; ${label}`,
    got: `${verdict.metric}; score ${score}; ${verdict.label}`,
    likelyCause: agrees ? '' : causeOf(near, scored),
  };
}

/** A score that was not published cannot disagree. */
const isScored = (score: number, published: number): boolean =>
  !Number.isFinite(published) || Math.abs(score - published) <= SCORE_TOLERANCE;

/** Score of a verdict of either method. */
export function openSdgScore(input: MethodInput, metric: number | null, label: string): number {
  if (label === 'target achieved') return 5;
  if (metric === null) return Number.NaN;
  if (input.target) return cagrRatioScore(metric, false);
  return cagrDirectionScore(metric, limitCoefficient(input.base.value, input.limit));
}

function causeOf(near: boolean, scored: boolean): string {
  if (!near)
    return 'the published growth does not follow from the published values: another vintage or a transformed series';
  return scored ? 'the published status overrides the rule' : 'thresholds set for this series by its publisher';
}

function inputOf(row: TableRow): MethodInput {
  const target = cellNumber(row, 'target');
  const limit = cellNumber(row, 'limit');
  return {
    ...methodInput(
      { year: cellYear(row, 'base_year'), value: cellNumber(row, 'base_value') },
      { year: cellYear(row, 'current_year'), value: cellNumber(row, 'current_value') },
      Number.isFinite(target) ? { year: cellYear(row, 'target_year') || GOAL_YEAR, value: target } : null,
      cellDirection(row, 'direction'),
    ),
    limit: Number.isFinite(limit) ? limit : null,
  };
}

/** The year of a target that names none: the publisher's default. */
const GOAL_YEAR = 2030;
