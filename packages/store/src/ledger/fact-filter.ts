/** 16 MiB: of eight million facts, more than a file of 1 GiB holds, one in 100 is taken for a repeat that is none. */
const words = 2 ** 22;
/** A block is a line of the processor's cache: a fact is met with one look at memory. */
const wordsOfBlock = 16;

/**
 * Says of each fact whether an earlier one may have been the same: never wrongly no, rarely wrongly yes, in memory that
 * does not grow with the facts. Only those it suspects are looked up.
 *
 * A blocked Bloom filter of three bits a fact; parts of a SHA-256 are independent hashes.
 *
 * @see Putze, Sanders & Singler (2009), Cache-, Hash- and Space-Efficient Bloom Filters, JEA 14
 */
export class FactFilter {
  readonly #words = new Int32Array(words);

  /** @param hash  SHA-256, a character a byte */
  mayRepeat(hash: string): boolean {
    const at = (hash.charCodeAt(0) | (hash.charCodeAt(1) << 8) | (hash.charCodeAt(2) << 16)) * wordsOfBlock;
    const block = at & (words - 1);
    let isKnown = true;
    for (let i = 3; i < 9; i += 2) {
      const bit = hash.charCodeAt(i) | ((hash.charCodeAt(i + 1) & 1) << 8);
      const [word, mask] = [block + (bit >>> 5), 1 << (bit & 31)];
      const held = this.#words[word] ?? 0;
      if ((held & mask) !== 0) continue;
      isKnown = false;
      this.#words[word] = held | mask;
    }
    return isKnown;
  }
}
