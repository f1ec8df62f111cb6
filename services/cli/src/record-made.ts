import { setTimeout as wait } from 'node:timers/promises';
import { recordPath } from '@hadaf/engine';
import { type Db, findDocumentOfRun, findPublication, hasOpenEntryOfRun } from '@hadaf/store';

const pollMs = 100;
/** It takes seconds; what takes this long has lost its worker. */
const recordLimitMs = 120_000;

/**
 * Waits until the published run of a pack has its record: a job makes it once the run is published.
 *
 * @param onWait  called once where the record is not there yet
 * @returns whether it is there; it is not where its job failed, or took too long
 */
export async function recordMade(
  db: Db,
  packId: string,
  { onWait, limitMs = recordLimitMs }: { onWait: () => void; limitMs?: number },
): Promise<boolean> {
  const publication = await findPublication(db, packId);
  if (publication === undefined) return false;
  const { runId } = publication;
  const deadline = performance.now() + limitMs;
  for (let round = 0; ; round += 1) {
    const isOpen = await hasOpenEntryOfRun(db, runId); // read first: the record is there before its job is done
    if (await findDocumentOfRun(db, runId, recordPath)) return true;
    if (!isOpen || performance.now() > deadline) return false;
    if (round === 0) onWait();
    await wait(pollMs);
  }
}
