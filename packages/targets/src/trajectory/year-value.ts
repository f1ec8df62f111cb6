/** A value of one series at a year: fiscal 2025 is 2025. The year may carry a fraction where values are not yearly. */
export interface YearValue {
  readonly year: number;
  readonly value: number;
}
