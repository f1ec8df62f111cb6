import type { Agency } from '@hadaf/packs';
import type { SourceDocument, StatedRelease } from '@hadaf/series';
import type { RollOutPlan, Target } from '@hadaf/targets';
import type { AnnualForecast } from './annual-forecast.ts';
import type { MeasuredSeries } from './measured-series.ts';

/** What is known about one target on a day: its series and forecast where there are any. */
export interface TargetEvidence {
  readonly target: Target;
  readonly plan: RollOutPlan | null;
  readonly series: MeasuredSeries | null;
  readonly annual: AnnualForecast | null;
  /** Other definitions of what the series measures, as known on the same day. */
  readonly variants: readonly MeasuredSeries[];
  /** How far the work on an event is; null where nobody reports it. */
  readonly progress: MeasuredSeries | null;
  /** Every claim of the pack known on the day, this one among them. */
  readonly claims: readonly Target[];
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly asOf: string;
  /** Release dates that publishers announced. */
  readonly releases?: readonly StatedRelease[];
  /** Whom the words of its pages mean. */
  readonly agencies?: readonly Agency[];
}
