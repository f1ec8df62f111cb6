import { openSdgLabels } from './statcan-table.ts';
import {
  cellText,
  type Layout,
  type ProofResult,
  type PublishedTable,
  plainLabel,
  type TableRow,
} from './table-row.ts';
import { type Computation, workedExample, workedFault } from './worked-example.ts';
import { workedMethods } from './worked-methods.ts';

/** Our words for the publishers', where they are other words and not only other letters. */
const ourWords: Readonly<Record<string, string>> = {
  ...openSdgLabels,
  '3 on track': 'on track',
  '2 fair, accelerate': 'fair progress, accelerate',
  '1 stagnation/regression': 'stagnation or regression',
  Sonne: 'sun',
  'Leicht bewölkt': 'lightly cloudy',
  Wolke: 'cloud',
  Gewitter: 'storm',
};

/** Figures and words of every example whose method is shipped. */
export const workedLayout: Layout = {
  is: ({ rows }) => rows[0]?.['expected_metric'] !== undefined,
  isCase: (row) => computeOf(row) !== undefined,
  faultOf: workedFault,
  prove: (row, file) => {
    const compute = computeOf(row);
    if (!compute) throw new RangeError(`proof requires a method shipped here, got ${cellText(row, 'method')}`);
    return compared(file, row, compute(workedExample(row)));
  },
};

const computeOf = (row: TableRow) =>
  workedMethods.find(({ starts }) => cellText(row, 'method').startsWith(starts))?.compute;

/** Examples whose method is not a status method shipped here. */
export const notShipped = ({ rows }: PublishedTable): string[] =>
  rows.filter((row) => computeOf(row) === undefined).map((row) => `${cellText(row, 'id')} ${cellText(row, 'method')}`);

function compared(file: string, row: TableRow, { method, figures, label }: Computation): ProofResult {
  const expected = expectedFigures(row);
  const near = expected.every(({ value, tolerance }, i) => Math.abs((figures[i] ?? Number.NaN) - value) <= tolerance);
  const status = cellText(row, 'expected_status');
  const word = ourWords[status] ?? status;
  const said = label === null || status === '' || plainLabel(word) === plainLabel(label);
  const agrees = near && said;
  return {
    method,
    file,
    caseId: cellText(row, 'id'),
    agrees,
    expected: `${cellText(row, 'expected_value')}; ${status}`,
    got: `${figures.map((figure) => Number(figure.toPrecision(6))).join('; ')}; ${label ?? ''}`,
    likelyCause: agrees ? '' : causeOf(row, near),
  };
}

function causeOf(row: TableRow, near: boolean): string {
  const evidence = cellText(row, 'evidence');
  if (evidence.includes('NOT reproduced')) return evidence;
  return near ? 'another band or another word' : 'another rule, or inputs rounded more than the tolerance allows';
}

/** A figure as printed, with the larger of the stated tolerance and half its last printed digit. */
interface ExpectedFigure {
  readonly value: number;
  readonly tolerance: number;
}

function expectedFigures(row: TableRow): ExpectedFigure[] {
  const texts = cellText(row, 'expected_value').split(';');
  const tolerances = cellText(row, 'tolerance')
    .split(';')
    .map((text) => Number(/[\d.]+(?:e-?\d+)?\s*$/.exec(text)?.[0] ?? 0));
  return texts.flatMap((text, i) => {
    const printed = /^(?:[a-z ]*\s)?([-+]?\d[\d.]*(?:e-?\d+)?)%?$/i.exec(text.trim())?.[1];
    if (printed === undefined) return [];
    const decimals = /\.(\d+)$/.exec(printed)?.[1]?.length ?? 0;
    const halfDigit = printed.includes('.') ? 0.5 * 10 ** -decimals : 0;
    return [{ value: Number(printed), tolerance: Math.max(tolerances[i] ?? tolerances[0] ?? 0, halfDigit) }];
  });
}
