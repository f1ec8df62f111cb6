export { buildApp } from './build-app.ts';
export type { Projection, ProjectionEvent, ProjectionInput, Projections } from './projections/projection.ts';
export type { PublishedDocument, PublishedRun, ReadPublished } from './published/published-run.ts';
export type { ReportingDeps } from './reporting-deps.ts';
export { type Reporting, type ReportingOptions, startReporting } from './start-reporting.ts';
