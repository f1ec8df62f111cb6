import { Buffer } from 'node:buffer';
import { dayNumber, type IsoDate } from '@hadaf/series';

/** Postgres counts days from 2000-01-01. */
const postgresEpoch = dayNumber('2000-01-01');
const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const nullLength = -1;
/** A row of the ledger is shorter than this by far: four texts of 4,000 characters. */
const longestRow = 80_000;
/** Large enough to be sent at once, small enough to be collected young. */
const pieceBytes = 256 * 1024;
/** Cells repeat: ids, agencies, words. */
const wordsRemembered = 4096;
const longestRemembered = 200;

/**
 * Rows in COPY's binary format: half the bytes of its text format for hashes, and no number or day to parse.
 *
 * Holds one piece; a row's fields are written in the order of the columns.
 *
 * @see PostgreSQL 18 documentation, COPY, Binary Format
 */
export class CopyEncoder {
  readonly #columns: number;
  readonly #words = new Map<string, Uint8Array>();
  #piece = Buffer.allocUnsafe(pieceBytes);
  #end: number;

  constructor(columns: number) {
    this.#columns = columns;
    this.#end = signature.copy(this.#piece);
  }

  /** Whether the piece should be taken before the next row. */
  get isFull(): boolean {
    return this.#end + longestRow > pieceBytes;
  }

  beginRow(): void {
    this.#end = this.#piece.writeInt16BE(this.#columns, this.#end);
  }

  int32(value: number): void {
    this.#end = this.#piece.writeInt32BE(4, this.#end);
    this.#end = this.#piece.writeInt32BE(value, this.#end);
  }

  boolean(value: boolean): void {
    this.#end = this.#piece.writeInt32BE(1, this.#end);
    this.#end = this.#piece.writeUInt8(value ? 1 : 0, this.#end);
  }

  float64(value: number): void {
    this.#end = this.#piece.writeInt32BE(8, this.#end);
    this.#end = this.#piece.writeDoubleBE(value, this.#end);
  }

  day(value: IsoDate | null): void {
    if (value === null) this.#end = this.#piece.writeInt32BE(nullLength, this.#end);
    else this.int32(dayNumber(value) - postgresEpoch);
  }

  /** Bytes as a string of one character each. */
  bytes(value: string): void {
    this.#end = this.#piece.writeInt32BE(value.length, this.#end);
    this.#end += this.#piece.write(value, this.#end, 'latin1');
  }

  /** A text that other rows repeat. */
  word(value: string): void {
    const bytes = this.#words.get(value) ?? this.#remember(value);
    this.#end = this.#piece.writeInt32BE(bytes.length, this.#end);
    this.#piece.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** A text of its own. */
  text(value: string): void {
    const length = this.#piece.write(value, this.#end + 4, 'utf8');
    this.#piece.writeInt32BE(length, this.#end);
    this.#end += 4 + length;
  }

  /** What was written since the last call; the encoder goes on with a piece of its own. */
  take(): Uint8Array {
    const taken = this.#piece.subarray(0, this.#end);
    this.#piece = Buffer.allocUnsafe(pieceBytes);
    this.#end = 0;
    return taken;
  }

  /** The last piece: COPY wants to hear that no row follows. */
  end(): Uint8Array {
    this.#end = this.#piece.writeInt16BE(nullLength, this.#end);
    return this.take();
  }

  #remember(word: string): Uint8Array {
    const bytes = Buffer.from(word);
    if (this.#words.size >= wordsRemembered) this.#words.clear();
    if (word.length <= longestRemembered) this.#words.set(word, bytes);
    return bytes;
  }
}
