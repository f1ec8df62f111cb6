import process from 'node:process';
import {
  bundledPackFolder,
  createEngine,
  forecastSettings,
  loadPack,
  openForecaster,
  readCodeVersion,
} from '@hadaf/engine';
import { CodedError, codes, createLogger, dayInZone, parseConfig, Shutdown, toCodedError } from '@hadaf/platform';
import { migrate, openStore } from '@hadaf/store';
import { startWorker } from './start-worker.ts';

const now = (): string => new Date().toISOString();

/** The worker as a process of its own, beside a database that others run: migrates it, loads the pack, works. */
async function main(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: a composition root hands the environment to parseConfig
  const config = parseConfig(process.env);
  const log = createLogger({ level: config.logLevel, name: 'worker' });
  const { databaseUrl } = config;
  if (databaseUrl === null) {
    throw new CodedError('CONFIG_INVALID', 'DATABASE_URL is needed here; `npm start` brings a database of its own');
  }
  const shutdown = new Shutdown(log);
  shutdown.onSignal(() => process.exit(0));
  const store = openStore({ connectionString: databaseUrl, log });
  shutdown.add('store', () => store.close());
  const { db } = store;
  await migrate(db);
  const { pack } = await loadPack(db, bundledPackFolder());
  const forecaster = openForecaster(config.threads);
  shutdown.add('forecaster', () => forecaster.close());
  const engine = createEngine({
    db,
    forecaster,
    settings: forecastSettings,
    codeVersion: readCodeVersion(),
    today: () => dayInZone(now(), pack.timezone),
    postsAlerts: config.webhookUrl !== null,
    log,
  });
  const worker = await startWorker({ config, connectionString: databaseUrl, db, engine, log, now });
  shutdown.add('worker', () => worker.close());
}

try {
  await main();
} catch (thrown) {
  const { code, message } = toCodedError(thrown);
  process.stderr.write(`${code}: ${message}\n`);
  process.exit(codes[code].exit);
}
