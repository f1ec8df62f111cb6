import type { Model } from '../model.ts';
import { findClassicalSeason, seasonallyAdjusted } from '../seasonal/seasonally-adjusted.ts';
import { naive } from './naive.ts';

/**
 * Naive 2, the benchmark of the M competitions: naive on the seasonally adjusted series, put back on its season.
 *
 * @see Makridakis, Spiliotis & Assimakopoulos (2020), The M4 Competition, International Journal of Forecasting 36(1)
 */
export const naive2: Model = { ...seasonallyAdjusted(naive, findClassicalSeason), name: 'naive 2' };
