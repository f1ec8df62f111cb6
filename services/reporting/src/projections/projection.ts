/** What a projection is asked of: a target, or an indicator's series, so many periods ahead. */
export interface ProjectionInput {
  readonly targetId?: string | undefined;
  readonly indicatorId?: string | undefined;
  readonly horizon?: number | undefined;
}

/** A projection somebody asked for, as it stands. */
export interface Projection {
  readonly id: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed';
  readonly progress: {
    readonly stage: string;
    readonly done: number;
    readonly total: number;
  } | null;
  readonly result: unknown;
  /** Why it failed, in words for its reader. */
  readonly reason: string | null;
}

/** One step of a projection; `sequence` counts up, so that a reader who lost the line goes on after the last one seen. */
export interface ProjectionEvent {
  readonly sequence: number;
  readonly projection: Projection;
}

export interface Projections {
  /** Stores the request and enqueues it. */
  readonly request: (input: ProjectionInput) => Promise<string>;
  readonly find: (id: string) => Promise<Projection | null>;
  /** The steps after `afterSequence`; ends after `done` or `failed`, or when the signal aborts. */
  readonly listen: (id: string, afterSequence: number, signal: AbortSignal) => AsyncIterable<ProjectionEvent>;
}
