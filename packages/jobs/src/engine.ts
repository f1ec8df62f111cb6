/** A slot of a schedule, as the engine's run of it is keyed. */
export interface RunSlot {
  readonly scheduleId: string;
  /** The instant the slot was due, ISO 8601. */
  readonly slot: string;
  /** The day whose knowledge the run may use, ISO 8601. */
  readonly asOf: string;
}

export interface Shard {
  readonly runId: string;
  readonly shard: number;
}

export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

/**
 * The use-cases the handlers call. Every one may be called twice with the same argument, at the same time or years
 * later, and the second call changes nothing and answers the same.
 */
export interface Engine {
  /** Starts the run of a slot, or finds it: one run a (schedule, slot). */
  beginRun(slot: RunSlot): Promise<{ readonly runId: string; readonly shards: readonly number[] }>;
  /** Assesses the targets of one shard and stores what was found. */
  assessShard(shard: Shard): Promise<void>;
  /** Marks a shard done; `allDone` once no shard of the run is open, to every later caller too. */
  finishShard(shard: Shard): Promise<{ readonly allDone: boolean }>;
  /** Marks a shard failed for good, so that its run can be published without it. */
  failShard(shard: Shard & { readonly reason: string }): Promise<{ readonly allDone: boolean }>;
  /** Ends the run of a slot that could not even be begun. */
  failRun(slot: RunSlot & { readonly reason: string }): Promise<void>;
  /** Publishes a finished run in one transaction; the ids of the alerts it raised. */
  publishRun(runId: string): Promise<{ readonly alertIds: readonly string[] }>;
  /** Makes the track record as it stands after a published run, and adds it to the run's documents. */
  keepRecord(runId: string): Promise<void>;
  /** Answers a projection somebody asked for; stores how far it is, and the answer. */
  project(projectionId: string, onProgress: (progress: Progress) => Promise<void>): Promise<void>;
  /** Ends a projection that could not be answered, with the reason its reader will see. */
  failProjection(projectionId: string, reason: string): Promise<void>;
  /** Answers what a reader asked and keeps the answer. */
  answerInquiry(inquiryId: string): Promise<void>;
  /** Ends an inquiry that could not be answered, with the reason its reader will see. */
  failInquiry(inquiryId: string, reason: string): Promise<void>;
}
