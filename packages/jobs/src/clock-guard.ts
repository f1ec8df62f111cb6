import type { Logger } from '@hadaf/platform';
import type { Db } from '@hadaf/store';
import { sql } from 'kysely';

/** The Postgres queue judges locks by the worker's clock: beyond this it would run live jobs a second time. */
const tolerableSkewMs = 2_000;

/** Whether this worker may work: the database answers, and the clocks agree. */
export interface ClockGuard {
  readonly isOpen: boolean;
  /** Looks again; a worker is stopped within one heartbeat of its clock being set wrong. */
  check(): Promise<boolean>;
}

export function createClockGuard(db: Db, now: () => string, log: Logger): ClockGuard {
  let isOpen = false;
  return {
    get isOpen() {
      return isOpen;
    },
    async check() {
      const skewMs = await measureSkew(db, now);
      isOpen = Math.abs(skewMs) <= tolerableSkewMs;
      if (!isOpen) log.error({ event: 'worker.clock-skewed', skewMs, tolerableSkewMs });
      return isOpen;
    },
  };
}

/**
 * How far the local clock is ahead of the database's, in milliseconds.
 *
 * The database is taken to have answered half-way through the round trip: off by at most half of it.
 */
async function measureSkew(db: Db, now: () => string): Promise<number> {
  const before = Date.parse(now());
  const server = await readServerClock(db);
  const after = Date.parse(now());
  return Math.round((before + after) / 2 - server);
}

/** Milliseconds since 1970 by the database's clock. */
async function readServerClock(db: Db): Promise<number> {
  const { rows } = await sql<{ ms: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`.execute(db);
  return rows[0]?.ms ?? Number.NaN;
}
