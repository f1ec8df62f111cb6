import { createHash } from 'node:crypto';
import { bundledPackFolder, forecastSettings, forecastWithGrowth, openForecaster, readPackFolder } from '@hadaf/engine';
import type { ForecastRequest, ForecastResult } from '@hadaf/models';
import { counterRng } from '@hadaf/numerics';
import { beforeAll, describe, expect, test } from 'vitest';
import { originYear } from '../../packages/engine/src/assess/annual-forecast.ts';
import { type MeasuredSeries, measureSeries } from '../../packages/engine/src/assess/measured-series.ts';
import { forecastThrough } from '../../packages/engine/src/run/forecast-series-of.ts';

const fitMs = 60_000;
const kinds = ['growing', 'noisy', 'signed', 'seasonal', 'counted'] as const;

/** Series of every kind the models tell apart: short and long, positive and not, annual, quarterly, monthly. */
function valuesOf(kind: (typeof kinds)[number], n: number, seasonLength: number): Float64Array {
  const rng = counterRng(`${kind} ${n}`, 1);
  let level = 100;
  return Float64Array.from({ length: n }, (_, t) => {
    if (kind === 'growing') level *= Math.exp(0.1 + 0.1 * rng.normal());
    else level += 3 * rng.normal();
    if (kind === 'signed') return level - 100;
    if (kind === 'counted') return Math.max(0, Math.round((level - 95) / 4));
    return kind === 'seasonal' ? level * (1 + 0.3 * Math.sin((2 * Math.PI * t) / Math.max(seasonLength, 2))) : level;
  });
}

const lengths = [
  [3, 1],
  [4, 1],
  [10, 1],
  [24, 1],
  [30, 4],
  [61, 12],
] as const;

const requests: readonly ForecastRequest[] = kinds.flatMap((kind) =>
  lengths.map(([n, seasonLength]) => ({
    seriesId: `${kind} ${n}`,
    values: valuesOf(kind, n, seasonLength),
    seasonLength,
    horizon: seasonLength > 1 ? seasonLength : 5,
    seed: 7,
    paths: 128,
    ...(n === 10 ? { logStandardDeviations: Float64Array.from({ length: n }, (_, t) => 0.01 * (t % 6)) } : {}),
  })),
);

/** A digest of every bit of a forecast, numbers as their bytes: −0 and 0 differ, and so does the last digit. */
function bitsOf(result: ForecastResult): string {
  if (result.kind === 'unfit') return `unfit: ${result.reason}`;
  const { paths, point, median, quantiles, models, levels } = result;
  const digest = createHash('sha256').update(JSON.stringify([models, levels]));
  for (const numbers of [paths, point, median, quantiles]) {
    digest.update(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  }
  return digest.digest('hex');
}

/** Forecasts as the engine makes them: all asked for at once, answered by that many worker threads. */
async function forecastIn(threads: number, asked: readonly ForecastRequest[]): Promise<Map<string, string>> {
  const forecaster = openForecaster(threads);
  try {
    const answers = await Promise.all(
      asked.map(async (request) => [request.seriesId, bitsOf(await forecaster.forecast(request))] as const),
    );
    return new Map(answers);
  } finally {
    await forecaster.close();
  }
}

function shuffled<T>(items: readonly T[]): T[] {
  const rng = counterRng('order', 3);
  return items
    .map((item) => ({ item, key: rng.normal() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

describe('a forecast is the same bits', () => {
  const here = new Map(requests.map((request) => [request.seriesId, bitsOf(forecastWithGrowth(request))]));

  test.each([1, 2, 8])('in %d threads as in none', { timeout: fitMs }, async (threads) => {
    expect(await forecastIn(threads, requests)).toEqual(here);
  });

  test('in any order', { timeout: fitMs }, async () => {
    const order = shuffled(requests);
    expect(order).not.toEqual(requests);
    const found = await forecastIn(2, order);
    expect(requests.map(({ seriesId }) => found.get(seriesId))).toEqual([...here.values()]);
  });

  test('and a digest of them notices one', () => {
    const [request] = requests;
    if (!request) throw new Error('no request');
    const first = forecastWithGrowth(request);
    if (first.kind === 'unfit') throw new Error(first.reason);
    const before = bitsOf(first);
    const last = first.paths.length - 1;
    first.paths[last] = (first.paths[last] ?? 0) * (1 + Number.EPSILON);
    expect(bitsOf(first)).not.toBe(before);
  });
});

describe('a stored forecast', () => {
  const days = ['2021-12-31', '2024-12-31', '2026-11-22'];
  let series: readonly MeasuredSeries[];

  beforeAll(async () => {
    const reading = await readPackFolder(bundledPackFolder());
    if (reading.kind === 'faulty') throw new Error(`the bundled pack has ${reading.count} faults`);
    const { indicators, observations } = reading.pack;
    series = days.flatMap((day) =>
      indicators.map((indicator) => {
        const own = observations.filter(({ indicatorId }) => indicatorId === indicator.id);
        return measureSeries(indicator, own, new Map(), day);
      }),
    );
  });

  test('is reproduced by the request stored with it', { timeout: fitMs }, async () => {
    const forecaster = openForecaster(2);
    try {
      let reproduced = 0;
      for (const one of series) {
        const through = (originYear(one) ?? 0) + 5;
        const made = await forecastThrough({ forecaster, settings: forecastSettings }, one, through);
        if (!made) continue;
        // What the database keeps is this text.
        const stored = JSON.parse(JSON.stringify(made.request));
        const again = forecastWithGrowth({
          ...stored,
          values: Float64Array.from(stored.values),
          logStandardDeviations: Float64Array.from(stored.logStandardDeviations),
        });
        expect(bitsOf(again), `${one.indicator.id} as known on ${one.asOf}`).toBe(bitsOf(made.annual.forecast));
        reproduced += 1;
      }
      expect(reproduced).toBeGreaterThan(5);
    } finally {
      await forecaster.close();
    }
  });
});
