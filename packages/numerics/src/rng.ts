import { hashKey } from './hash-key.ts';
import { normalQuantile } from './normal-distribution.ts';
import { philox } from './philox.ts';

/** A stream of random numbers. Streams with the same key give the same numbers on every machine and thread. */
export interface Rng {
  /** Uniform on (0, 1), never 0 and never 1. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
}

/**
 * A counter-based stream, keyed by a name and a seed: nothing is shared between streams, so a series has the same
 * numbers whichever thread it is on and whatever ran before it.
 *
 * A uniform is (w + ½) / 2³² of one 32-bit Philox word; a normal is its quantile, so one word is one draw of either
 * kind and the count of draws does not depend on their values.
 *
 * @param key   the name of the stream: a series' id
 * @param seed  any integer; its low 32 bits count
 */
export function counterRng(key: string, seed: number): Rng {
  const block = new Uint32Array(4);
  const [keyLow, keyHigh] = hashKey(key);
  let counter = 0;
  let used = 4;
  const uniform = (): number => {
    if (used === 4) {
      philox(counter, seed | 0, keyLow, keyHigh, block);
      counter += 1;
      used = 0;
    }
    const word = block[used];
    used += 1;
    return (word + 0.5) / 4294967296;
  };
  return { uniform, normal: () => normalQuantile(uniform()) };
}
