import { sdsnArrows } from '../status-methods/sdsn-arrows.ts';
import { methodInput } from './method-input.ts';
import {
  cellNumber,
  cellText,
  isNoData,
  type ProofResult,
  type PublishedTable,
  plainLabel,
  type TableRow,
} from './table-row.ts';

/** The year in which the index wants every indicator green. */
const GREEN_BY = 2030;

export const isSdsnTable = ({ rows }: PublishedTable): boolean => rows[0]?.['published_arrow'] !== undefined;

export function proveSdsn({ name, rows }: PublishedTable): ProofResult[] {
  return rows.filter(hasArrow).map((row) => {
    const best = cellNumber(row, 'optimum_100');
    const worst = cellNumber(row, 'lower_bound_0');
    const verdict = sdsnArrows.assess({
      ...methodInput(
        { year: cellNumber(row, 'year0'), value: cellNumber(row, 'value0') },
        { year: cellNumber(row, 'year1'), value: cellNumber(row, 'value1') },
        { year: GREEN_BY, value: cellNumber(row, 'green_threshold') },
        best > worst ? 'up' : 'down',
      ),
      scale: { best, worst },
    });
    const expected = cellText(row, 'published_arrow');
    const agrees = plainLabel(expected) === plainLabel(verdict.label);
    return {
      method: sdsnArrows.id,
      file: name,
      caseId: `${cellText(row, 'indicator')} ${cellText(row, 'country')}`,
      agrees,
      expected,
      got: `${verdict.label} (ratio ${verdict.metric?.toFixed(4) ?? 'none'})`,
      likelyCause: agrees ? '' : causeOf(row, expected),
    };
  });
}

const inputs = ['year0', 'value0', 'year1', 'value1', 'green_threshold', 'optimum_100', 'lower_bound_0'];

/** Rows without a published arrow, or without one of the numbers an arrow is drawn from, are no cases. */
const hasArrow = (row: TableRow): boolean =>
  cellText(row, 'published_arrow') !== '' &&
  !isNoData(cellText(row, 'published_arrow')) &&
  inputs.every((column) => Number.isFinite(cellNumber(row, column)));

function causeOf(row: TableRow, expected: string): string {
  const falling = cellNumber(row, 'value0') !== cellNumber(row, 'value1');
  if (expected === '→' && falling)
    return 'published as stagnation although the value moved away: rounded or revised inputs';
  return 'the published arrow contradicts its own inputs: another pair of years, or a corrected value';
}
