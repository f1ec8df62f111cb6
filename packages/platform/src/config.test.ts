import { describe, expect, test } from 'vitest';
import { CodedError } from './coded-error.ts';
import { configKeys, parseConfig } from './config.ts';

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof CodedError) return [error.message, ...error.faults];
  }
  return [];
}

describe('parseConfig', () => {
  test('needs nothing', () => {
    expect(parseConfig({ PATH: '/bin' })).toMatchObject({
      ...{
        databaseUrl: null,
        redisUrl: null,
        host: '127.0.0.1',
        port: 4747,
        stateDir: null,
        webhookUrl: null,
        webhookSecret: null,
      },
      logLevel: 'info',
    });
  });

  test('reads what is set, without the space around it', () => {
    const env = {
      DATABASE_URL: 'postgres://u:p@db/hadaf',
      HADAF_PORT: ' 0 ',
      HADAF_THREADS: '3',
      HADAF_LOG_LEVEL: 'debug',
    };
    expect(parseConfig(env)).toMatchObject({
      databaseUrl: 'postgres://u:p@db/hadaf',
      port: 0,
      threads: 3,
      logLevel: 'debug',
    });
  });

  test('takes an empty value as unset', () => {
    expect(parseConfig({ HADAF_PORT: '', DATABASE_URL: '  ' })).toMatchObject({ port: 4747, databaseUrl: null });
  });

  test('takes a token of 32 characters and never repeats a shorter one', () => {
    const token = 'x'.repeat(32);
    expect(parseConfig({ HADAF_IMPORT_TOKEN: token })).toMatchObject({ importToken: token });
    const faults = faultsOf({ HADAF_IMPORT_TOKEN: 'short-secret' });
    expect(faults[1]).toMatch(/^HADAF_IMPORT_TOKEN must be 32 or more/);
    expect(faults.join()).not.toContain('short-secret');
  });

  test('takes proxies by address and range', () => {
    expect(parseConfig({})).toMatchObject({ trustedProxies: [] });
    const trustedProxies = ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'];
    expect(parseConfig({ HADAF_TRUSTED_PROXIES: trustedProxies.join(' , ') })).toMatchObject({ trustedProxies });
  });

  test.each(['proxy.example', '10.0.0.0/33', '0.0.0.0/0', '10.0.0.1,', '10.0.0.1/8/9'])(
    'takes no proxy %s',
    (value) => {
      expect(faultsOf({ HADAF_TRUSTED_PROXIES: value })[1]).toMatch(
        /^HADAF_TRUSTED_PROXIES must be addresses or ranges/,
      );
    },
  );

  test('names every wrong key at once', () => {
    const faults = faultsOf({
      HADAF_PORT: '70000',
      HADAF_THREADS: '0',
      HADAF_STATE_DIR: 'here',
      HADAF_LOG_LEVEL: 'loud',
    });
    expect(faults.slice(1)).toEqual([
      'HADAF_PORT must be a whole number from 0 to 65535',
      'HADAF_STATE_DIR must be an absolute path',
      'HADAF_THREADS must be a whole number from 1 to 256',
      expect.stringMatching(/^HADAF_LOG_LEVEL must be one of fatal, /),
    ]);
  });

  test('never prints a value', () => {
    const secret = 'hunter2';
    const env = { DATABASE_URL: `mysql://u:${secret}@db`, REDIS_URL: secret, HADAF_WEBHOOK_URL: `ftp://${secret}` };
    const faults = faultsOf(env);
    expect(faults).toHaveLength(4);
    expect(faults.join('\n')).not.toContain(secret);
  });

  test('refuses a misspelt key of ours and leaves those of tools alone', () => {
    expect(faultsOf({ HADAF_PROT: '80' })[1]).toMatch(/^HADAF_PROT is not a setting; the settings are DATABASE_URL, /);
    expect(faultsOf({ HADAF_REQUIRE: 'redis', HADAF_BENCH_DATA: '/data', HADAF_PROPERTY_SEED: '7' })).toEqual([]);
    expect(configKeys).toContain('HADAF_WEBHOOK_URL');
  });
});
