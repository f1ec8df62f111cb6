import { join } from 'node:path';
import { readPublishedTables } from '@hadaf/engine';
import { citedCases, type Proof, proveStatusMethods } from '@hadaf/targets';
import Table from 'cli-table3';
import { printer } from '../terminal/printer.ts';

/** Below the data folder, at any depth. */
const casesFolder = 'status-methods';

function describe({ files, disagreements, unread, leftOut }: Proof): string {
  const table = new Table({
    head: ['Cases', 'Method', 'Agree', 'Cases'],
    colAligns: ['left', 'left', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const { file, method, agree, cases } of files) table.push([file, method, agree, cases]);
  return [
    table.toString(),
    ...disagreements.map(
      ({ method, file, caseId, expected, got, likelyCause }) =>
        `${method}  ${file} ${caseId}\n  published ${expected}\n  computed  ${got}\n  likely    ${likelyCause}`,
    ),
    ...(unread.length > 0
      ? [`${unread.length} ${unread.length === 1 ? 'row is' : 'rows are'} not read and not counted:`]
      : []),
    ...shown(unread.map(({ file, row, field, problem }) => `  ${file}, line ${row}: ${field} ${problem}`)),
    ...(leftOut.length > 0 ? [`${leftOut.length} cases of other kinds are left out:`] : []),
    ...leftOut.map((left) => `  ${left}`),
  ].join('\n');
}

/** As many lines as a person reads; how many more there are. */
function shown(lines: readonly string[]): string[] {
  const more = lines.length - MOST_LINES;
  return more > 0 ? [...lines.slice(0, MOST_LINES), `  and ${more} more`] : [...lines];
}

const MOST_LINES = 50;

/**
 * `hadaf proof`: every published case of every status method at hand, re-run; each disagreement with its likely cause.
 * Without files of cases, those that ship with the product.
 */
export function proof({ data, json }: { data: string; json?: boolean }): void {
  const folder = join(data, casesFolder);
  const tables = readPublishedTables(folder);
  if (tables.length === 0) printer.note(`no cases in ${folder}: these are the cited cases that come with Hadaf`);
  const proved = proveStatusMethods(tables.length > 0 ? tables : [citedCases]);
  if (json) printer.json(proved.methods);
  else printer.data(describe(proved));
}
