import type { IsoDate } from '@hadaf/series';
import { z } from 'zod';
import { identifier, optionalText, text } from '../cells.ts';
import type { FaultList } from '../faults.ts';
import type { Pack } from '../pack.ts';
import { faultReporter, readRows } from '../read-rows.ts';
import { evaluateFormula, parseFormula, referencesOf } from './formula.ts';
import { formulaUnit, formulaWords } from './formula-words.ts';
import { type ResolvedReference, resolveReference } from './resolve-reference.ts';

/** A question the sources answer differently: each side stands, none is averaged away. */
export interface Conflict {
  readonly id: string;
  readonly question: string;
  /** Why they differ, where known. */
  readonly explanation: string;
  readonly sides: readonly { readonly statement: string; readonly formula: string }[];
}

/** One answer with its number and the documents it rests on. */
export interface ConflictSide {
  readonly statement: string;
  readonly formula: string;
  /** The formula with its numbers; empty where nothing of it was known. */
  readonly words: string;
  /** Of `value`; empty where the formula does not tell. */
  readonly unit: string;
  /** Null where nothing of it was known on the day. */
  readonly value: number | null;
  readonly documentIds: readonly string[];
}

export interface ConflictReport {
  readonly conflict: Conflict;
  readonly sides: readonly ConflictSide[];
}

function workOutSide(side: Conflict['sides'][number], pack: Pack, asOf: IsoDate): ConflictSide {
  const formula = parseFormula(side.formula);
  const resolved = new Map(
    (formula ? referencesOf(formula) : []).map((reference) => [reference, resolveReference(reference, pack, asOf)]),
  );
  const quantity = formula && evaluateFormula(formula, (reference) => resolved.get(reference)?.quantity ?? null);
  const documentIds = new Set([...resolved.values()].flatMap((found) => found?.documentId ?? []));
  const found = (reference: string): ResolvedReference | null => resolved.get(reference) ?? null;
  return {
    ...side,
    words: formula && quantity ? formulaWords(formula, found) : '',
    unit: formula ? formulaUnit(formula, found) : '',
    value: quantity?.value ?? null,
    documentIds: [...documentIds],
  };
}

/** The conflict ledger as known on a day. */
export function listConflicts(pack: Pack, asOf: IsoDate): ConflictReport[] {
  return pack.conflicts.map((conflict) => ({
    conflict,
    sides: conflict.sides.map((side) => workOutSide(side, pack, asOf)),
  }));
}

const conflictSchema = z.object({ id: identifier, question: text, explanation: optionalText });
export const conflictColumns = { schema: conflictSchema };
const sideSchema = z.object({ conflict: identifier, statement: text, formula: text });
export const conflictSideColumns = { schema: sideSchema };

export function readConflicts(conflicts: string, sides: string, faults: FaultList): Conflict[] {
  const table = readRows('conflicts.csv', conflicts, conflictColumns, faults);
  const { rows } = readRows('conflict-sides.csv', sides, conflictSideColumns, faults);
  const report = faultReporter('conflict-sides.csv', faults);
  for (const { line, value } of rows) {
    if (!table.ids.has(value.conflict))
      report(line, 'conflict', 'is not in conflicts.csv', 'mend the id', value.conflict);
    if (!parseFormula(value.formula)) {
      report(
        line,
        'formula',
        'is no formula',
        'use indicator[period], indicator[period]@document, claim[id], target[id]',
        value.formula,
      );
    }
  }
  return table.rows.map(({ line, value }) => {
    const own = rows.filter((row) => row.value.conflict === value.id);
    if (own.length < 2) {
      faultReporter('conflicts.csv', faults)(
        line,
        'id',
        'has fewer than two sides',
        'add them to conflict-sides.csv',
        value.id,
      );
    }
    return { ...value, sides: own.map(({ value: { statement, formula } }) => ({ statement, formula })) };
  });
}
