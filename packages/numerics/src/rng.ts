/** A stream of random numbers. Streams with the same key give the same numbers on every machine and thread. */
export interface Rng {
  /** Uniform on (0, 1), never 0 and never 1. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
}
