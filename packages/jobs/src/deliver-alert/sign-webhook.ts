import { createHmac } from 'node:crypto';

/**
 * The signature header of a webhook: `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body`.
 *
 * @param secret    base64, with or without the prefix `whsec_`
 * @param timestamp whole seconds since 1970
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#signature-scheme
 */
export function signWebhook(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}
