import { packColumns } from '@hadaf/engine';
import { printer } from '../terminal/printer.ts';

/** `hadaf pack columns [table]`: the columns of each table, as the readers check them; those in brackets may be absent. */
export async function listPackColumns(table: string | undefined, { json }: { json?: boolean }): Promise<void> {
  const tables = packColumns(table);
  if (json) return printer.json(tables);
  for (const { file, isRequired, columns } of tables) {
    const named = columns.map(({ name, isOptional }) => (isOptional ? `[${name}]` : name));
    printer.data(`${file}${isRequired ? '' : ' (optional)'}\n  ${named.join(', ')}`);
    for (const { name, words } of columns) {
      if (words) printer.data(`  ${name}: ${words.map((word) => word || 'empty').join(' | ')}`);
    }
  }
}
