export type { Rng } from './rng.ts';
