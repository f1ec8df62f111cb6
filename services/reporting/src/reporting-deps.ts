import type { ImportRequest, ImportResult } from '@hadaf/engine';
import type { Logger } from '@hadaf/platform';
import type { RunAskedFor } from './http/run-asked-for.ts';
import type { Inquiries } from './inquiries/inquiries.ts';
import type { Projections } from './projections/projection.ts';
import type { PublishedCache } from './published/published-cache.ts';
import type { ReadPublished } from './published/published-run.ts';
import type { Scenarios } from './scenarios/scenarios.ts';
import type { ShownScenarios } from './scenarios/shown-scenarios.ts';

/** Checks a file of observations and loads it where asked to. */
export type ImportObservations = (request: ImportRequest) => Promise<ImportResult>;

/** What the service needs of the rest of the house, as plain functions. */
export interface ReportingDeps {
  readonly readPublished: ReadPublished;
  readonly projections: Projections;
  /** What-if questions; absent where the service takes and shows none but its run's. */
  readonly scenarios?: Scenarios;
  /** Earlier days and changes between runs; absent where the service shows none. */
  readonly inquiries?: Inquiries;
  /** Imports a file of observations; absent where the service takes none. */
  readonly importObservations?: ImportObservations;
  /** Lets imports in from other machines; null or absent where none may come. */
  readonly importToken?: string | null;
  /** Proxies whose x-forwarded-for is believed; absent, nobody's. */
  readonly trustedProxies?: readonly string[];
  /** The current instant, ISO 8601. */
  readonly now: () => string;
  readonly log: Logger;
}

/** What a route gets. */
export interface RouteDeps {
  readonly published: PublishedCache;
  /** The published run, or that of the day a request names. */
  readonly runAskedFor: RunAskedFor;
  readonly inquiries: Inquiries | undefined;
  readonly projections: Projections;
  readonly shownScenarios: ShownScenarios;
  /** Aborted when the service closes: an open stream must not keep it from closing. */
  readonly closing: AbortSignal;
}
