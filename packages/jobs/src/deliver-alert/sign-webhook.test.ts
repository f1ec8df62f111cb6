import { describe, expect, test } from 'vitest';
import { signWebhook } from './sign-webhook.ts';

// The worked example of the Standard Webhooks reference libraries.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';

describe('signWebhook', () => {
  test('gives the signature of the published example', () => {
    expect(signWebhook(secret, id, 1614265330, '{"test": 2432232314}')).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  test('changes with the id, the time and the body', () => {
    const signatures = [
      signWebhook(secret, id, 1, '{}'),
      signWebhook(secret, 'msg_other', 1, '{}'),
      signWebhook(secret, id, 2, '{}'),
      signWebhook(secret, id, 1, '[]'),
    ];
    expect(new Set(signatures).size).toBe(4);
  });

  test('reads a secret with or without its prefix', () => {
    expect(signWebhook(secret.slice('whsec_'.length), id, 1, '{}')).toBe(signWebhook(secret, id, 1, '{}'));
  });
});
