import { type MethodInput, notAssessable, type StatusMethod } from '../status-methods/status-method.ts';
import { unDirectionAsPublished } from '../status-methods/un-direction.ts';
import { unProgress } from '../status-methods/un-progress.ts';
import { methodInput } from './method-input.ts';
import { cellNumber, cellText, type ProofResult, type PublishedTable, plainLabel, type TableRow } from './table-row.ts';

export const isUnTable = ({ rows }: PublishedTable): boolean =>
  rows[0]?.['published_status'] !== undefined && rows[0]['variant'] !== undefined;

/** Rows with a target by `un-progress`, rows without by `un-direction`. */
export function proveUn({ name, rows }: PublishedTable): ProofResult[] {
  return rows.map((row) => {
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
      Number.isFinite(target) ? { year: cellNumber(row, 'target_year'), value: target } : null,
      cellText(row, 'direction').startsWith('inc') ? 'up' : 'down',
    );
    const verdict = hasTwoValues(input) ? method.assess(input) : notAssessable('a value is missing');
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

/** The publisher's two ways to say that there is nothing to judge. */
function ourWord(published: string): string {
  const label = plainLabel(published);
  return label === 'insufficient data' || label === 'no data after 2015' ? 'cannot be assessed' : label;
}

const hasTwoValues = ({ base, latest }: MethodInput): boolean =>
  Number.isFinite(base.value) && Number.isFinite(latest.value) && latest.year > base.year;

function causeOf(row: TableRow): string {
  if (cellNumber(row, 'base_value') === 0)
    return 'growth from zero: the publisher chose a status by hand or by another rule';
  if (cellNumber(row, 'base_value') < 0 || cellNumber(row, 'latest_value') < 0)
    return 'negative values: the published rule reads their growth as it stands';
  return 'another vintage, or a status set by hand';
}
