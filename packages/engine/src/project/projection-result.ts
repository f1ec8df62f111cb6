import type { ModelShare } from '@hadaf/models';
import type { Status } from '@hadaf/targets';
import type { OutlookPeriod } from '../assess/due-outlook.ts';
import type { Figure, Probability } from '../report.ts';

/** The answer to a projection: the outlook of a series by fiscal years, and of a target if one was asked for. */
export interface ProjectionResult {
  readonly indicatorId: string;
  readonly indicatorName: string;
  readonly unit: string;
  readonly asOf: string;
  readonly reported: readonly {
    readonly label: string;
    readonly end: string;
    readonly value: number;
  }[];
  readonly periods: readonly OutlookPeriod[];
  readonly models: readonly ModelShare[];
  /** Null, or why there is no forecast. */
  readonly reason: string | null;
  /** What reproduces the forecast. */
  readonly request: Readonly<Record<string, unknown>> | null;
  readonly target: {
    readonly targetId: string;
    readonly status: Status;
    readonly verdict: string;
    readonly probability: Probability | null;
    readonly figures: readonly Figure[];
    /** What the wanted probability would take, even odds where none was named. */
    readonly whatItTakes: readonly Figure[];
  } | null;
}
