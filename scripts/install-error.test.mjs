import { describe, expect, test } from 'vitest';
import { explainFailure } from './install-error.mjs';

describe('explainFailure', () => {
  test.each([
    ['npm error code ENOTFOUND', /registry cannot be reached/],
    ['npm error code ECONNREFUSED', /registry cannot be reached/],
    ['ERR_PNPM_META_FETCH_FAIL  GET failed', /registry cannot be reached/],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', /does not trust the npm registry's certificate/],
    ['npm error code ENOSPC', /disk that holds \/clone is full/],
    ['write: No space left on device (os error 28)', /disk that holds \/clone is full/],
    ['npm error code EACCES', /No right to write to \/clone/],
    ['ERR_PNPM_OUTDATED_LOCKFILE', /does not fit a package\.json/],
    ['spawn npm ENOENT', /npm is not on the PATH/],
    ['npm error 404 Not Found', /does not have one of the packages/],
    ['something else', /^The install failed \(npm\)\.\n {2}something else$/],
  ])('%s', (printed, expected) => {
    expect(explainFailure('npm', printed, '/clone').message).toMatch(expected);
  });

  test("shows the message of pnpm's error events and no other event", () => {
    const printed = '{"name":"pnpm:root","level":"debug"}\n{"level":"error","err":{"message":"boom"}}\n{"level":';
    expect(explainFailure('pnpm', printed, '/clone').message).toBe('The install failed (pnpm).\n  boom\n  {"level":');
  });
});
