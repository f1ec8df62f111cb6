import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import * as evaluation from '@hadaf/evaluation';
import * as models from '@hadaf/models';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeInChromium, launchChromium } from './chromium.ts';

type Library = { readonly models: typeof models; readonly evaluation: typeof evaluation };
type Numbers = Readonly<Record<string, readonly number[]>>;

const bundler = join(import.meta.dirname, '../../scripts/bundle-library.mjs');
const bundleMs = 60_000;

/**
 * What a forecaster does with the library: every model, the combination, a formula, scores. It runs here and,
 * as text, in the browser: nothing outside of it may be named.
 */
async function work({ models: m, evaluation: e }: Library): Promise<Numbers> {
  const values = Float64Array.of(789, 939, 1067, 1192, 1440, 2108, 2619, 2597, 3223, 3814, 4100, 4290, 4410, 4480);
  // Any generator will do that makes the same numbers everywhere: a linear congruence, and half a sum of twelve.
  const rngOf = (seed: number) => {
    let state = seed;
    const uniform = () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    const normal = () => Array.from({ length: 12 }, uniform).reduce((sum, u) => sum + u, -6);
    return { uniform, normal };
  };
  const found: Record<string, readonly number[]> = {};
  for (const [name, model] of Object.entries(m)) {
    if (typeof model !== 'object' || !('fit' in model)) continue;
    const fit = model.fit({ values, seasonLength: 1 });
    found[name] =
      fit.kind === 'unfit' ? [] : [...fit.model.forecast(4), ...fit.model.simulate(4, 8, rngOf(7) as never)];
  }
  const request = {
    seriesId: 'exports',
    values,
    horizon: 5,
    seed: 1,
    paths: 256,
    logStandardDeviations: values.map(() => 0.02),
  };
  for (const seasonLength of [1, 4]) {
    const forecast = m.forecastSeries({ ...request, seasonLength });
    if (forecast.kind === 'unfit') throw new Error(forecast.reason);
    found[`season ${seasonLength}`] = [...forecast.paths];
    found[`P ${seasonLength}`] = [m.probabilityAtDate(forecast, 5, 6000), m.probabilityByDate(forecast, 5, 6000)];
  }
  const parsed = await m.parseFormula('a / (1 + exp(-k*(t - t0)))', ['t']);
  if (parsed.kind === 'refused') throw new Error(parsed.detail);
  const data = new Map([['t', values.map((_, i) => i)]]);
  const fitted = m.fitFormula(
    parsed.formula,
    data,
    values,
    new Map([
      ['k', { start: 0.3 }],
      ['t0', { start: 6 }],
    ]),
  );
  if (fitted.kind === 'unfit') throw new Error(fitted.reason);
  found['formula'] = fitted.parameters.flatMap(({ value, standardError }) => [value, standardError]);
  const folds = e.backtest(m.holt, { values, seasonLength: 1 }, { horizon: 2 });
  const forecasts = folds.flatMap((fold) => (fold.kind === 'forecast' ? [...fold.forecast] : []));
  found['backtest'] = forecasts;
  const losses = forecasts.map((forecast) => e.pinballLoss(forecast, 0.9, 4000));
  found['scores'] = [...losses, e.sampleCrps(Float64Array.from(forecasts), 4000), e.naiveScale(values, 1)];
  return found;
}

/**
 * Engines round exp and log differently in the last bit (Chromium 156 and Node 24 in 9 % of arguments of exp), so forecasts
 * on logs agree to this (6e-15 on 2026-11-22), and only models of + − × ÷ √ to the last bit.
 */
const acrossEngines = 1e-9;
const usesArithmeticOnly = new Set(['naive', 'randomWalkWithDrift', 'theta', 'holt', 'backtest', 'scores']);

/** The largest relative distance of two lists; Infinity where they are not alike in length or in what is no number. */
function largestDistance(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  const distances = a.map((value, i) => {
    const other = b[i] ?? Number.NaN;
    return Object.is(value, other) ? 0 : Math.abs(value - other) / Math.max(Math.abs(value), Math.abs(other));
  });
  return distances.some(Number.isNaN) ? Number.POSITIVE_INFINITY : Math.max(0, ...distances);
}

describe('the library bundled for browsers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hadaf-bundle-'));
  let measured: { files: Record<string, number>; imports: Record<string, number> };

  beforeAll(async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [bundler, folder, '--json']);
    measured = JSON.parse(stdout);
  }, bundleMs);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('imports nothing of Node’s', () => {
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));
    expect(code).toEqual(expect.arrayContaining(['models.js', 'evaluation.js']));
    for (const path of code) {
      const text = readFileSync(join(folder, path), 'utf8');
      expect(text, path).not.toMatch(/["']node:|\brequire\(/);
    }
  });

  test('charges an application for what it imports', () => {
    const { 'models.js': all = 0 } = measured.files;
    const naive = measured.imports['one benchmark (naive)'] ?? Number.NaN;
    const theta = measured.imports['one model (theta)'] ?? Number.NaN;
    expect(naive).toBeLessThan(all / 10);
    expect(theta).toBeLessThan(all / 5);
  });

  test('has declarations that a strict compiler takes', async () => {
    const app = `import { forecastSeries, probabilityAtDate, type ForecastRequest } from './models.js';
import { backtest } from './evaluation.js';
import { theta } from './models.js';
const request: ForecastRequest = { seriesId: 'a', values: Float64Array.of(1, 2, 3), seasonLength: 1, horizon: 2, seed: 1, paths: 8 };
const forecast = forecastSeries(request);
export const probability: number = forecast.kind === 'forecast' ? probabilityAtDate(forecast, 2, 3) : 0;
export const folds: number = backtest(theta, request, { horizon: 1 }).length;
// @ts-expect-error a forecast that may be unfit has no median yet
forecast.median;
`;
    writeFileSync(join(folder, 'app.ts'), app);
    const compiler = join(import.meta.dirname, '../../node_modules/.bin/tsc');
    const strict = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2024', '--types', ''];
    const compiled = promisify(execFile)(compiler, [...strict, 'app.ts'], { cwd: folder });
    await expect(compiled.catch(({ stdout }) => stdout)).resolves.toMatchObject({ stdout: '' });
  });

  test('gives in Node what its sources give', async () => {
    const load = (room: string) => import(/* @vite-ignore */ pathToFileURL(join(folder, `${room}.js`)).href);
    const bundled = { models: await load('models'), evaluation: await load('evaluation') };
    expect(await work(bundled)).toEqual(await work({ models, evaluation }));
  });

  describeInChromium('in Chromium', () => {
    test('gives the numbers it gives in Node', async () => {
      const browser = await launchChromium();
      try {
        const page = await browser.newPage();
        await page.route('http://library.test/**', (route) => {
          const { pathname } = new URL(route.request().url());
          if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<title>library</title>' });
          return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(folder, pathname), 'utf8') });
        });
        await page.goto('http://library.test/');
        const load = `{ models: await import('/models.js'), evaluation: await import('/evaluation.js') }`;
        const there: Numbers = await page.evaluate(`(async () => (${work.toString()})(${load}))()`);
        const here = await work({ models, evaluation });
        expect(Object.keys(there).toSorted()).toEqual(Object.keys(here).toSorted());
        for (const [name, numbers] of Object.entries(here)) {
          const distance = largestDistance(numbers, there[name] ?? []);
          expect(distance, `${name} differs`).toBeLessThanOrEqual(usesArithmeticOnly.has(name) ? 0 : acrossEngines);
        }
      } finally {
        await browser.close();
      }
    });
  });
});
