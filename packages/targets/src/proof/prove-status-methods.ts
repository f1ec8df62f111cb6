import { isSdsnTable, proveSdsn } from './sdsn-table.ts';
import { isStatcanTable, proveStatcan } from './statcan-table.ts';
import type { ProofResult, PublishedTable } from './table-row.ts';
import { isUnTable, proveUn } from './un-table.ts';
import { isWorkedTable, notShipped, proveWorked } from './worked-table.ts';

/** Agreement of one method with the cases published for it. */
export interface MethodProof {
  readonly method: string;
  readonly cases: number;
  readonly agree: number;
}

export interface Proof {
  /** One row a method, in the order the cases came. */
  readonly methods: readonly MethodProof[];
  /** One row a method and file. */
  readonly files: readonly (MethodProof & { readonly file: string })[];
  readonly disagreements: readonly ProofResult[];
  /** Examples of methods not shipped here, and files of a layout nobody knows. */
  readonly leftOut: readonly string[];
}

/**
 * Re-runs published cases of the status methods. A table is recognised by its columns, never by its name, so any file
 * of a known layout can be proved.
 */
export function proveStatusMethods(tables: readonly PublishedTable[]): Proof {
  const results = tables.flatMap(proveTable);
  const unknown = tables.filter((table) => table.rows.length > 0 && !layouts.some(({ is }) => is(table)));
  return {
    methods: counted(results, ({ method }) => method).map(({ first, cases, agree }) => ({
      method: first.method,
      cases,
      agree,
    })),
    files: counted(results, ({ method, file }) => `${file} ${method}`).map(({ first, cases, agree }) => ({
      file: first.file,
      method: first.method,
      cases,
      agree,
    })),
    disagreements: results.filter(({ agrees }) => !agrees),
    leftOut: [
      ...tables.filter(isWorkedTable).flatMap(notShipped),
      ...unknown.map(({ name }) => `${name}: unknown columns`),
    ],
  };
}

const layouts: readonly { is: (table: PublishedTable) => boolean; prove: (table: PublishedTable) => ProofResult[] }[] =
  [
    { is: isStatcanTable, prove: proveStatcan },
    { is: isSdsnTable, prove: proveSdsn },
    { is: isWorkedTable, prove: proveWorked },
    { is: isUnTable, prove: proveUn },
  ];

function proveTable(table: PublishedTable): ProofResult[] {
  return layouts.find(({ is }) => is(table))?.prove(table) ?? [];
}

interface Count {
  readonly first: ProofResult;
  readonly cases: number;
  readonly agree: number;
}

function counted(results: readonly ProofResult[], keyOf: (result: ProofResult) => string): Count[] {
  const groups = Map.groupBy(results, keyOf);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ first, cases: group.length, agree: group.filter(({ agrees }) => agrees).length }] : [];
  });
}
