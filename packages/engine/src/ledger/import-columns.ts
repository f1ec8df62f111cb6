import type { FaultList } from '@hadaf/packs';

const required = ['indicator', 'value'];
/** Each needs one of its ways to be said. */
const either = [
  { what: 'the period', ways: [['period'], ['start', 'end']] },
  { what: 'the source', ways: [['document'], ['source', 'publisher', 'published']] },
];
const optional = ['qualifier', 'half_width', 'agency', 'known_by', 'known_by_basis', 'status', 'note'];
const columns = [...required, ...either.flatMap(({ ways }) => ways.flat()), ...optional];
const longestHeader = 10_000;

/** Where each column of the file stands. */
export type ColumnPositions = ReadonlyMap<string, number>;

/** The file's columns, in any order; null where they are not those of an import, with the faults added. */
export function readColumns(header: readonly string[], file: string, faults: FaultList): ColumnPositions | null {
  const before = faults.count;
  const names = header.map((name) => name.trim());
  const mend = `the columns are indicator; period, or start and end; value; document, or source, publisher and published; and may be ${optional.join(', ')}`;
  const add = (field: string | null, problem: string, value = '', remedy = mend) =>
    faults.add({ file, row: 1, field, value, problem, mend: remedy });
  if (header.join(',').length > longestHeader) {
    add(null, `has a header of ${header.length} columns`, header.slice(0, 10).join(','));
    return null;
  }
  if (header.length === 1 && /[;\t]/.test(header[0] ?? '')) {
    const separator = header[0]?.includes(';') ? 'semicolons' : 'tabs';
    add(null, `separates its columns with ${separator}`, header[0], 'separate cells with commas');
    return null;
  }
  for (const [i, name] of names.entries()) {
    if (!columns.includes(name)) add(name, 'is no column of an import', name);
    else if (names.indexOf(name) !== i) add(name, 'stands twice', name, 'keep one');
  }
  for (const name of required.filter((column) => !names.includes(column))) add(name, 'lacks this column');
  for (const { what, ways } of either) {
    const isSaid = ways.some((way) => way.every((name) => names.includes(name)));
    if (!isSaid) add(ways[0]?.[0] ?? '', `lacks ${what}: ${ways.map((way) => way.join(' and ')).join(', or ')}`);
  }
  if (faults.count > before) return null;
  return new Map(names.map((name, i) => [name, i]));
}
