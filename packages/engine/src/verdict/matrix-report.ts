import {
  type ContrastSide,
  explainContrast,
  levelMethods,
  type MatrixCell,
  type MatrixDefinition,
  type Target,
  verdictMatrix,
  type YearValue,
} from '@hadaf/targets';
import { citationOf, distinctCitations } from '../assess/citation.ts';
import { brokenBase } from '../assess/definition-footing.ts';
import type { Goal } from '../assess/due-outlook.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { ContrastRow, MatrixDefinitionRow, MatrixReport } from '../report.ts';

/** Windows every target is judged over, and the one added where the values reach that far back. */
const windows = [1, 2, 3];
const longWindow = 5;

/** Fewer yearly values than this and no window has a base. */
const fewestYears = 2;

/** The rule whose figure is compared between definitions and windows. */
const ratioMethod = 'cagr-ratio';

export interface MatrixEvidence {
  readonly target: Target;
  readonly goal: Goal;
  readonly series: MeasuredSeries;
  /** Other definitions of the same idea, as known on the same day. */
  readonly variants: readonly MeasuredSeries[];
  /** Calibrated P(target) at its date on `series`; null where there is none. */
  readonly probability: number | null;
  /** Why no value is compared with the target; absent where they are of one definition. */
  readonly incomparable?: string;
}

/**
 * The verdicts of every method on every definition over every window.
 *
 * Definitions are the measuring indicator and those of its variants with at least two yearly values in a row.
 *
 * @returns null where the measuring indicator itself has fewer, under any definition
 */
export function matrixReport(evidence: MatrixEvidence): MatrixReport | null {
  const { goal, series, probability, incomparable } = evidence;
  if (series.years.length + series.earlier.flat().length < fewestYears) return null;
  const measured = [series, ...evidence.variants.filter(({ years }) => years.length >= fewestYears)];
  const definitions = measured.map((one) => ({
    ...definitionOf(one, one === series ? probability : null),
    ...(incomparable !== undefined && { incomparable }),
  }));
  const target: YearValue = { year: goal.fiscalYear, value: goal.value };
  const { direction } = goal;
  const shown = windowsOf(measured);
  const { unit } = series.indicator;
  const matrix = verdictMatrix({ target, direction, unit, definitions, windows: shown, methods: levelMethods });
  return {
    definitions: measured.map((one) => definitionRow(one, one === series)),
    windows: shown,
    methods: levelMethods.map(({ id, version, variant, name, formula, bands, source }) => ({
      ...{ id, version, variant, name, formula, bands, source },
    })),
    cells: matrix.cells.map(({ methodId, definitionId, windowYears, verdict, sentence }) => ({
      ...{ methodId, definitionId, windowYears, sentence },
      ...{ status: verdict.status, label: verdict.label, metric: verdict.metric },
    })),
    majority: matrix.majority,
    disagreement: matrix.disagreement,
    summary: matrix.summary,
    contrast: contrastOf(matrix.cells, definitions, { target, direction }),
  };
}

function definitionOf(series: MeasuredSeries, probability: number | null): MatrixDefinition {
  const { indicator, years } = series;
  const history = years.map(({ fiscalYear, value }) => ({ year: fiscalYear, value }));
  const broken = series.earlier.flat().flatMap(({ fiscalYear }) => {
    const reason = brokenBase(series, fiscalYear);
    return reason === null ? [] : [[fiscalYear, reason] as const];
  });
  return { id: indicator.id, label: indicator.name, history, probability, brokenYears: new Map(broken) };
}

function definitionRow(
  { indicator, years, documents, changes }: MeasuredSeries,
  isMeasure: boolean,
): MatrixDefinitionRow {
  const { id, name } = indicator;
  const definition = changes.at(-1)?.definition ?? indicator.definition;
  const citations = distinctCitations(years.map(({ observation }) => citationOf(observation, documents)));
  return { id, name, definition, isMeasure, citations };
}

function windowsOf(measured: readonly MeasuredSeries[]): number[] {
  return measured.some(({ years }) => years.length > longWindow) ? [...windows, longWindow] : windows;
}

interface RatioCell {
  readonly side: ContrastSide & { readonly definition: MatrixDefinition };
  readonly ratio: number;
}

/** The lowest growth ratio of the matrix against the highest. */
function contrastOf(
  cells: readonly MatrixCell[],
  definitions: readonly MatrixDefinition[],
  goal: { readonly target: YearValue; readonly direction: 'up' | 'down' },
): ContrastRow | null {
  const known = cells
    .filter(({ methodId }) => methodId === ratioMethod)
    .flatMap((cell) => ratioCell(cell, definitions))
    .toSorted((a, b) => a.ratio - b.ratio);
  const [low, high] = [known[0], known.at(-1)];
  if (!low || !high || low === high) return null;
  const contrast = explainContrast({ ...goal, from: low.side, to: high.side });
  if (contrast.kind === 'undefined') return null;
  const { definitionPart, windowPart, sentence } = contrast;
  return {
    from: { ...sideOf(low), ratio: contrast.from },
    to: { ...sideOf(high), ratio: contrast.to },
    ...{ definitionPart, windowPart, sentence },
  };
}

function ratioCell({ definitionId, windowYears, verdict }: MatrixCell, definitions: readonly MatrixDefinition[]) {
  const definition = definitions.find(({ id }) => id === definitionId);
  if (!definition || windowYears === null || verdict.metric === null) return [];
  return [{ side: { definition, windowYears }, ratio: verdict.metric }];
}

const sideOf = ({ side }: RatioCell) => ({ definitionId: side.definition.id, windowYears: side.windowYears });
