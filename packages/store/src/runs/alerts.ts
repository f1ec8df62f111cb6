import type { IsoDate } from '@hadaf/series';
import type { Status } from '@hadaf/targets';
import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';

/** A rule found something to look at between two runs, or found it over. */
export interface NewAlert {
  readonly targetId: string;
  readonly previousRunId: string;
  readonly runId: string;
  readonly from: Status;
  readonly to: Status;
  readonly reason: string;
  readonly raisedOn: IsoDate;
  /** Absent: `status-worsened`. */
  readonly ruleId?: string;
  /** Absent: `raised`. */
  readonly transition?: 'raised' | 'cleared';
}

export interface StoredAlert extends Required<NewAlert> {
  /** Stable: every delivery of the alert carries it. */
  readonly id: string;
}

export interface DueDelivery {
  readonly id: string;
  readonly channel: string;
  /** Attempts made so far. */
  readonly attempts: number;
  readonly alert: StoredAlert;
}

const alertColumns = [
  ...(['alert.id', 'target_id as targetId', 'previous_run_id as previousRunId', 'run_id as runId'] as const),
  ...(['from_status as from', 'to_status as to', 'reason', 'raised_on as raisedOn'] as const),
  ...(['rule_id as ruleId', 'transition'] as const),
] as const;

/** Stores an alert once per target, rule and pair of runs. */
export async function insertAlert(db: Db, alert: NewAlert): Promise<{ id: string; isNew: boolean }> {
  const { targetId, previousRunId, runId, from, to, reason, raisedOn } = alert;
  const { ruleId = 'status-worsened', transition = 'raised' } = alert;
  const inserted = await db
    .insertInto('alert')
    .values({
      ...{ target_id: targetId, previous_run_id: previousRunId, run_id: runId },
      ...{ from_status: from, to_status: to, reason, raised_on: raisedOn, rule_id: ruleId, transition },
    })
    .onConflict((conflict) => conflict.columns(['target_id', 'previous_run_id', 'run_id', 'rule_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted) return { id: inserted.id, isNew: true };
  const stored = await db
    .selectFrom('alert')
    .select('id')
    .where('target_id', '=', targetId)
    .where('previous_run_id', '=', previousRunId)
    .where('run_id', '=', runId)
    .where('rule_id', '=', ruleId)
    .executeTakeFirstOrThrow();
  return { id: stored.id, isNew: false };
}

/** The newest alerts, newest first: of one target, and of days up to one, where asked. */
export async function listAlerts(
  db: Db,
  { targetId, by, limit }: { targetId?: string; by?: IsoDate; limit: number },
): Promise<StoredAlert[]> {
  return db
    .selectFrom('alert')
    .select(alertColumns)
    .$if(targetId !== undefined, (query) => query.where('target_id', '=', targetId ?? ''))
    .$if(by !== undefined, (query) => query.where('raised_on', '<=', by ?? ''))
    .orderBy('raised_on', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Asks for an alert to go out by a channel, once; in the transaction that stores the alert. */
export async function insertAlertDelivery(db: Db, alertId: string, channel: string): Promise<void> {
  await db
    .insertInto('alert_delivery')
    .values({ alert_id: alertId, channel })
    .onConflict((conflict) => conflict.columns(['alert_id', 'channel']).doNothing())
    .execute();
}

/** Deliveries due at `now`, locked until the transaction ends; those another process has locked are passed over. */
export async function lockDueDeliveries(
  db: Db,
  { now, limit }: { now: string; limit: number },
): Promise<DueDelivery[]> {
  const rows = await db
    .selectFrom('alert_delivery')
    .innerJoin('alert', 'alert.id', 'alert_delivery.alert_id')
    .select(['alert_delivery.id as deliveryId', 'channel', 'attempts'])
    .select(alertColumns)
    .where('state', '=', 'pending')
    .where('next_attempt_at', '<=', now)
    .orderBy('next_attempt_at')
    .orderBy('alert_delivery.id')
    .limit(limit)
    .forUpdate('alert_delivery')
    .skipLocked()
    .execute();
  return rows.map(({ deliveryId, channel, attempts, ...alert }) => ({ id: deliveryId, channel, attempts, alert }));
}

export async function markDelivered(db: Db, deliveryId: string): Promise<void> {
  await db
    .updateTable('alert_delivery')
    .set({ state: 'delivered', delivered_at: sql`now()`, last_error: null, attempts: sql`attempts + 1` })
    .where('id', '=', deliveryId)
    .execute();
}

/** Records a failed attempt; `nextAttemptAt` null gives up. */
export async function markDeliveryFailed(
  db: Db,
  deliveryId: string,
  { error, nextAttemptAt }: { error: string; nextAttemptAt: string | null },
): Promise<void> {
  await db
    .updateTable('alert_delivery')
    .set({ last_error: error, attempts: sql`attempts + 1` })
    .set(nextAttemptAt === null ? { state: 'failed' } : { next_attempt_at: nextAttemptAt })
    .where('id', '=', deliveryId)
    .execute();
}

/** The delivery of an alert over one channel. */
export interface AlertDelivery {
  readonly id: string;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly alert: StoredAlert & { readonly createdAt: string };
}

/** The delivery of an alert over a channel, made if there is none; undefined when there is no such alert. */
export async function openAlertDelivery(db: Db, alertId: string, channel: string): Promise<AlertDelivery | undefined> {
  const alert = await db
    .selectFrom('alert')
    .select(alertColumns)
    .select('created_at as createdAt')
    .where('id', '=', alertId)
    .executeTakeFirst();
  if (alert === undefined) return undefined;
  await insertAlertDelivery(db, alertId, channel);
  const delivery = await db
    .selectFrom('alert_delivery')
    .select(['id', 'state'])
    .where('alert_id', '=', alertId)
    .where('channel', '=', channel)
    .executeTakeFirstOrThrow();
  return { ...delivery, alert };
}
