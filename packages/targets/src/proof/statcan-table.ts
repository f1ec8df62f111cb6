import { cagrDirection, cagrDirectionScore, limitCoefficient } from '../status-methods/cagr-direction.ts';
import { cagrRatioAsPublished, cagrRatioScore } from '../status-methods/cagr-ratio.ts';
import type { MethodInput } from '../status-methods/status-method.ts';
import { methodInput } from './method-input.ts';
import {
  cellDirection,
  cellNumber,
  cellText,
  type ProofResult,
  type PublishedTable,
  type TableRow,
} from './table-row.ts';

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

export const isStatcanTable = ({ rows }: PublishedTable): boolean => rows[0]?.['expected_progress_value'] !== undefined;

/** Progress value, score and status of each series; rows without a published number are not cases. */
export function proveStatcan({ name, rows }: PublishedTable): ProofResult[] {
  return rows
    .filter((row) => Number.isFinite(cellNumber(row, 'expected_progress_value')))
    .map((row) => {
      const input = inputOf(row);
      const method = input.target ? cagrRatioAsPublished : cagrDirection;
      const verdict = method.assess(input);
      const score = openSdgScore(input, verdict.metric, verdict.label);
      const value = cellNumber(row, 'expected_progress_value');
      const label = openSdgLabels[cellText(row, 'expected_status')] ?? cellText(row, 'expected_status');
      const near = Math.abs((verdict.metric ?? Number.NaN) - value) <= VALUE_TOLERANCE * Math.max(1, Math.abs(value));
      const scored = Math.abs(score - cellNumber(row, 'expected_score')) <= SCORE_TOLERANCE;
      const agrees = near && scored && verdict.label === label;
      return {
        method: method.id,
        file: name,
        caseId: cellText(row, 'series') || cellText(row, 'indicator'),
        agrees,
        expected: `${value}; score ${cellText(row, 'expected_score')}; ${label}`,
        got: `${verdict.metric}; score ${score}; ${verdict.label}`,
        likelyCause: agrees ? '' : causeOf(near, scored),
      };
    });
}

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
      {
        year: cellNumber(row, 'base_year'),
        value: cellNumber(row, 'base_value'),
      },
      {
        year: cellNumber(row, 'current_year'),
        value: cellNumber(row, 'current_value'),
      },
      Number.isFinite(target) ? { year: cellNumber(row, 'target_year'), value: target } : null,
      cellDirection(row, 'direction'),
    ),
    limit: Number.isFinite(limit) ? limit : null,
  };
}
