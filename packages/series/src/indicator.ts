import type { FiscalCalendar, IsoDate } from './fiscal-calendar.ts';

/** From a day on, an indicator measures something else under the same name. */
export interface DefinitionChange {
  /** First day of what is measured under it. */
  readonly validFrom: IsoDate;
  /** A few words for it: `BPM6`. */
  readonly label: string;
  readonly definition: string;
  readonly documentId: string;
  /** The day by which the change was certainly public. */
  readonly knownBy: IsoDate;
  /** How many units under it one unit under the definition before is, and on what ground; null where nobody states it. */
  readonly link: { readonly factor: number; readonly basis: string } | null;
}

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
  /** What it measures, from its first value to the first of `changes`. */
  readonly definition: string;
  /** The indicator of which this one is another definition, if any. */
  readonly variantOf: string | null;
  /** Days from which it measures something else, earliest first; absent: it always measured the same. */
  readonly changes?: readonly DefinitionChange[];
}
