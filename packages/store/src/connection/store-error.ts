import { CodedError } from '@hadaf/platform';

const unreachable = /^(?:ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|08...|57P0.|53300)$/;
const full = /^(?:53100|ENOSPC)$/;
/** A text that holds a NUL: Postgres keeps none, in text and in jsonb. */
const unstorable = /^(?:22021|22P05)$/;
const conflict = /^(?:23...|40001|40P01)$/;

function sqlState(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
}

/** What a query threw, with its code from the table; anything else is returned as it came. */
export function explainStoreError(thrown: unknown): unknown {
  if (thrown instanceof CodedError) return thrown;
  const state = sqlState(thrown);
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  if (unreachable.test(state) || /Connection terminated|timeout exceeded when trying to connect/.test(said)) {
    return new CodedError('STORE_UNAVAILABLE', `the database does not answer: ${said}`, { cause: thrown });
  }
  if (unstorable.test(state))
    return new CodedError('REQUEST_INVALID', 'a text holds a NUL character; leave it out', { cause: thrown });
  if (full.test(state)) return new CodedError('DISK_FULL', "the database's disk is full", { cause: thrown });
  if (conflict.test(state)) return new CodedError('STORE_CONFLICT', `the database refused: ${said}`, { cause: thrown });
  return thrown;
}
