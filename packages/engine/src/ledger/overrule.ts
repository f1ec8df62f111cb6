import { CodedError } from '@hadaf/platform';
import {
  type Db,
  getReading,
  getSourceReading,
  insertLedgerEntry,
  insertOverruling,
  lockLedger,
  type Reading,
} from '@hadaf/store';

/** A person's judgement of a reported value. */
export interface OverruleRequest {
  /** The observation's id, or enough of its start. */
  readonly id: string;
  readonly status: string;
  readonly reason: string;
  readonly author: string;
  readonly origin: string;
}

export interface Overruled {
  readonly reading: Reading;
  /** Whether the reading is another one now. */
  readonly isChanged: boolean;
}

const statuses = ['accepted', 'suspect', 'rejected'] as const;

/**
 * Records a person's reading of a value as the next version of it; the one before stays on record.
 *
 * @throws CodedError OBSERVATION_NOT_FOUND, REQUEST_INVALID
 */
export async function overrule(db: Db, { id, author, origin, ...request }: OverruleRequest): Promise<Overruled> {
  const status = statuses.find((word) => word === request.status);
  const reason = request.reason.trim();
  if (!status) throw new CodedError('REQUEST_INVALID', `the status must be one of ${statuses.join(', ')}`);
  if (reason === '' || author.trim() === '') {
    throw new CodedError('REQUEST_INVALID', 'an overruling needs a reason and the name of who decides');
  }
  return db.transaction().execute(async (transaction) => {
    await lockLedger(transaction);
    const before = await getReading(transaction, id);
    const source = (await getSourceReading(transaction, before)).observation;
    const note = `${reason} (overruled by ${author})${source.note ? `. The source: ${source.note}` : ''}`;
    const observation = { ...source, status, note };
    if (before.overruledBy === author && before.observation.status === status && before.observation.note === note) {
      return { reading: before, isChanged: false };
    }
    await insertOverruling(transaction, observation, author);
    const detail = { observation: before.id, from: before.observation.status, to: status, reason };
    await insertLedgerEntry(transaction, {
      packId: before.packId,
      kind: 'overrule',
      author,
      origin,
      added: 1,
      detail,
    });
    return { reading: await getReading(transaction, before.id), isChanged: true };
  });
}
