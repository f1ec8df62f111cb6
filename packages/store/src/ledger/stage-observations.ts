import type { Observation } from '@hadaf/series';
import { sql } from 'kysely';
import { CopyEncoder } from '../connection/copy-encoder.ts';
import type { CopyTransaction } from '../connection/copy-transaction.ts';
import { FactFilter } from './fact-filter.ts';
import { hashBytesOf } from './observation-hash.ts';

/** An observation and the line of the file it stands on. */
export interface StagedObservation {
  readonly line: number;
  readonly observation: Observation;
}

const stagedColumns = `
  line integer not null, may_repeat boolean not null, fact_hash bytea not null, content_hash bytea not null,
  indicator_id text not null, period_start date not null, period_end date not null, value float8 not null,
  qualifier text not null, half_width float8 not null, agency text not null, document_id text not null,
  published_on date, known_by date not null, known_by_basis text not null, status text not null, note text not null`;
const columnCount = stagedColumns.split(',').length;

/** Encodes rows as they come, and counts those that may repeat an earlier one. */
class StagedRows {
  readonly #encoder = new CopyEncoder(columnCount);
  readonly #seen = new FactFilter();
  suspected = 0;

  async *pieces(rows: AsyncIterable<readonly StagedObservation[]>): AsyncGenerator<Uint8Array> {
    for await (const batch of rows) {
      for (const row of batch) {
        this.#write(row);
        if (this.#encoder.isFull) yield this.#encoder.take();
      }
    }
    yield this.#encoder.end();
  }

  #write({ line, observation: o }: StagedObservation): void {
    const encoder = this.#encoder;
    const { fact, content } = hashBytesOf(o);
    const mayRepeat = this.#seen.mayRepeat(fact);
    if (mayRepeat) this.suspected += 1;
    encoder.beginRow();
    encoder.int32(line);
    encoder.boolean(mayRepeat);
    encoder.bytes(fact);
    encoder.bytes(content);
    encoder.word(o.indicatorId);
    encoder.day(o.start);
    encoder.day(o.end);
    encoder.float64(o.value);
    encoder.word(o.qualifier);
    encoder.float64(o.halfWidth);
    encoder.word(o.agency);
    encoder.word(o.documentId);
    encoder.day(o.publishedOn);
    encoder.day(o.knownBy);
    encoder.word(o.knownByBasis);
    encoder.word(o.status);
    encoder.text(o.note);
  }
}

/**
 * Puts rows into a table of the transaction's own, to be compared with the ledger.
 *
 * @returns how many of them may repeat an earlier one: at least those that do
 */
export async function stageObservations(
  { db, copyIn }: CopyTransaction,
  rows: AsyncIterable<readonly StagedObservation[]>,
): Promise<number> {
  await sql`set local work_mem = '64MB'`.execute(db);
  await sql`create temporary table staged (${sql.raw(stagedColumns)}) on commit drop`.execute(db);
  const staged = new StagedRows();
  await copyIn('copy staged from stdin (format binary)', staged.pieces(rows));
  await sql`set local default_statistics_target = 10`.execute(db);
  await sql`analyze staged (may_repeat, fact_hash, indicator_id, period_start, period_end)`.execute(db);
  return staged.suspected;
}
