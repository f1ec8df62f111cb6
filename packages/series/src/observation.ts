import type { IsoDate, Span } from './fiscal-calendar.ts';

/** One reported value, as printed by one document. Never changed once recorded; a revision is another observation. */
export interface Observation extends Span {
  readonly indicatorId: string;
  readonly value: number;
  /**
   * How the value was stated: `over` is a lower bound, `about` and `rounded` are imprecise by `halfWidth`; of a `range`
   * the value is the middle and `halfWidth` reaches its ends, and it is never shown as one number.
   */
  readonly qualifier: 'exact' | 'rounded' | 'over' | 'about' | 'range';
  /** Half the printed precision, in the indicator's unit: 2.82bn is 2,820 ± 5 USD mn. */
  readonly halfWidth: number;
  readonly agency: string;
  readonly documentId: string;
  /** The document's own date; null where it shows none. */
  readonly publishedOn: IsoDate | null;
  /** The day by which this value was certainly public: `publishedOn`, or an upper bound with its reason. */
  readonly knownBy: IsoDate;
  readonly knownByBasis: string;
  /** A suspect value, and one a person rejected, is kept and shown but feeds no series. */
  readonly status: 'accepted' | 'suspect' | 'rejected';
  readonly note: string;
}

/** A page, report or paper that states values. */
export interface SourceDocument {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly publishedOn: IsoDate | null;
}
