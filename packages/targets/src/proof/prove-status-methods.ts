import { sdsnLayout } from './sdsn-table.ts';
import { statcanLayout } from './statcan-table.ts';
import type { Layout, ProofResult, PublishedTable, UnreadRow } from './table-row.ts';
import { unLayout } from './un-table.ts';
import { notShipped, workedLayout } from './worked-table.ts';

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
  /** Published cases whose row cannot be read: counted here, never as a case. */
  readonly unread: readonly UnreadRow[];
  /** Examples of methods not shipped here, and files of a layout nobody knows. */
  readonly leftOut: readonly string[];
}

/**
 * Re-runs published cases of the status methods. A table is recognised by its columns, never by its name or their order,
 * so any file of a known layout can be proved; a row that cannot be read never stops the others.
 */
export function proveStatusMethods(tables: readonly PublishedTable[]): Proof {
  const proved = tables.map(proveTable);
  const results = proved.flatMap((table) => table.results);
  const unknown = tables.filter((table) => table.rows.length > 0 && !layoutOf(table));
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
    unread: proved.flatMap((table) => table.unread),
    leftOut: [
      ...tables.filter(workedLayout.is).flatMap(notShipped),
      ...unknown.map(({ name }) => `${name}: unknown columns`),
    ],
  };
}

const layouts: readonly Layout[] = [statcanLayout, sdsnLayout, workedLayout, unLayout];

const layoutOf = (table: PublishedTable): Layout | undefined => layouts.find(({ is }) => is(table));

function proveTable(table: PublishedTable): { results: ProofResult[]; unread: UnreadRow[] } {
  const layout = layoutOf(table);
  const results: ProofResult[] = [];
  const unread: UnreadRow[] = layout || table.rows.length === 0 ? [...(table.unread ?? [])] : [];
  for (const [i, row] of table.rows.entries()) {
    if (!layout?.isCase(row)) continue;
    const fault = layout.faultOf(row);
    if (fault) unread.push({ file: table.name, row: table.lines?.[i] ?? i + 2, ...fault });
    else results.push(layout.prove(row, table.name));
  }
  return { results, unread };
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
