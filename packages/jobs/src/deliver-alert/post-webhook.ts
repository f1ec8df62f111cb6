import { CodedError } from '@hadaf/platform';
import { signWebhook } from './sign-webhook.ts';

export interface Webhook {
  readonly url: string;
  /** Null: messages are not signed. */
  readonly secret: string | null;
}

export interface WebhookMessage {
  /** The same for every try of one event: receivers drop what they have seen. */
  readonly id: string;
  readonly body: string;
}

const timeoutMs = 10_000;

/**
 * Posts one message as Standard Webhooks say; resolves once the receiver answered 2xx.
 *
 * @param sentAt the instant of this try, ISO 8601
 * @throws CodedError WEBHOOK_REFUSED on 410 and on a redirect (it could lead anywhere), WEBHOOK_FAILED on all else
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export async function postWebhook({ url, secret }: Webhook, { id, body }: WebhookMessage, sentAt: string) {
  const timestamp = Math.floor(Date.parse(sentAt) / 1_000);
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': `${timestamp}`,
    ...(secret === null ? {} : { 'webhook-signature': signWebhook(secret, id, timestamp, body) }),
  };
  const status = await statusOf(url, { method: 'POST', headers, body });
  if (status >= 200 && status < 300) return;
  const refused = status === 410 || (status >= 300 && status < 400);
  throw new CodedError(refused ? 'WEBHOOK_REFUSED' : 'WEBHOOK_FAILED', `the webhook answered ${status}`);
}

/** The receiver's status; its body is not read. */
async function statusOf(url: string, init: RequestInit): Promise<number> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return response.status;
  } catch (cause) {
    const timedOut = cause instanceof Error && cause.name === 'TimeoutError';
    const what = timedOut ? `did not answer in ${timeoutMs / 1_000} s` : 'could not be reached';
    throw new CodedError('WEBHOOK_FAILED', `the webhook ${what}`, { cause });
  }
}
