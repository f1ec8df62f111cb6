import { type Db, insertAlertDelivery, type StoredAlert } from '@hadaf/store';

export interface AlertDelivery {
  readonly id: string;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly alert: StoredAlert & { readonly createdAt: string };
}

/** The delivery of an alert by webhook, made if there is none; undefined when there is no such alert. */
export async function openDelivery(db: Db, alertId: string): Promise<AlertDelivery | undefined> {
  const alert = await db
    .selectFrom('alert')
    .select(['id', 'target_id as targetId', 'run_id as runId', 'previous_run_id as previousRunId'])
    .select(['from_status as from', 'to_status as to', 'reason', 'raised_on as raisedOn', 'created_at as createdAt'])
    .where('id', '=', alertId)
    .executeTakeFirst();
  if (alert === undefined) return undefined;
  await insertAlertDelivery(db, alertId, 'webhook');
  const delivery = await db
    .selectFrom('alert_delivery')
    .select(['id', 'state'])
    .where('alert_id', '=', alertId)
    .where('channel', '=', 'webhook')
    .executeTakeFirstOrThrow();
  return { ...delivery, alert };
}
