import type { IsoDate } from '@hadaf/series';
import type { ScenarioSpecification } from '@hadaf/targets';
import type { OutlookPeriod } from '../assess/due-outlook.ts';
import type { Citation, Figure, Probability } from '../report.ts';

/** What-if question about one target: of the pack, or saved by a person. */
export interface Scenario {
  readonly id: string;
  readonly targetId: string;
  readonly name: string;
  readonly origin: 'pack' | 'person';
  /** Who saved it; the pack's id for one of its own. */
  readonly by: string;
  readonly note: string;
  readonly specification: ScenarioSpecification;
  /** The day a person saved it; null for a pack's own. */
  readonly savedOn: IsoDate | null;
  /** The document whose words it takes. */
  readonly documentId: string | null;
}

/** What is to be expected with or without the scenario. */
export interface ScenarioOutcome {
  /** The date it is told for; a delayed target has a later one. */
  readonly due: string;
  /** Null for a roll-out. */
  readonly probability: Probability | null;
  readonly median: number | null;
  /** The 80 % prediction interval at the date. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  /** First year by which it is reached as likely as not; the day a roll-out finishes at its pace. Null beyond `arrivalLimit`. */
  readonly arrival: string | null;
  /** How far anybody looked for the arrival. */
  readonly arrivalLimit: string;
}

/** What reproduces an answer to the byte. */
export interface ScenarioVintage {
  readonly asOf: IsoDate;
  /** Names the state of the data, the pack and the ledger. */
  readonly dataVersion: string;
  readonly codeVersion: string;
  readonly seed: number;
  readonly paths: number;
}

/** A scenario's answer on one vintage of the data. Same specification, same vintage: the same bytes. */
export interface ScenarioReport {
  readonly id: string;
  readonly targetId: string;
  readonly name: string;
  readonly origin: Scenario['origin'];
  readonly by: string;
  readonly note: string;
  readonly specification: ScenarioSpecification;
  /** Each assumption in words, with its numbers. */
  readonly assumes: readonly string[];
  readonly vintage: ScenarioVintage;
  readonly unit: string;
  /** Null, or why it has no outcome. */
  readonly reason: string | null;
  /** The forecast without it; null with `reason`. */
  readonly base: ScenarioOutcome | null;
  readonly outcome: ScenarioOutcome | null;
  /** Outcome less base, the median where both are told for one date. */
  readonly difference: {
    readonly atDate: number | null;
    readonly byDate: number | null;
    readonly median: number | null;
  };
  /** The year in progress and every year to the date, under the scenario. */
  readonly periods: readonly OutlookPeriod[];
  /** What the wanted probability would take on top of the scenario. */
  readonly whatItTakes: readonly Figure[];
  readonly citations: readonly Citation[];
}
