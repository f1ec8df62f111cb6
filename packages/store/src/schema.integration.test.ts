import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../../tests/integration/test-database.ts';

interface Column {
  readonly type: string;
  readonly isNullable: boolean;
}
type Tables = Record<string, Record<string, Column | undefined> | undefined>;

/** Which TypeScript types a column of a Postgres type may have in `schema.ts`. */
const typesOf: Record<string, RegExp> = {
  text: /^(?:string|Generated<string>|(?:Indicator|Observation|Target|Generated)\b.*|Status|'.*)$/,
  uuid: /^(?:string|Generated<string>)$/,
  int8: /^(?:Id|string)$/,
  int4: /^(?:number|Generated<number>|1 \| 2)$/,
  int2: /^number$/,
  float8: /^number$/,
  date: /^IsoDate$/,
  timestamptz: /^(?:Instant|RecordedAt|ColumnType<string, string \| undefined, string>)$/,
  jsonb: /^Json\b/,
  bytea: /^Hash$/,
  _text: /^string\[\]$/,
  _date: /^IsoDate\[\]$/,
  _float8: /^number\[\]$/,
};

/** The tables as `schema.ts` declares them, read from its text: TypeScript's types are gone at run time. */
function declaredTables(source: string): Tables {
  const interfaces = new Map(
    [...source.matchAll(/interface (\w+) \{\n([\s\S]*?)\n\}/g)].map(([, name = '', body = '']) => {
      const columns = [...body.matchAll(/^ {2}(\w+): (.*);.*$/gm)].map(([, column = '', type = '']) => {
        const isNullable = type.endsWith(' | null');
        return [column, { type: type.replace(/ \| null$/, ''), isNullable }] as const;
      });
      return [name, Object.fromEntries(columns)] as const;
    }),
  );
  const tables = Object.entries(interfaces.get('Schema') ?? {});
  return Object.fromEntries(tables.map(([table, { type }]) => [table, interfaces.get(type) ?? {}]));
}

/** Every difference, one line each. */
function differences(declared: Tables, migrated: Tables): string[] {
  const names = [...new Set([...Object.keys(declared), ...Object.keys(migrated)])].toSorted();
  return names.flatMap((table) => {
    const [ours = {}, theirs = {}] = [declared[table], migrated[table]];
    return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].toSorted().flatMap((column) => {
      const [own, found] = [ours[column], theirs[column]];
      const name = `${table}.${column}`;
      if (own === undefined) return [`${name} is only in the database`];
      if (found === undefined) return [`${name} is only in schema.ts`];
      if (own.isNullable !== found.isNullable) return [`${name}: null is ${found.isNullable ? '' : 'not '}allowed`];
      const isFitting = typesOf[found.type]?.test(own.type) ?? false;
      return isFitting ? [] : [`${name} is ${found.type} in the database, ${own.type} in schema.ts`];
    });
  });
}

describe('schema.ts', () => {
  const database = useTestDatabase();
  const source = readFileSync(join(import.meta.dirname, 'schema.ts'), 'utf8');

  async function migratedTables(): Promise<Tables> {
    const { rows } = await sql<{ table: string; column: string; type: string; isNullable: boolean }>`
      select c.relname as "table", a.attname as "column", t.typname as type, not a.attnotnull as "isNullable"
      from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0
        and not a.attisdropped and c.relname not like 'kysely_%'
      order by 1, 2`.execute(database.db);
    const tables = Map.groupBy(rows, (row) => row.table);
    return Object.fromEntries(
      [...tables].map(([table, columns]) => [
        table,
        Object.fromEntries(columns.map(({ column, type, isNullable }) => [column, { type, isNullable }])),
      ]),
    );
  }

  test('declares the columns of the migrated database', async () => {
    const migrated = await migratedTables();
    expect(Object.keys(migrated).length).toBeGreaterThan(20);
    expect(differences(declaredTables(source), migrated)).toEqual([]);
  });

  test('is compared by name, nullability and type', async () => {
    const changed = source
      .replace('  half_width: number;', '')
      .replace('  variant_of: string | null;', '  variant_of: string;')
      .replace('  known_by_basis: string;', '  known_by_basis: number;\n  known_since: IsoDate;');
    expect(differences(declaredTables(changed), await migratedTables())).toEqual([
      'indicator.variant_of: null is allowed',
      'observation.half_width is only in the database',
      'observation.known_by_basis is text in the database, number in schema.ts',
      'observation.known_since is only in schema.ts',
    ]);
  });
});
