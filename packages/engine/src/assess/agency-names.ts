import { type Agency, findAgency } from '@hadaf/packs';
import type { Citation } from '../report.ts';

/** Full names of the agencies that citations name in other words, by those words. */
export function agencyNames(citations: readonly Citation[], agencies: readonly Agency[]): Record<string, string> {
  const words = [...new Set(citations.map(({ agency }) => agency))].toSorted();
  return Object.fromEntries(
    words.flatMap((word) => {
      const name = findAgency(agencies, word)?.name;
      return name === undefined || name === word ? [] : [[word, name] as const];
    }),
  );
}
