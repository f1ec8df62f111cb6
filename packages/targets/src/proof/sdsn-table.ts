import { sdsnArrows } from '../status-methods/sdsn-arrows.ts';
import { cellNumber, cellYear, emptyFault, isNoData, numberFault } from './cell-number.ts';
import { methodInput } from './method-input.ts';
import { cellText, type Layout, type ProofResult, plainLabel, type RowFault, type TableRow } from './table-row.ts';

/** The year in which the index wants every indicator green. */
const GREEN_BY = 2030;

const inputs = ['year0', 'value0', 'year1', 'value1', 'optimum_100', 'lower_bound_0', 'green_threshold'];

/** Arrows of the SDG Index with the two values and the scale they are drawn from. A row without an arrow is no case. */
export const sdsnLayout: Layout = {
  is: ({ rows }) => rows[0]?.['published_arrow'] !== undefined,
  isCase: (row) => cellText(row, 'published_arrow') !== '' && !isNoData(cellText(row, 'published_arrow')),
  faultOf,
  prove,
};

function faultOf(row: TableRow): RowFault | null {
  const fault = emptyFault(row, inputs) ?? numberFault(row, inputs);
  if (fault) return fault;
  if (cellNumber(row, 'optimum_100') === cellNumber(row, 'lower_bound_0')) {
    return { field: 'lower_bound_0', problem: 'equals optimum_100, so the scale has no length' };
  }
  if (arrowOf(cellText(row, 'published_arrow')) !== null) return null;
  return { field: 'published_arrow', problem: `is no arrow we know: “${cellText(row, 'published_arrow')}”` };
}

/** The index's arrows, and the words its legend and its data files have for them. */
const arrows: readonly (readonly [RegExp, string])[] = [
  [/^(?:↑|⬆|on track.*|maintaining.*)$/, '↑'],
  [/^(?:➚|moderately (?:improving|increasing))$/, '➚'],
  [/^(?:→|➡|stagnating)$/, '→'],
  [/^(?:↓|⬇|decreasing)$/, '↓'],
];

const arrowOf = (published: string): string | null =>
  arrows.find(([words]) => words.test(plainLabel(published)))?.[1] ?? null;

function prove(row: TableRow, file: string): ProofResult {
  const best = cellNumber(row, 'optimum_100');
  const worst = cellNumber(row, 'lower_bound_0');
  const verdict = sdsnArrows.assess({
    ...methodInput(
      { year: cellYear(row, 'year0'), value: cellNumber(row, 'value0') },
      { year: cellYear(row, 'year1'), value: cellNumber(row, 'value1') },
      { year: GREEN_BY, value: cellNumber(row, 'green_threshold') },
      best > worst ? 'up' : 'down',
    ),
    scale: { best, worst },
  });
  const expected = cellText(row, 'published_arrow');
  const agrees = arrowOf(expected) === verdict.label;
  return {
    method: sdsnArrows.id,
    file,
    caseId: `${cellText(row, 'indicator')} ${cellText(row, 'country')}`,
    agrees,
    expected,
    got: `${verdict.label} (ratio ${verdict.metric?.toFixed(4) ?? 'none'})`,
    likelyCause: agrees ? '' : causeOf(expected, verdict.label),
  };
}

/**
 * No reading of the rule explains these arrows: each has neighbours with the same inputs, nearer or farther from green, that
 * follow it. What is left is the inputs.
 */
function causeOf(expected: string, computed: string): string {
  if (expected === '→' && computed === '↓')
    return 'published as stagnation although the value moved away: the arrow was drawn on another pair of years or on values since revised';
  if (computed === '↑' && expected === '↓')
    return 'published as a fall although the latest value is past green: the arrow was drawn on other values';
  return 'the published arrow needs another pace than its own two values have: another pair of years, or values since revised';
}
