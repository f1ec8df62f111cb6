import { CronExpressionParser } from 'cron-parser';

/** What becomes of slots that passed while nothing ran: none, the newest, or every one of them. */
export type CatchUp = 'skip' | 'latest' | 'all';

export interface Timetable {
  readonly cron: string;
  /** IANA name; the cron's hours are this zone's. */
  readonly zone: string;
  readonly catchUp: CatchUp;
  /** The next slot, an instant. A first start stands here as its own instant, whatever the cron says. */
  readonly nextAt: string;
}

export interface DueSlots {
  /** Instants to run, oldest first. */
  readonly slots: readonly string[];
  /** The first slot not yet decided; in the past only where `all` has more than fit in one pass. */
  readonly nextAt: string;
}

/** A slot this late still counts as on time: a heartbeat every few seconds, and a restart. */
const onTimeMs = 60_000;
/** One pass inserts at most this many slots; the next heartbeat takes the rest. */
const slotsPerPass = 500;

/**
 * The slots of a timetable that are due at `now`, and the slot after them.
 *
 * @param now an instant, ISO 8601
 * @throws Error when the cron expression or the zone cannot be read
 */
export function dueSlots(timetable: Timetable, now: string): DueSlots {
  if (timetable.nextAt > now) return { slots: [], nextAt: timetable.nextAt };
  if (timetable.catchUp === 'all') return everySlot(timetable, now);
  const newest = newestSlot(timetable, now);
  const late = Date.parse(now) - Date.parse(newest);
  const keeps = timetable.catchUp === 'latest' || late <= onTimeMs;
  return { slots: keeps ? [newest] : [], nextAt: slotAfter(timetable, now) };
}

/** The first slot of the cron strictly after an instant. */
export function slotAfter({ cron, zone }: Pick<Timetable, 'cron' | 'zone'>, instant: string): string {
  return CronExpressionParser.parse(cron, {
    tz: zone,
    currentDate: new Date(instant),
  })
    .next()
    .toDate()
    .toISOString();
}

function newestSlot({ cron, zone, nextAt }: Timetable, now: string): string {
  const justAfter = new Date(Date.parse(now) + 1); // prev() is strict
  const fired = CronExpressionParser.parse(cron, {
    tz: zone,
    currentDate: justAfter,
  })
    .prev()
    .toDate()
    .toISOString();
  return fired > nextAt ? fired : nextAt;
}

function everySlot(timetable: Timetable, now: string): DueSlots {
  const { cron, zone, nextAt } = timetable;
  const following = CronExpressionParser.parse(cron, {
    tz: zone,
    currentDate: new Date(nextAt),
  });
  const slots: string[] = [];
  let slot = nextAt;
  while (slot <= now && slots.length < slotsPerPass) {
    slots.push(slot);
    slot = following.next().toDate().toISOString();
  }
  return { slots, nextAt: slot };
}
