import { type MethodInput, notAssessable, type StatusMethod } from '../status-methods/status-method.ts';
import { unDirectionAsPublished } from '../status-methods/un-direction.ts';
import { unProgress } from '../status-methods/un-progress.ts';
import { methodInput } from './method-input.ts';
import {
  cellDirection,
  cellNumber,
  cellText,
  isNoData,
  type ProofResult,
  type PublishedTable,
  plainLabel,
  type TableRow,
} from './table-row.ts';

export const isUnTable = ({ rows }: PublishedTable): boolean =>
  rows[0]?.['published_status'] !== undefined && rows[0]['latest_value'] !== undefined;

/** The year of a target that names none: the goals' own. */
const GOAL_YEAR = 2030;

/** A series that ends by then shows no trend since the goals were set; the publisher says so instead of judging. */
const LAST_YEAR_BEFORE_TREND = 2015;

/** Rows with a target by `un-progress`, rows without by `un-direction`; rows without a published status are no cases. */
export function proveUn({ name, rows }: PublishedTable): ProofResult[] {
  const cases = rows.filter((row) => cellText(row, 'published_status') !== '');
  return cases.map((row) => {
    const target = cellNumber(row, 'target');
    const method: StatusMethod = Number.isFinite(target) ? unProgress : unDirectionAsPublished;
    const input = methodInput(
      {
        year: cellNumber(row, 'base_year'),
        value: cellNumber(row, 'base_value'),
      },
      {
        year: cellNumber(row, 'latest_year'),
        value: cellNumber(row, 'latest_value'),
      },
      Number.isFinite(target) ? { year: cellNumber(row, 'target_year') || GOAL_YEAR, value: target } : null,
      cellDirection(row, 'direction'),
    );
    const verdict = hasTrend(input) ? method.assess(input) : notAssessable('no two values show a trend');
    const expected = cellText(row, 'published_status');
    const agrees = ourWord(expected) === plainLabel(verdict.label);
    return {
      method: method.id,
      file: name,
      caseId: `${cellText(row, 'series')} ${cellText(row, 'indicator')}`,
      agrees,
      expected,
      got: `${verdict.label} (${verdict.metric ?? 'no metric'})`,
      likelyCause: agrees ? '' : causeOf(row),
    };
  });
}

const ourWord = (published: string): string => (isNoData(published) ? 'cannot be assessed' : plainLabel(published));

const hasTrend = ({ base, latest }: MethodInput): boolean =>
  Number.isFinite(base.value) &&
  Number.isFinite(latest.value) &&
  latest.year > base.year &&
  latest.year > LAST_YEAR_BEFORE_TREND;

function causeOf(row: TableRow): string {
  if (cellNumber(row, 'base_value') === 0)
    return 'growth from zero: the publisher chose a status by hand or by another rule';
  if (cellNumber(row, 'base_value') < 0 || cellNumber(row, 'latest_value') < 0)
    return 'negative values: the published rule reads their growth as it stands';
  return 'another vintage, or a status set by hand';
}
