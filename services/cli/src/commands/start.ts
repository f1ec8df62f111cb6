import {
  bundledPackFolder,
  createEngine,
  type EngineDeps,
  fitStage,
  forecastSettings,
  isPublishedRunCurrent,
  loadPack,
  openForecaster,
  readCodeVersion,
} from '@hadaf/engine';
import { openQueues } from '@hadaf/jobs';
import { CodedError, type Config, dayInZone } from '@hadaf/platform';
import { startReporting } from '@hadaf/reporting';
import { listRunProgress, listRuns } from '@hadaf/store';
import { startWorker } from '@hadaf/worker';
import { askForRun } from '../ask-for-run.ts';
import { readIndex, showAgain } from '../published.ts';
import { recordMade } from '../record-made.ts';
import { openLog, openSession, type Session } from '../session.ts';
import { isTerminal, printer } from '../terminal/printer.ts';
import { openStages, type Stages } from '../terminal/stages.ts';
import { lookOf, verdicts } from '../terminal/verdict-table.ts';

export interface StartOptions {
  /** Do the main job once and exit. */
  readonly once?: boolean;
  readonly pack?: string;
}

const pollMs = 100;
/** A first run takes seconds; one that takes this long has lost its worker. */
const runLimitMs = 300_000;

const now = (): string => new Date().toISOString();

/** Loads the pack and says what changed. */
async function load(session: Session, stages: Stages, folder: string) {
  stages.progress('load', 0, 1);
  const loaded = await loadPack(session.store.db, folder);
  const { observations, targets } = loaded.pack;
  const size = `${observations.length} observations, ${targets.length} targets`;
  stages.done('load', loaded.isChanged ? size : `${size}, unchanged`);
  return loaded.pack;
}

/** Starts the worker; a pack, code or settings that the published run does not rest on make a new run due now. */
async function startWork(session: Session, deps: EngineDeps, packId: string): Promise<boolean> {
  const { config, store, connectionString, log, shutdown } = session;
  const isCurrent = await isPublishedRunCurrent(deps, packId);
  if (!isCurrent) await askForRun(store.db, packId);
  const engine = createEngine(deps);
  const worker = await startWorker({
    config,
    connectionString,
    db: store.db,
    engine,
    log,
    now,
  });
  shutdown.add('worker', () => worker.close());
  return isCurrent;
}

/** Follows the run asked for after `since` until it is published. */
async function followRun({ store }: Session, stages: Stages, packId: string, since: string): Promise<void> {
  const deadline = performance.now() + runLimitMs;
  for (;;) {
    const [run] = await listRuns(store.db, { packId, limit: 1 });
    if (run && run.createdAt >= since) {
      if (run.state === 'failed') throw new CodedError('RUN_FAILED', `the run failed: ${JSON.stringify(run.error)}`);
      const fit = (await listRunProgress(store.db, run.id)).find(({ stage }) => stage === fitStage);
      if (fit) stages.progress('fit', fit.done, fit.total);
      if (run.state === 'done') return stages.done('fit', `run ${run.id.slice(0, 8)} published`);
    }
    if (performance.now() > deadline) throw new CodedError('RUN_FAILED', 'the run did not end; the log says why');
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

async function showVerdicts({ store }: Session, packId: string): Promise<void> {
  const index = await readIndex(store.db, packId);
  printer.data(`\n${index.title}, as known on ${index.asOf}`);
  printer.data(verdicts(index, { ...lookOf(process.stdout), all: false }));
}

/** A run is done with its record: who asks for it next finds it. */
async function waitForRecord({ store }: Session, packId: string): Promise<void> {
  const onWait = (): void => printer.note('\nThe record of our forecasts is being made …');
  if (await recordMade(store.db, packId, { onWait })) return;
  printer.note('The record of this run is not made; the log says why. A running npm start may still make it.');
}

function engineDeps(session: Session, zone: string): EngineDeps {
  const { store, config, log, shutdown } = session;
  const forecaster = openForecaster(config.threads);
  shutdown.add('forecaster', () => forecaster.close());
  return {
    db: store.db,
    forecaster,
    settings: forecastSettings,
    codeVersion: readCodeVersion(),
    today: () => dayInZone(now(), zone),
    postsAlerts: config.webhookUrl !== null,
    log,
  };
}

/** Serves the page in this process, with a door to the queue for projections. */
async function openPage({ config, store, connectionString, log, shutdown }: Session) {
  const { redisUrl, host, port, importToken, trustedProxies } = config;
  const { db, pool } = store;
  const queues = await openQueues({ db, log, redisUrl, databaseUrl: connectionString });
  shutdown.add('queues', () => queues.close());
  const askInquiry: typeof queues.askInquiry = (question) => queues.askInquiry(question);
  const enqueueProjection = (id: string): Promise<void> => queues.enqueueProjection(id);
  const reporting = await startReporting({
    ...{ db, pool, importToken, trustedProxies, enqueueProjection, askInquiry },
    ...{ packId: null, host, port, log },
  });
  shutdown.add('reporting', () => reporting.close());
  return reporting;
}

/** Opens the page first, so that a taken port fails at once, then does the main job and shows the verdicts. */
async function run(session: Session, stages: Stages, { once, pack: folder }: StartOptions): Promise<void> {
  const since = now();
  const reporting = once ? null : await openPage(session);
  const pack = await load(session, stages, folder ?? bundledPackFolder());
  const deps = engineDeps(session, pack.timezone);
  const isCurrent = await startWork(session, deps, pack.id);
  if (isCurrent) {
    await showAgain(session.store.db, pack.id);
    stages.done('fit', 'the published run is current');
  } else await followRun(session, stages, pack.id, since);
  stages.stop();
  await showVerdicts(session, pack.id);
  if (!reporting) return waitForRecord(session, pack.id);
  printer.note(`\n  The page: ${reporting.address}   Ctrl-C stops.`);
  await new Promise<never>(() => undefined);
}

/** Runs until it is done or somebody stops it; what fails while it is being stopped is no failure. */
async function runUntilStopped(session: Session, stages: Stages, options: StartOptions): Promise<void> {
  const { shutdown } = session;
  const stopped = new Promise<void>((resolve) => shutdown.onSignal(() => resolve()));
  let wasStopped = false;
  try {
    await Promise.race([run(session, stages, options), stopped]);
  } catch (error) {
    if (!shutdown.isClosing) throw error;
  } finally {
    wasStopped = shutdown.isClosing;
    await shutdown.close();
  }
  // What was still being opened when the signal came would keep the process alive.
  if (wasStopped) process.exit(0);
}

/** `npm start`. */
export async function start(config: Config, options: StartOptions): Promise<void> {
  const { log, path } = openLog(config);
  const stages = openStages(isTerminal(process.stderr));
  try {
    stages.progress('database', 0, 1);
    const session = await openSession(config, log);
    stages.done('database', databaseWords[session.database]);
    await runUntilStopped(session, stages, options);
  } catch (error) {
    printer.note(`the log is ${path}`);
    throw error;
  } finally {
    stages.stop();
  }
}

const databaseWords = {
  started: 'embedded Postgres started',
  adopted: 'embedded Postgres was running already',
  external: 'the server of DATABASE_URL',
} as const;
