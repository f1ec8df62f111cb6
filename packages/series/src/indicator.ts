import type { FiscalCalendar } from './fiscal-calendar.ts';

/** What is measured, under one definition. The same idea under another definition is another indicator. */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  /** As mathjs-parsable or plain text, e.g. `USD mn`, `count`, `percent`. */
  readonly unit: string;
  /** A flow adds up over time (exports of a month), a stock is counted on a day (centres open), a share is neither. */
  readonly kind: 'flow' | 'stock' | 'share';
  readonly frequency: 'month' | 'quarter' | 'year' | 'irregular';
  readonly calendar: FiscalCalendar;
  readonly definition: string;
  /** The indicator of which this one is another definition, if any. */
  readonly variantOf: string | null;
}
