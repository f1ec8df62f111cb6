import type { FiscalCalendar, Indicator, Observation, SourceDocument, StatedRelease } from '@hadaf/series';
import type { AlertRule, RollOutPlan, StatedScenario, Target } from '@hadaf/targets';
import type { Agency } from './agencies.ts';
import type { Claim } from './claims/claim.ts';
import type { Conflict } from './claims/conflict.ts';
import type { ExpectedRange } from './expected-ranges.ts';

/** A data pack: everything Hadaf knows about one subject, as a folder of files states it. */
export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly calendar: FiscalCalendar;
  readonly timezone: string;
  /** When the pack's targets are assessed: five cron fields read in `zone`. */
  readonly schedule: { readonly cron: string; readonly zone: string };
  /** Empty where the pack names agencies in words only. */
  readonly agencies: readonly Agency[];
  readonly documents: readonly SourceDocument[];
  readonly indicators: readonly Indicator[];
  readonly expectedRanges: readonly ExpectedRange[];
  readonly observations: readonly Observation[];
  readonly targets: readonly Target[];
  readonly plans: readonly RollOutPlan[];
  readonly scenarios: readonly StatedScenario[];
  readonly claims: readonly Claim[];
  readonly conflicts: readonly Conflict[];
  /** Release dates their publishers announced. */
  readonly releases: readonly StatedRelease[];
  /** When somebody must look; empty: when a verdict worsens. */
  readonly alertRules: readonly AlertRule[];
}
