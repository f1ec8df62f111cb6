export { goldenSection } from './golden-section.ts';
export { hashKey } from './hash-key.ts';
export type { Minimum, NelderMeadOptions, Objective, SearchBox } from './nelder-mead.ts';
export { nelderMead } from './nelder-mead.ts';
export { normalCdf, normalQuantile } from './normal-distribution.ts';
export type { Rng } from './rng.ts';
export { counterRng } from './rng.ts';
export { sortedQuantile } from './sorted-quantile.ts';
