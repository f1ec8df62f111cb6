import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CompetitionSeries } from './competition-series.ts';

/** What is used of `@bsull/augurs/ets`. */
interface AugursEts {
  initSync(module: { module: Uint8Array }): void;
  AutoETS: new (
    seasonLength: number,
    spec: string,
  ) => {
    fit(values: Float64Array): void;
    predict(horizon: number, level: number): unknown;
    free(): void;
  };
}

/** One automatic ETS without season, with a 0.95 interval: the least augurs can be asked for. */
export type AugursForecaster = (series: CompetitionSeries) => void;

/** Null where `@bsull/augurs` is neither among the project's packages nor in a folder the command was started from. */
export async function openAugurs(): Promise<AugursForecaster | null> {
  const ets = await loadAugurs();
  if (ets === null) return null;
  return ({ train, test }) => {
    const model = new ets.AutoETS(1, 'ZZN');
    model.fit(train);
    model.predict(test.length, 0.95);
    model.free();
  };
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
