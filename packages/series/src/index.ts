export type { FiscalCalendar, IsoDate, Span } from './fiscal-calendar.ts';
export type { Indicator } from './indicator.ts';
export type { Observation, SourceDocument } from './observation.ts';
