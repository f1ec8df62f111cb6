import { type Db, listSchedules, setNextAt } from '@hadaf/store';

async function makeDue(db: Db, isMeant: (payload: unknown) => boolean): Promise<void> {
  const now = new Date().toISOString();
  for (const { id, payload } of await listSchedules(db)) if (isMeant(payload)) await setNextAt(db, id, now);
}

/** Makes the schedule of a pack due now. */
export function askForRun(db: Db, packId: string): Promise<void> {
  return makeDue(db, (payload) => JSON.stringify(payload) === JSON.stringify({ packId }));
}

/**
 * Makes every schedule due now, since the ledger has changed: a running worker assesses within seconds, else the next
 * start does.
 *
 * @returns what to tell the person who changed it
 */
export async function assessAgain(db: Db): Promise<string> {
  await makeDue(db, () => true);
  return 'A running Hadaf assesses its targets again within seconds; if none runs, npm start does.';
}
