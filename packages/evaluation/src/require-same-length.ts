/** Throws unless both hold the same number of values, at least one. */
export function requireSameLength(caller: string, a: ArrayLike<number>, b: ArrayLike<number>): void {
  if (a.length !== b.length || a.length === 0) {
    throw new RangeError(`${caller} requires two arrays of one length ≥ 1, got ${a.length} and ${b.length}`);
  }
}
