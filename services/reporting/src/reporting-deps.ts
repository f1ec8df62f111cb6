import type { Logger } from '@hadaf/platform';
import type { Projections } from './projections/projection.ts';
import type { PublishedCache } from './published/published-cache.ts';
import type { ReadPublished } from './published/published-run.ts';

/** What the service needs of the rest of the house, as plain functions. */
export interface ReportingDeps {
  readonly readPublished: ReadPublished;
  readonly projections: Projections;
  /** The current instant, ISO 8601. */
  readonly now: () => string;
  readonly log: Logger;
}

/** What a route gets. */
export interface RouteDeps {
  readonly published: PublishedCache;
  readonly projections: Projections;
  /** Aborted when the service closes: an open stream must not keep it from closing. */
  readonly closing: AbortSignal;
}
