import type { FittedParameter } from '@hadaf/models';
import type { IsoDate } from '@hadaf/series';

/** One year of a fitted formula; `t` is the fiscal year. */
export interface FormulaYear {
  readonly label: string;
  readonly t: number;
  readonly reported: number;
  readonly fitted: number;
}

/**
 * One year ahead: the formula plus what is left of the last error, and the interval of such paths. None where a parameter
 * is weak: so far from the estimate the curve is not what its tangent says.
 */
export interface FormulaForecastYear {
  readonly label: string;
  readonly t: number;
  readonly forecast: number;
  readonly intervals: readonly { readonly level: number; readonly lower: number; readonly upper: number }[];
}

/** What a formula says about a series, or why it says nothing. */
export type FormulaAnswer =
  | {
      readonly kind: 'fitted';
      readonly parameters: readonly FittedParameter[];
      /** Parameters whose standard error exceeds half of their value: the curve is bent further than it is known. */
      readonly weak: readonly string[];
      readonly residualStandardDeviation: number;
      readonly degreesOfFreedom: number;
      /** Starts tried, and how many of them reached this minimum. */
      readonly starts: { readonly tried: number; readonly agreed: number };
      readonly years: readonly FormulaYear[];
      /** Empty where too few values are left to tell the errors from the formula. */
      readonly forecast: readonly FormulaForecastYear[];
    }
  | {
      readonly kind: 'unfit';
      readonly reason: string;
      /** Parameters the data do not fix. */
      readonly unidentified: readonly string[];
      readonly detail: string;
    }
  | { readonly kind: 'refused'; readonly reason: string; readonly detail: string };

export interface FormulaReport {
  readonly indicatorId: string;
  readonly indicatorName: string;
  readonly unit: string;
  readonly asOf: IsoDate;
  readonly formula: string;
  readonly values: number;
  readonly answer: FormulaAnswer;
}
