import type { Db } from '@hadaf/store';

/** Whether an entry's job is still to be done; a delivery of a finished one changes nothing. */
export async function isEntryOpen(db: Db, id: string): Promise<boolean> {
  const found = await openEntry(db, id).executeTakeFirst();
  return found !== undefined;
}

/** The same, with the entry locked until the transaction ends: of two deliveries that finish together one sees it open. */
export async function lockOpenEntry(db: Db, id: string): Promise<boolean> {
  const found = await openEntry(db, id).forUpdate().executeTakeFirst();
  return found !== undefined;
}

function openEntry(db: Db, id: string) {
  return db.selectFrom('outbox').select('id').where('id', '=', id).where('done_at', 'is', null);
}
