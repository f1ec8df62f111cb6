import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

/** The text of one file that holds what `entry` imports, for a browser: esbuild refuses any of Node's own modules. */
async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'hadaf',
  });
  return outputFiles[0].text;
}

const entry = `
  import { forecastSeries, probabilityAtDate } from '@hadaf/models';
  import { sampleCrps } from '@hadaf/evaluation';
  const values = Float64Array.of(789, 939, 1067, 1192, 1440, 2108, 2619, 2597, 3223, 3814);
  const forecast = forecastSeries(
    { seriesId: 'x', values, seasonLength: 1, horizon: 5, seed: 1, paths: 64 });
  export const probability = probabilityAtDate(forecast, 5, 5000);
  export const score = sampleCrps(forecast.paths.filter((_, i) => i % 5 === 0), 4500);
`;

describe('the library alone', () => {
  test('bundles for a browser and forecasts without Node', async () => {
    const text = await bundle(entry);
    const context: { hadaf?: { probability: number; score: number } } = {};
    runInNewContext(`${text}; this.hadaf = hadaf;`, context);
    expect(context.hadaf?.probability).toBeGreaterThan(0.5);
    expect(context.hadaf?.score).toBeGreaterThan(0);
  });

  test('leaves out what is not used: a forecast carries no formula parser', async () => {
    const text = await bundle(entry);
    expect(text.length).toBeLessThan(60_000);
  });
});
