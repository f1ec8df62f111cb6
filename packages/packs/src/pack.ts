import type { FiscalCalendar, Indicator, Observation, SourceDocument } from '@hadaf/series';
import type { RollOutPlan, Target } from '@hadaf/targets';

/** A data pack: everything Hadaf knows about one subject, as a folder of files states it. */
export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly calendar: FiscalCalendar;
  readonly timezone: string;
  /** When the pack's targets are assessed: five cron fields read in `zone`. */
  readonly schedule: { readonly cron: string; readonly zone: string };
  readonly documents: readonly SourceDocument[];
  readonly indicators: readonly Indicator[];
  readonly observations: readonly Observation[];
  readonly targets: readonly Target[];
  readonly plans: readonly RollOutPlan[];
}
