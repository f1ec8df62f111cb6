/** The id under which the queue knows an outbox entry: BullMQ refuses `:` and whole numbers. */
export function jobId(job: string, entryId: string): string {
  return `${job}_${entryId}`;
}

/** The outbox entry behind a queue's job id. */
export function entryIdOf(id: string): string {
  return id.slice(id.lastIndexOf('_') + 1);
}
