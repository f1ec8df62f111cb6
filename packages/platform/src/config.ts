import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { CodedError } from './coded-error.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

function isUrl(value: string, schemes: readonly string[]): boolean {
  return URL.canParse(value) && schemes.includes(new URL(value).protocol);
}

function wholeNumber(least: number, most: number) {
  const rule = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d+$/, rule)
    .transform(Number)
    .refine((n) => n >= least && n <= most, rule);
}

/** `192.0.2.1`, `10.0.0.0/8` or `fd00::/8`. */
function isAddressRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128))
  );
}

/** The environment Hadaf reads. No message repeats a value: a URL may hold a password. */
const schema = z.object({
  DATABASE_URL: z
    .string()
    .refine((v) => isUrl(v, ['postgres:', 'postgresql:']), 'must be a URL postgres://user:password@host:port/database')
    .optional(),
  REDIS_URL: z
    .string()
    .refine((v) => isUrl(v, ['redis:', 'rediss:', 'unix:']), 'must be a URL redis://host:port')
    .optional(),
  HADAF_HOST: z.string().regex(/^\S+$/, 'must be an address such as 127.0.0.1').default('127.0.0.1'),
  HADAF_PORT: wholeNumber(0, 65_535).default(4747),
  HADAF_STATE_DIR: z.string().startsWith('/', 'must be an absolute path').optional(),
  HADAF_WEBHOOK_URL: z
    .string()
    .refine((v) => isUrl(v, ['https:', 'http:']), 'must be a URL https://…')
    .optional(),
  HADAF_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]+=*$/, 'must be whsec_ and base64, as Standard Webhooks say')
    .optional(),
  HADAF_IMPORT_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{32,}$/, 'must be 32 or more letters, digits and signs without spaces: openssl rand -hex 32')
    .optional(),
  HADAF_TRUSTED_PROXIES: z
    .string()
    .transform((value) => value.split(',').map((range) => range.trim()))
    .refine((ranges) => ranges.every(isAddressRange), 'must be addresses or ranges such as 127.0.0.1,10.0.0.0/8')
    .default([]),
  HADAF_THREADS: wholeNumber(1, 256).optional(),
  HADAF_LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

/** Read by the tests, the benchmarks and CI, not by Hadaf itself. */
const keysOfTools = ['HADAF_REQUIRE', 'HADAF_BENCH_DATA', 'HADAF_PROPERTY_SEED'];

/** Every key of the environment that Hadaf reads. */
export const configKeys: readonly string[] = Object.keys(schema.shape);

export interface Config {
  /** Null: the embedded Postgres. */
  readonly databaseUrl: string | null;
  /** Null: the queue lives in Postgres. */
  readonly redisUrl: string | null;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Null: see `stateFolder`. */
  readonly stateDir: string | null;
  readonly webhookUrl: string | null;
  /** Null: messages are not signed. */
  readonly webhookSecret: string | null;
  /** Lets imports of observations in from other machines; null: from this one only. */
  readonly importToken: string | null;
  /** Proxies whose word on where a request comes from is taken: limits count their readers, not them. */
  readonly trustedProxies: readonly string[];
  /** Worker threads that fit models. */
  readonly threads: number;
  readonly logLevel: (typeof logLevels)[number];
}

/** An unset key and an empty one mean the same: `HADAF_PORT=` in a file switches nothing on. */
function withoutEmpty(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([key, value]) => (value?.trim() ? [[key, value.trim()] as const] : [])),
  );
}

/**
 * The configuration from an environment; the only reader of one.
 *
 * @throws CodedError CONFIG_INVALID naming every wrong or unknown key, and no value
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = withoutEmpty(env);
  const known = new Set([...configKeys, ...keysOfTools]);
  const unknown = Object.keys(given).filter((key) => key.startsWith('HADAF_') && !known.has(key));
  const parsed = schema.safeParse(given);
  const faults = [
    ...unknown.map((key) => `${key} is not a setting; the settings are ${configKeys.join(', ')}`),
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
  ];
  if (!parsed.success || faults.length > 0) {
    throw new CodedError('CONFIG_INVALID', `the environment is not usable: ${faults.join('; ')}`, { faults });
  }
  const value = parsed.data;
  return {
    databaseUrl: value.DATABASE_URL ?? null,
    redisUrl: value.REDIS_URL ?? null,
    host: value.HADAF_HOST,
    port: value.HADAF_PORT,
    stateDir: value.HADAF_STATE_DIR ?? null,
    webhookUrl: value.HADAF_WEBHOOK_URL ?? null,
    webhookSecret: value.HADAF_WEBHOOK_SECRET ?? null,
    importToken: value.HADAF_IMPORT_TOKEN ?? null,
    trustedProxies: value.HADAF_TRUSTED_PROXIES,
    threads: value.HADAF_THREADS ?? availableParallelism(),
    logLevel: value.HADAF_LOG_LEVEL,
  };
}
