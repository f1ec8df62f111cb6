/** One thing wrong with a pack: where it stands, what it says and how to mend it. */
export interface Fault {
  readonly file: string;
  /** Line of the file, the header being line 1; null where the fault is the whole file's. */
  readonly row: number | null;
  /** Column of a table or key of `pack.yaml`; null where the fault is the whole row's. */
  readonly field: string | null;
  /** The offending text, shortened. */
  readonly value: string;
  readonly problem: string;
  readonly mend: string;
}

const kept = 100;
const shownCharacters = 80;

function shorten(value: string): string {
  const start = value.length > shownCharacters ? `${value.slice(0, shownCharacters)}…` : value;
  return start.replaceAll('\0', '\\0');
}

/** Keeps the first 100 faults and counts the rest, so that a file of a million bad rows stays readable and small. */
export class FaultList {
  readonly #faults: Fault[] = [];
  #count = 0;

  add(fault: Fault): void {
    this.#count += 1;
    if (this.#faults.length < kept) this.#faults.push({ ...fault, value: shorten(fault.value) });
  }

  /** All faults found, kept or not. */
  get count(): number {
    return this.#count;
  }

  get faults(): readonly Fault[] {
    return this.#faults;
  }
}
