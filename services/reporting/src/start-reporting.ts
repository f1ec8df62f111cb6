import { importObservations, type Question } from '@hadaf/engine';
import { CodedError, type Logger } from '@hadaf/platform';
import { type Db, explainStoreError, type Inquiry, type Store } from '@hadaf/store';
import { buildApp } from './build-app.ts';
import { storedInquiries } from './inquiries/stored-inquiries.ts';
import { storedProjections } from './projections/stored-projections.ts';
import { storedPublication } from './published/stored-publication.ts';
import type { ImportObservations } from './reporting-deps.ts';
import { storedScenarios } from './scenarios/stored-scenarios.ts';

export interface ReportingOptions {
  readonly db: Db;
  /** Takes imports of observations where given; they are copied in, which `db` cannot. */
  readonly pool?: Store['pool'];
  /** Lets imports in from other machines. */
  readonly importToken?: string | null;
  /** Proxies whose x-forwarded-for is believed. */
  readonly trustedProxies?: readonly string[];
  /** Hands a stored projection to the queue. */
  readonly enqueueProjection: (projectionId: string) => Promise<void>;
  /** Stores a question for a worker with its job; absent, no earlier day is shown and no runs are compared. */
  readonly askInquiry?: (question: Question) => Promise<Inquiry>;
  /** Whose publications are shown; null shows the one published last. */
  readonly packId: string | null;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly log: Logger;
}

export interface Reporting {
  /** `http://127.0.0.1:4747` */
  readonly address: string;
  /** Answers what is under way, then frees the port. The database stays open: it belongs to the caller. */
  readonly close: () => Promise<void>;
}

function importerOf(db: Db, pool: Store['pool']): ImportObservations {
  return (request) =>
    importObservations({ db, pool }, request).catch((thrown: unknown) => {
      throw explainStoreError(thrown);
    });
}

/**
 * Starts the reporting service.
 *
 * @throws CodedError PORT_TAKEN when another program listens there
 */
export async function startReporting(options: ReportingOptions): Promise<Reporting> {
  const {
    db,
    pool,
    importToken = null,
    trustedProxies = [],
    enqueueProjection,
    askInquiry,
    packId,
    host,
    port,
    log,
  } = options;
  const now = () => new Date().toISOString();
  const app = await buildApp({
    readPublished: storedPublication(db, packId),
    projections: storedProjections(db, enqueueProjection),
    scenarios: storedScenarios(db, enqueueProjection),
    ...(pool && { importObservations: importerOf(db, pool) }),
    ...{ importToken, trustedProxies },
    ...(askInquiry && { inquiries: storedInquiries({ db, packId, askInquiry, now }) }),
    now,
    log,
  });
  try {
    const address = await app.listen({ host, port });
    log.info({ event: 'reporting.listening', address });
    return { address, close: () => app.close() };
  } catch (error) {
    await app.close();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new CodedError(
        'PORT_TAKEN',
        `port ${port} on ${host} is taken; set HADAF_PORT to another, or to 0 for any free one`,
        {
          cause: error,
        },
      );
    }
    throw error;
  }
}
