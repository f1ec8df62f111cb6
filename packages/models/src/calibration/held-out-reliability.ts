/** One bar of a reliability diagram; empty bars are left out. */
export interface HeldOutBar {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanProbability: number;
  /** Share of the bar's questions that came true. */
  readonly hitShare: number;
}

/**
 * How probabilities did on series the calibration had not seen: each half of the economies was asked by what the other
 * half taught. P that a value is at least last · exp(mean growth · h + z · deviation · √h), z in {−1, −½, 0, ½, 1}.
 */
export interface HeldOutReliability {
  /** Where the series are from, for the page that shows them. */
  readonly source: string;
  readonly questions: number;
  /** Years of series that the questions are about. */
  readonly events: number;
  readonly series: number;
  readonly brier: number;
  readonly logScore: number;
  readonly calibrationError: number;
  readonly parts: {
    readonly reliability: number;
    readonly resolution: number;
    readonly uncertainty: number;
    readonly withinBins: number;
  };
  readonly bars: readonly HeldOutBar[];
}
