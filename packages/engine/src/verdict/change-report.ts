/** The two figures a change is split for: P at the date, and the middle of the forecast at the date. */
export interface ChangeFigures {
  readonly probability: number;
  readonly central: number;
}

/**
 * What moved a number: reports of periods nobody had reported, periods reported again, rows that were public before and
 * loaded after, values read otherwise (overruled, re-dated), the target or how far its series is forecast, the settings of
 * the forecast, its seed among them, and what is left: code and models.
 */
export type ChangeCause = 'new-data' | 'revisions' | 'late-rows' | 'readings' | 'target' | 'settings' | 'code';

/** A report that came, went or was read otherwise between two runs. */
export interface ChangedReport {
  readonly knownBy: string;
  /** The instant this reading came into the ledger. */
  readonly recordedAt: string;
  readonly period: string;
  readonly value: number;
  readonly unit: string;
  readonly documentId: string;
  readonly isRevision: boolean;
  /** False where the newer side no longer has it. */
  readonly isAdded: boolean;
}

export interface ChangePart extends ChangeFigures {
  readonly cause: ChangeCause;
  /** `Dawn, 5 Mar 2026`, `Jul–Dec FY2025 revised`, `code 3f2a… → 91bc…` */
  readonly label: string;
  readonly reports: readonly ChangedReport[];
}

/** One end of a comparison. */
export interface ChangeSide extends ChangeFigures {
  readonly asOf: string;
  /** Null for a day on which nothing was run: replayed by today's code from today's ledger. */
  readonly runId: string | null;
  /** Null where it was not kept. */
  readonly codeVersion: string | null;
}

/** Why a number moved, by cause; the parts sum to the change of each figure. */
export interface ChangeReport {
  readonly targetId: string;
  readonly title: string;
  /** Of the central forecast. */
  readonly unit: string;
  readonly due: string;
  readonly from: ChangeSide;
  readonly to: ChangeSide;
  readonly parts: readonly ChangePart[];
  /** The largest move of P by another seed alone, over `seeds` of them: what of a change is chance. */
  readonly seedNoise: number;
  readonly seeds: number;
  /** One sentence: how far it moved and by what most. */
  readonly summary: string;
}
