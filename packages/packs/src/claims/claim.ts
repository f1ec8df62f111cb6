import type { Observation } from '@hadaf/series';

/** A number a document states, with how it was printed. */
export interface Claim {
  readonly id: string;
  readonly documentId: string;
  readonly subject: string;
  readonly type: 'level' | 'count' | 'share' | 'growth' | 'difference' | 'ratio' | 'rank' | 'range' | 'plan';
  /** The middle of a stated range, `halfWidth` being half of it. */
  readonly value: number;
  readonly qualifier: Observation['qualifier'];
  readonly halfWidth: number;
  readonly unit: string;
  /** The period in the document's own words. */
  readonly period: string;
  /** The target a plan states, if it is one. */
  readonly targetId: string | null;
  /** The target this plan is a stated step of: it stays open as long as that one. */
  readonly stepOfTargetId: string | null;
  readonly checks: readonly ClaimCheck[];
}

/** A formula over stored numbers that a claim is held against. */
export interface ClaimCheck {
  /**
   * `arithmetic` recomputes the claim by its own definition: a miss contradicts it. `source` is what another source says
   * of the same thing: a miss is a conflict. `actual` is what was reached of a plan, as a share of its goal.
   */
  readonly kind: 'arithmetic' | 'source' | 'actual';
  readonly formula: string;
  /** Why this formula, in words. */
  readonly reason: string;
}

export type ClaimVerdictName =
  | 'holds'
  | 'holds-by-rounding'
  | 'contradicted'
  | 'conflicting'
  | 'single-source'
  | 'promise-open'
  | 'promise-missed'
  | 'promise-kept'
  | 'promise-unverified';
