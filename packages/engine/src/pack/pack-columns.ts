import { type PackTable, packTables } from '@hadaf/packs';
import { CodedError } from '@hadaf/platform';

/**
 * The tables of a pack with their columns, or the one of that name: `targets` and `targets.csv` alike.
 *
 * @throws CodedError REQUEST_INVALID where the format has no such table
 */
export function packColumns(name?: string): readonly PackTable[] {
  if (name === undefined) return packTables;
  const file = name.endsWith('.csv') ? name : `${name}.csv`;
  const own = packTables.filter((table) => table.file === file);
  if (own.length > 0) return own;
  const known = packTables.map((table) => table.file).join(', ');
  throw new CodedError('REQUEST_INVALID', `the format has no table ${file}; its tables are ${known}`);
}
