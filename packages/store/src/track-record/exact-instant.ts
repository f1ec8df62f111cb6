import { type RawBuilder, sql } from 'kysely';

/** An instant as ISO text in UTC to the microsecond: what the driver makes of it ends at milliseconds. */
export function exactInstant(instant: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
