import { spawnSync } from 'node:child_process';
import type { CompetitionSet } from './competition-series.ts';

/** Another forecaster, timed on the same series in the same run. */
export interface Peer {
  readonly name: string;
  readonly medianMs: number;
}

/** R is slow: so many series of it are enough for a median. */
const mostForR = 25;

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

/** The forecasters found on this machine: R's ets + auto.arima + thetaf. */
export function timePeers(sets: readonly CompetitionSet[], most: number): Peer[] {
  const lines = sets.flatMap(({ series, seasonLength, horizon }) =>
    series
      .slice(0, Math.min(most, Math.ceil(mostForR / sets.length)))
      .map(({ train }) => `${seasonLength};${horizon};${[...train].join(' ')}`),
  );
  const run = spawnSync('Rscript', ['-e', program], { input: lines.join('\n'), encoding: 'utf8' });
  const medianMs = run.status === 0 ? Number(run.stdout) : Number.NaN;
  return medianMs > 0 ? [{ name: 'R ets + auto.arima + thetaf', medianMs }] : [];
}
