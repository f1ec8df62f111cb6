/** One document as it was published: sent to readers byte for byte. */
export interface PublishedDocument {
  readonly body: string;
  readonly contentType: string;
  readonly etag: string;
}

/** The run the publication pointer names. */
export interface PublishedRun {
  readonly runId: string;
  readonly find: (path: string) => Promise<PublishedDocument | null>;
  /** The same document of the newest run before this one that has it; absent where a run stands alone. */
  readonly findEarlier?: (path: string) => Promise<PublishedDocument | null>;
}

/** The published run; null before the first one; rejects while the store cannot be reached. */
export type ReadPublished = () => Promise<PublishedRun | null>;
