import type { MethodInput, StatusMethod } from '../status-methods/status-method.ts';
import { unDirectionAsPublished } from '../status-methods/un-direction.ts';
import { isNearEnough, unProgressUndp } from '../status-methods/un-progress-undp.ts';
import {
  cellDirection,
  cellNumber,
  cellYear,
  directionFault,
  emptyFault,
  isNoData,
  numberFault,
} from './cell-number.ts';
import { methodInput } from './method-input.ts';
import { cellText, type Layout, type ProofResult, plainLabel, type RowFault, type TableRow } from './table-row.ts';

const inputs = ['base_year', 'base_value', 'latest_year', 'latest_value'];

/** The year of a target that names none: the goals' own. */
const GOAL_YEAR = 2030;

/** A series that ends by then shows no trend since the goals were set; the publisher says so instead of judging. */
const LAST_YEAR_BEFORE_TREND = 2015;

/**
 * Statuses UNDP publishes by country, both rules as its program has them. A row without a published status is no case; one
 * published as having no data may lack its numbers.
 */
export const unLayout: Layout = {
  is: ({ rows }) => rows[0]?.['published_status'] !== undefined && rows[0]['latest_value'] !== undefined,
  isCase: (row) => cellText(row, 'published_status') !== '',
  faultOf,
  prove,
};

function faultOf(row: TableRow): RowFault | null {
  const wrong = numberFault(row, [...inputs, 'target_year', 'target']);
  if (wrong || isNoData(cellText(row, 'published_status'))) return wrong;
  return otherRule(row) ?? emptyFault(row, inputs) ?? directionFault(row, 'direction');
}

/** The same program answers yes-or-no and graded questions, and doubles or halves; those rules are not shipped here. */
function otherRule(row: TableRow): RowFault | null {
  const variant = cellText(row, 'variant');
  if (/^(?:binary|likert|doubling|hal[fv]|aarr|special)/i.test(variant)) {
    return { field: 'variant', problem: `is a rule not shipped here: “${variant}”` };
  }
  const isYesOrNo = plainLabel(cellText(row, 'published_status')) === 'target not achieved';
  return isYesOrNo
    ? { field: 'published_status', problem: 'answers a yes-or-no question, which no rule here does' }
    : null;
}

function prove(row: TableRow, file: string): ProofResult {
  const method = methodOf(row);
  const verdict = judged(inputOf(row), method);
  const expected = cellText(row, 'published_status');
  const agrees = ourWord(expected) === plainLabel(verdict.label);
  return {
    method: method.id,
    file,
    caseId: [cellText(row, 'country'), cellText(row, 'series'), cellText(row, 'indicator')].filter(Boolean).join(' '),
    agrees,
    expected,
    got: `${verdict.label} (${verdict.metric ?? 'no metric'})`,
    likelyCause: agrees ? '' : causeOf(row),
  };
}

/** By the variant where the row names one, `CR` or `CAGR`; else by whether it has a target. */
function methodOf(row: TableRow): StatusMethod {
  const variant = cellText(row, 'variant');
  const hasTarget = Number.isFinite(cellNumber(row, 'target'));
  return hasTarget && !/^CAGR\b/i.test(variant) ? unProgressUndp : unDirectionAsPublished;
}

function inputOf(row: TableRow): MethodInput {
  const target = cellNumber(row, 'target');
  return methodInput(
    { year: cellYear(row, 'base_year'), value: cellNumber(row, 'base_value') },
    { year: cellYear(row, 'latest_year'), value: cellNumber(row, 'latest_value') },
    Number.isFinite(target) ? { year: cellYear(row, 'target_year') || GOAL_YEAR, value: target } : null,
    cellDirection(row, 'direction'),
  );
}

/** The publisher asks for a value after 2015 first, then whether it meets the target, then for a second value. */
function judged(input: MethodInput, method: StatusMethod): { label: string; metric: number | null } {
  const { base, latest } = input;
  const nothing = { label: 'cannot be assessed', metric: null };
  if (!Number.isFinite(latest.value) || latest.year <= LAST_YEAR_BEFORE_TREND) return nothing;
  if (!Number.isFinite(base.value) && !isNearEnough(input)) return nothing;
  return method.assess(input);
}

const ourWord = (published: string): string => (isNoData(published) ? 'cannot be assessed' : plainLabel(published));

function causeOf(row: TableRow): string {
  if (cellNumber(row, 'base_value') === 0)
    return 'growth from zero: the publisher chose a status by hand or by another rule';
  if (cellNumber(row, 'base_value') < 0 || cellNumber(row, 'latest_value') < 0)
    return 'negative values: the published rule reads their growth as it stands';
  return 'another vintage, a rate required that the publisher set for this series, or a status set by hand';
}
