import pg from 'pg';

const { builtins } = pg.types;
const dateArray = 1182;
const parseInstant: (value: string) => Date = pg.types.getTypeParser(builtins.TIMESTAMPTZ);

const asText = (value: string): string => value;

/**
 * How columns become values, for our pools only: the driver's own table is shared with other libraries.
 *
 * `date` stays `YYYY-MM-DD` (the driver's local-time Date shifts a day in Asia/Karachi), `timestamptz` becomes an ISO
 * instant in UTC, `int8` and `numeric` stay text, `float8` is a number.
 */
export const columnParsers: pg.CustomTypesConfig = {
  getTypeParser(id: number, format?: 'text' | 'binary') {
    if (id === builtins.DATE || id === builtins.INT8 || id === builtins.NUMERIC) return asText;
    if (id === builtins.TIMESTAMPTZ) return (value: string) => parseInstant(value).toISOString();
    if (id === dateArray) return (value: string) => value.slice(1, -1).split(',').filter(Boolean);
    return pg.types.getTypeParser(id, format as 'text');
  },
};
