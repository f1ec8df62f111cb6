import type { Indicator, IsoDate, Observation, SourceDocument } from '@hadaf/series';

/** One way to define an idea. */
export interface VariantDefinition extends Pick<Indicator, 'id' | 'name' | 'definition' | 'unit' | 'kind'> {
  /** Reported values known on the day; 0 where only a target names it. */
  readonly observations: number;
}

/** What one definition says of a period: the newest accepted report. */
export interface VariantValue extends Pick<Observation, 'value' | 'qualifier' | 'halfWidth' | 'agency'> {
  readonly indicator: string;
  /** Id of the document; `documents` has the rest. */
  readonly document: string;
  readonly publishedOn: IsoDate | null;
  readonly knownBy: IsoDate;
}

export interface VariantPeriod {
  readonly period: string;
  readonly start: IsoDate;
  readonly end: IsoDate;
  /** In the order of the definitions; a definition without a value is absent. */
  readonly values: readonly VariantValue[];
}

interface PublishedOf {
  readonly runId: string;
  readonly packId: string;
  readonly title: string;
  readonly asOf: IsoDate;
}

/** One idea under several definitions, period by period, newest first. Nothing is joined. */
export interface VariantsReport extends PublishedOf {
  /** The indicator that the others vary. */
  readonly id: string;
  readonly definitions: readonly VariantDefinition[];
  readonly periods: readonly VariantPeriod[];
  readonly documents: Readonly<Record<string, SourceDocument>>;
}

/** Every idea of a pack that several definitions measure. */
export interface VariantsList extends PublishedOf {
  readonly ideas: readonly {
    readonly id: string;
    readonly name: string;
    readonly periods: number;
    readonly definitions: readonly string[];
  }[];
}
