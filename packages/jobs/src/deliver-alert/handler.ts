import { CodedError, codes, toCodedError } from '@hadaf/platform';
import { type AlertDelivery, type Db, markDelivered, markDeliveryFailed, openAlertDelivery } from '@hadaf/store';
import type { Handler, HandlerDeps } from '../handler-deps.ts';
import { deliverAlert } from './contract.ts';
import { postWebhook, type WebhookMessage } from './post-webhook.ts';

export const deliverAlertHandler = ({ db, webhook, now }: HandlerDeps): Handler => ({
  async work(payload, attempt) {
    const delivery = await getDelivery(db, payload);
    if (delivery.state !== 'pending' || webhook === null) return [];
    try {
      await postWebhook(webhook, messageOf(delivery), now());
    } catch (thrown) {
      const error = toCodedError(thrown);
      const givesUp = attempt >= deliverAlert.attempts || !codes[error.code].retry;
      const nextAttemptAt = givesUp ? null : new Date(Date.parse(now()) + waitAfter(attempt)).toISOString();
      await markDeliveryFailed(db, delivery.id, {
        error: error.message,
        nextAttemptAt,
      });
      throw error;
    }
    await markDelivered(db, delivery.id);
    return [];
  },
  async quarantine(payload, reason) {
    const delivery = await getDelivery(db, payload);
    if (delivery.state === 'pending') {
      await markDeliveryFailed(db, delivery.id, {
        error: reason,
        nextAttemptAt: null,
      });
    }
    return [];
  },
});

function waitAfter(attempt: number): number {
  return deliverAlert.backoffMs * 2 ** (attempt - 1);
}

async function getDelivery(db: Db, payload: unknown): Promise<AlertDelivery> {
  const { alertId } = deliverAlert.parse(payload);
  const delivery = await openAlertDelivery(db, alertId, 'webhook');
  if (delivery === undefined) throw new CodedError('JOB_INVALID', `no alert ${alertId}`);
  return delivery;
}

/** The alert's own id is the message's: stable over tries, restarts and workers. */
function messageOf({ alert }: AlertDelivery): WebhookMessage {
  const { id, createdAt, targetId, runId, ruleId, transition, from, to, reason, raisedOn } = alert;
  const data = { alertId: id, targetId, runId, ruleId, from, to, reason, raisedOn };
  return {
    id,
    body: JSON.stringify({ type: `alert.${transition}`, timestamp: createdAt, data }),
  };
}
