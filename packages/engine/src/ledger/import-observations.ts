import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { StringDecoder } from 'node:string_decoder';
import { type Fault, FaultList } from '@hadaf/packs';
import {
  compareStaged,
  inCopyTransaction,
  insertLedgerEntry,
  insertStaged,
  listAllDocuments,
  listAllIndicators,
  listExpectedRanges,
  listStagedChanges,
  lockLedger,
  removeRepeats,
  type StagedChange,
  type StagedObservation,
  type Store,
  stageObservations,
  upsertDocuments,
} from '@hadaf/store';
import { type CsvRecord, CsvRecords } from './csv-records.ts';
import { DocumentBook } from './document-book.ts';
import { readColumns } from './import-columns.ts';
import { type ImportContext, openRowReader } from './read-import-row.ts';

/** A file of observations on its way in. */
export interface ImportRequest {
  /** UTF-8 CSV, in pieces of any size. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Names the file in faults and in the record of the change. */
  readonly name: string;
  /** Who imports, and from where. */
  readonly author: string;
  readonly origin: string;
  /** Why values outside their expected ranges are right; absent or null where nobody says so. */
  readonly beyondRange?: string | null;
  /** Whether to change the ledger; without it nothing is changed. */
  readonly isApplied: boolean;
}

/** What an import would change, or did. */
export interface ImportReport {
  readonly rows: number;
  /** First reports of their period. */
  readonly new: number;
  /** Another report of a period already reported, or another reading of one on record. */
  readonly revised: number;
  /** On record already; nothing changes. */
  readonly known: number;
  /** Rows that repeat an earlier row of the file; they count once. */
  readonly repeated: number;
  /** The first rows that change the ledger. */
  readonly firstRows: readonly StagedChange[];
  readonly isApplied: boolean;
}

export type ImportResult =
  | { readonly kind: 'imported'; readonly report: ImportReport }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[]; readonly count: number };

const rowsShown = 10;
const repeatsNamed = 100;
const noRepeats = { count: 0, rows: [] };
const largestFile = 1024 * 1024 * 1024;

/** Ends the transaction of an import that changes nothing. */
class Abandoned extends Error {
  readonly result: ImportResult;

  constructor(result: ImportResult) {
    super('import abandoned');
    this.result = result;
  }
}

/** Reads a file piece by piece: its rows as observations, its faults, and what names its content. */
class ImportFile {
  readonly faults = new FaultList();
  readonly #request: ImportRequest;
  readonly #context: ImportContext;
  readonly #digest = createHash('sha256');
  readonly #records = new CsvRecords();
  #read: ((record: CsvRecord) => StagedObservation['observation'] | null) | null = null;
  #rows = 0;

  constructor(request: ImportRequest, context: ImportContext) {
    this.#request = request;
    this.#context = context;
  }

  get rows(): number {
    return this.#rows;
  }

  /** SHA-256 of the bytes; after the last of them only. */
  digest(): string {
    return this.#digest.digest('hex');
  }

  /** Rows without faults. After the first fault none come any more, and the rest is read for its faults. */
  async *observations(): AsyncGenerator<StagedObservation[]> {
    const decoder = new StringDecoder('utf8'); // four times as fast in pieces as TextDecoder, and text stays a byte a character
    let size = 0;
    for await (const piece of this.#request.bytes) {
      size += piece.length;
      if (size > largestFile) this.#refuseFile('is larger than 1 GiB', 'split it');
      if (this.#isStopped()) break;
      this.#digest.update(piece);
      const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      yield this.#staged(this.#records.push(decoder.write(bytes)));
    }
    yield this.#staged([...this.#records.push(decoder.end()), ...this.#records.end()]);
    const { fault } = this.#records;
    if (fault) this.faults.add({ file: this.#request.name, row: fault.line, field: null, ...fault });
    else if (this.#read === null && this.faults.count === 0)
      this.#refuseFile('is empty', 'its first line names the columns');
  }

  #isStopped(): boolean {
    return this.#records.fault !== null || (this.#read === null && this.faults.count > 0) || this.#isTooFaulty();
  }

  /** Where everything is wrong, a hundred faults say so as well as a million. */
  #isTooFaulty(): boolean {
    return this.faults.count > 10_000;
  }

  #refuseFile(problem: string, mend: string): void {
    this.faults.add({ file: this.#request.name, row: null, field: null, value: '', problem, mend });
  }

  #staged(records: readonly CsvRecord[]): StagedObservation[] {
    const staged: StagedObservation[] = [];
    for (const record of records) {
      if (this.#read === null) {
        this.#readHeader(record.cells);
        if (this.#read === null) break;
        continue;
      }
      this.#rows += 1;
      const observation = this.#read(record);
      if (observation && this.faults.count === 0) staged.push({ line: record.line, observation });
    }
    return staged;
  }

  #readHeader(header: readonly string[]): void {
    const { name: file } = this.#request;
    const positions = readColumns(header, file, this.faults);
    if (positions) this.#read = openRowReader({ file, header, positions }, this.#context, this.faults);
  }
}

function faulty({ faults, count }: FaultList): Abandoned {
  return new Abandoned({ kind: 'faulty', faults, count });
}

/**
 * Imports a file of observations: all of it or nothing, in one transaction. Importing it again changes nothing. Without
 * `isApplied` it says what would change and changes nothing.
 *
 * @returns what changes, or the first 100 faults with the way to mend each
 */
export async function importObservations(
  { db, pool }: Pick<Store, 'db' | 'pool'>,
  request: ImportRequest,
): Promise<ImportResult> {
  const indicators = new Map((await listAllIndicators(db)).map((indicator) => [indicator.id, indicator]));
  const documents = new DocumentBook(await listAllDocuments(db));
  const ranges = Map.groupBy(await listExpectedRanges(db), (range) => range.indicatorId);
  const beyondRange = request.beyondRange?.trim() || null;
  const file = new ImportFile(request, { indicators, documents, ranges, beyondRange });
  try {
    const report = await inCopyTransaction(pool, async (transaction) => {
      const suspected = await stageObservations(transaction, file.observations());
      if (file.faults.count > 0) throw faulty(file.faults);
      const repeats = suspected === 0 ? noRepeats : await removeRepeats(transaction.db, repeatsNamed);
      for (const { line, firstLine } of repeats.rows.filter(({ agrees }) => !agrees)) {
        const problem = `states what row ${firstLine} states, and reads it differently`;
        const mend = 'keep one of the two';
        file.faults.add({ file: request.name, row: line, field: null, value: '', problem, mend });
      }
      if (file.faults.count > 0) throw faulty(file.faults);
      if (request.isApplied) await lockLedger(transaction.db);
      const { fresh, revised, known } = await compareStaged(transaction.db, file.rows - repeats.count);
      const changes = { new: fresh, revised, known };
      const firstRows = await listStagedChanges(transaction.db, rowsShown);
      const found = { rows: file.rows, ...changes, repeated: repeats.count, firstRows, isApplied: request.isApplied };
      if (!request.isApplied) throw new Abandoned({ kind: 'imported', report: found });
      await upsertDocuments(transaction.db, documents.added);
      const named = { file: request.name, sha256: file.digest(), rows: file.rows };
      const detail = { ...named, ...(beyondRange && { beyondRange }), ...changes };
      for (const { packId, added } of await insertStaged(transaction.db)) {
        const { author, origin } = request;
        await insertLedgerEntry(transaction.db, { packId, kind: 'import', author, origin, added, detail });
      }
      return found;
    });
    return { kind: 'imported', report };
  } catch (thrown) {
    if (thrown instanceof Abandoned) return thrown.result;
    throw thrown;
  }
}
