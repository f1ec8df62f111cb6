import { createRun, insertAlert, upsertPack } from '@hadaf/store';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createLedgerEngine } from '../../../../tests/integration/ledger-engine.ts';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import { startReceiver, type WebhookReceiver } from '../../../../tests/integration/webhook-receiver.ts';
import { deliverAlert } from './contract.ts';
import { deliverAlertHandler } from './handler.ts';
import { signWebhook } from './sign-webhook.ts';

const database = useTestDatabase();
const sentAt = '2026-11-22T12:00:00.000Z';
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const runs: string[] = [];
let receiver: WebhookReceiver;
let alerts = 0;

beforeAll(async () => {
  const { db } = database;
  await upsertPack(db, { id: 'p', title: 'P', contentHash: '' });
  for (const key of ['before', 'after']) {
    const { run } = await createRun(db, { key, packId: 'p', trigger: 'manual', asOf: '2026-11-22', configHash: '' });
    runs.push(run.id);
  }
});
afterEach(() => receiver.close());

async function raiseAlert(): Promise<{ alertId: string }> {
  alerts += 1;
  const [previousRunId = '', runId = ''] = runs;
  const target = { targetId: `T${alerts}`, previousRunId, runId, from: 'on-track', to: 'at-risk' } as const;
  const { id } = await insertAlert(database.db, { ...target, reason: 'P fell to 0.4', raisedOn: '2026-11-22' });
  return { alertId: id };
}

async function handlerFor(statuses: readonly number[]) {
  receiver = await startReceiver(statuses);
  const { db, log } = database;
  const engine = createLedgerEngine(db, { shards: 1 });
  return deliverAlertHandler({ db, log, engine, webhook: { url: receiver.url, secret }, now: () => sentAt });
}

const deliveries = async ({ alertId }: { alertId: string }) =>
  database.db
    .selectFrom('alert_delivery')
    .select(['state', 'attempts', 'last_error as error', 'next_attempt_at as nextAt'])
    .where('alert_id', '=', alertId)
    .execute();

describe('deliver-alert', () => {
  test('posts the alert once, signed, under its stable id', async () => {
    const handler = await handlerFor([204]);
    const payload = await raiseAlert();
    await handler.work(payload, 1);
    await handler.work(payload, 2);
    expect(receiver.received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
    expect(headers['webhook-id']).toBe(payload.alertId);
    expect(headers['webhook-signature']).toBe(signWebhook(secret, payload.alertId, Date.parse(sentAt) / 1_000, body));
    const data = { alertId: payload.alertId, from: 'on-track', to: 'at-risk', reason: 'P fell to 0.4' };
    expect(JSON.parse(body)).toMatchObject({ type: 'alert.raised', data });
    expect(await deliveries(payload)).toMatchObject([{ state: 'delivered', attempts: 1, error: null }]);
  });

  test('a failing receiver is tried again later with the same id', async () => {
    const handler = await handlerFor([500, 429, 200]);
    const payload = await raiseAlert();
    await expect(handler.work(payload, 1)).rejects.toMatchObject({ code: 'WEBHOOK_FAILED' });
    expect(await deliveries(payload)).toMatchObject([
      { state: 'pending', attempts: 1, error: 'the webhook answered 500', nextAt: '2026-11-22T12:00:05.000Z' },
    ]);
    await expect(handler.work(payload, 2)).rejects.toThrow('the webhook answered 429');
    await handler.work(payload, 3);
    expect(await deliveries(payload)).toMatchObject([{ state: 'delivered', attempts: 3 }]);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([payload.alertId]));
  });

  test.each([410, 302, 307])('a receiver that answers %i is not tried again, nor followed', async (status) => {
    const handler = await handlerFor([status]);
    const payload = await raiseAlert();
    await expect(handler.work(payload, 1)).rejects.toMatchObject({ code: 'WEBHOOK_REFUSED' });
    expect(await deliveries(payload)).toMatchObject([{ state: 'failed', attempts: 1 }]);
    await handler.work(payload, 2);
    expect(receiver.received).toHaveLength(1);
  });

  test('the last try is the end', async () => {
    const handler = await handlerFor([500]);
    const payload = await raiseAlert();
    await expect(handler.work(payload, deliverAlert.attempts)).rejects.toThrow();
    await handler.quarantine(payload, 'the webhook answered 500');
    expect(await deliveries(payload)).toMatchObject([{ state: 'failed', attempts: 1 }]);
  });

  test('a receiver that is not there is a failure, not a crash', async () => {
    const handler = await handlerFor([200]);
    await receiver.close();
    await expect(handler.work(await raiseAlert(), 1)).rejects.toThrow('the webhook could not be reached');
  });

  test('an alert nobody raised is refused for good', async () => {
    const handler = await handlerFor([200]);
    const unknown = { alertId: '0198a5c6-3c1e-7d2f-8a7b-1c2d3e4f5a6b' };
    await expect(handler.work(unknown, 1)).rejects.toMatchObject({ code: 'JOB_INVALID' });
  });
});
