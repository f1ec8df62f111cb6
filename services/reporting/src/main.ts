import process from 'node:process';
import { openQueues } from '@hadaf/jobs';
import { CodedError, codes, createLogger, parseConfig, Shutdown, toCodedError } from '@hadaf/platform';
import { openStore } from '@hadaf/store';
import { startReporting } from './start-reporting.ts';

/** The service as a process of its own, beside a database that others run. */
async function main(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: a composition root hands the environment to parseConfig
  const config = parseConfig(process.env);
  const log = createLogger({ level: config.logLevel, name: 'reporting' });
  const { databaseUrl, redisUrl, host, port } = config;
  if (databaseUrl === null) {
    throw new CodedError('CONFIG_INVALID', 'DATABASE_URL is needed here; `npm start` brings a database of its own');
  }
  const shutdown = new Shutdown(log);
  shutdown.onSignal(() => process.exit(0));
  const store = openStore({ connectionString: databaseUrl, log });
  shutdown.add('store', () => store.close());
  const queues = await openQueues({ db: store.db, log, databaseUrl, redisUrl });
  shutdown.add('queues', () => queues.close());
  const enqueueProjection = (id: string) => queues.enqueueProjection(id);
  const reporting = await startReporting({
    db: store.db,
    pool: store.pool,
    importToken: config.importToken,
    trustedProxies: config.trustedProxies,
    enqueueProjection,
    askInquiry: (question) => queues.askInquiry(question),
    packId: null,
    host,
    port,
    log,
  });
  shutdown.add('reporting', () => reporting.close());
}

try {
  await main();
} catch (thrown) {
  const { code, message } = toCodedError(thrown);
  process.stderr.write(`${code}: ${message}\n`);
  process.exit(codes[code].exit);
}
