import { openAugurs } from './augurs.ts';
import type { CompetitionSet } from './competition-series.ts';
import { forecastInR, hasR, rName, seriesForR } from './r-forecasts.ts';

/** Another forecaster, timed on the same series in the same run. */
export interface Peer {
  readonly name: string;
  readonly medianMs: number;
}

const warmUp = 20;

/** The forecasters found on this machine: R, and augurs from the project or from the working directory. */
export async function timePeers(
  sets: readonly CompetitionSet[],
  most: { readonly augurs: number; readonly r: number | null },
): Promise<Peer[]> {
  return [...timeR(sets, most.r), ...(await timeAugurs(sets, most.augurs))];
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function timeR(sets: readonly CompetitionSet[], most: number | null): Peer[] {
  if (!hasR()) return [];
  const times = sets.flatMap((set) => forecastInR(set, seriesForR(set, most)).map(({ ms }) => ms));
  return [{ name: rName, medianMs: median(times) }];
}

async function timeAugurs(sets: readonly CompetitionSet[], most: number): Promise<Peer[]> {
  const forecast = await openAugurs();
  if (forecast === null) return [];
  const series = sets.flatMap((set) => set.series.slice(0, most));
  for (const one of series.slice(0, warmUp)) forecast(one);
  const times = series.map((one) => {
    const start = performance.now();
    forecast(one);
    return performance.now() - start;
  });
  return [{ name: 'augurs one ETS', medianMs: median(times) }];
}
