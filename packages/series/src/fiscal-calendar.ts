/** A calendar day as `YYYY-MM-DD`. Days compare as strings. */
export type IsoDate = string;

/** Days from `start` to `end`, both included: the period a value belongs to. A stock has start = end. */
export interface Span {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/** A fiscal year is named by the calendar year in which it ends: FY2025 of a July calendar is July 2024 to June 2025. */
export interface FiscalCalendar {
  /** 1 for January … 12 for December; Pakistan's year begins in July, 7. */
  readonly firstMonth: number;
}
