/** An amount that comes on top of the forecast: stated, or what a claim says begins with an event. */
export type AddedLine =
  | {
      readonly label: string;
      /** In the series' unit; negative for what falls away. */
      readonly amount: number;
      /** `FY2027`, `2027` (the fiscal year) or a day. */
      readonly from: string;
      /** Every year from then on, or in that year alone; every year where left out. */
      readonly times?: 'yearly' | 'once' | undefined;
    }
  | {
      /** The claim that says how much, by its id. */
      readonly effect: string;
      /** The event or roll-out with which it begins, by its id. */
      readonly opening: string;
    };

/** What a scenario assumes. The forecast's own spread stays; each part left out stays as forecast. */
export interface ScenarioSpecification {
  /** Growth in percent a year from where the forecast starts, the first year first; the last holds for the years after. */
  readonly growth?: readonly number[] | undefined;
  /** Times the growth of the forecast's median; of a roll-out, times its pace so far. */
  readonly acceleration?: number | undefined;
  /** The middle of the forecast as a formula of `t`, the fiscal year; it may use `forecast` and `origin`. */
  readonly formula?: string | undefined;
  /** No year passes this value. */
  readonly cap?: number | undefined;
  readonly lines?: readonly AddedLine[] | undefined;
  /** Months by which a line, an event or the target itself comes later; of a roll-out, its milestones. */
  readonly delays?: readonly { readonly of: string; readonly months: number }[] | undefined;
  /** What it would take is solved for this probability; one half where left out. */
  readonly probability?: number | undefined;
}

/** A scenario as its pack states it. */
export interface StatedScenario {
  readonly id: string;
  readonly targetId: string;
  readonly name: string;
  /** The document whose words it takes; null where it is the pack's own. */
  readonly documentId: string | null;
  readonly note: string;
  readonly specification: ScenarioSpecification;
}
