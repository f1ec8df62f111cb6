import type { CheckedFormula, Claim, ClaimVerdictName } from '@hadaf/packs';
import type { IsoDate, SourceDocument } from '@hadaf/series';

/** The run a document belongs to. */
interface PublishedOf {
  readonly runId: string;
  readonly packId: string;
  readonly title: string;
  readonly asOf: IsoDate;
}

/** A formula a claim was held against, with the stored numbers it rests on. */
export interface ClaimCheckRow {
  readonly kind: CheckedFormula['kind'];
  readonly formula: string;
  readonly reason: string;
  readonly computed: number;
  readonly agreement: CheckedFormula['agreement'];
  /** The formula with its numbers. */
  readonly words: string;
  readonly restsOn: readonly {
    readonly reference: string;
    /** What the number is, in words. */
    readonly name: string;
    readonly value: number;
    readonly unit: string;
    readonly document: string;
  }[];
}

/** A numeric statement of a document, and whether it holds. */
export interface CheckedClaim {
  readonly id: string;
  /** Id of the document that states it. */
  readonly document: string;
  readonly verdict: ClaimVerdictName;
  /** In a sentence, with the numbers. */
  readonly because: string;
  readonly subject: string;
  readonly type: Claim['type'];
  readonly value: number;
  readonly halfWidth: number;
  readonly qualifier: Claim['qualifier'];
  readonly unit: string;
  readonly period: string;
  readonly checks: readonly ClaimCheckRow[];
}

/** Every claim of a run, with its documents by id. */
export interface ClaimsReport extends PublishedOf {
  readonly claims: readonly CheckedClaim[];
  readonly documents: Readonly<Record<string, SourceDocument>>;
}

/** A question the sources answer differently, each side with its number. */
export interface ConflictRow {
  readonly id: string;
  readonly question: string;
  /** Empty where nobody knows why. */
  readonly explanation: string;
  readonly sides: readonly {
    readonly statement: string;
    readonly formula: string;
    /** The formula with its numbers. */
    readonly words: string;
    readonly unit: string;
    /** Null where nothing of it was known on the day. */
    readonly value: number | null;
    /** Ids of the documents it rests on. */
    readonly documents: readonly string[];
  }[];
}

export interface ConflictsReport extends PublishedOf {
  readonly conflicts: readonly ConflictRow[];
  readonly documents: Readonly<Record<string, SourceDocument>>;
}
