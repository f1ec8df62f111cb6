import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CompetitionSeries, CompetitionSet } from './competition-series.ts';

/** Another forecaster, timed on the same series in the same run. */
export interface Peer {
  readonly name: string;
  readonly medianMs: number;
}

/** R is slow: so many series of it are enough for a median. */
const mostForR = 25;
const warmUp = 20;

/** The forecasters found on this machine, looked for from the project and from the working directory. */
export async function timePeers(sets: readonly CompetitionSet[], most: number): Promise<Peer[]> {
  return [...timeR(sets), ...(await timeAugurs(sets, most))];
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

const program = `
suppressMessages(library(forecast))
lines <- readLines(file("stdin"))
times <- sapply(lines, function(line) {
  parts <- strsplit(line, ";")[[1]]
  h <- as.integer(parts[2])
  y <- ts(as.numeric(strsplit(parts[3], " ")[[1]]), frequency = as.integer(parts[1]))
  system.time({ forecast(ets(y), h); forecast(auto.arima(y), h); thetaf(y, h) })[["elapsed"]] * 1000
})
cat(median(times))
`;

function timeR(sets: readonly CompetitionSet[]): Peer[] {
  const share = Math.ceil(mostForR / sets.length);
  const lines = sets.flatMap(({ series, seasonLength, horizon }) =>
    series.slice(0, share).map(({ train }) => `${seasonLength};${horizon};${[...train].join(' ')}`),
  );
  const run = spawnSync('Rscript', ['-e', program], { input: lines.join('\n'), encoding: 'utf8' });
  const medianMs = run.status === 0 ? Number(run.stdout) : Number.NaN;
  return medianMs > 0 ? [{ name: 'R ets + auto.arima + thetaf', medianMs }] : [];
}

/** What is used of `@bsull/augurs/ets`. */
interface AugursEts {
  initSync(module: { module: Uint8Array }): void;
  AutoETS: new (
    seasonLength: number,
    spec: string,
  ) => { fit(values: Float64Array): void; predict(horizon: number, level: number): unknown; free(): void };
}

async function loadAugurs(): Promise<AugursEts | null> {
  for (const from of [import.meta.filename, join(process.cwd(), 'peers.js')]) {
    try {
      const path = createRequire(from).resolve('@bsull/augurs/ets');
      const ets = (await import(path)) as AugursEts;
      ets.initSync({ module: readFileSync(path.replace(/\.js$/, '_bg.wasm')) });
      return ets;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    }
  }
  return null;
}

/** One automatic ETS without season, with a 0.95 interval: the least augurs can be asked for. */
async function timeAugurs(sets: readonly CompetitionSet[], most: number): Promise<Peer[]> {
  const ets = await loadAugurs();
  if (ets === null) return [];
  const once = ({ train, test }: CompetitionSeries): number => {
    const start = performance.now();
    const model = new ets.AutoETS(1, 'ZZN');
    model.fit(train);
    model.predict(test.length, 0.95);
    model.free();
    return performance.now() - start;
  };
  const series = sets.flatMap((set) => set.series.slice(0, most));
  for (const one of series.slice(0, warmUp)) once(one);
  return [{ name: 'augurs one ETS', medianMs: median(series.map(once)) }];
}
