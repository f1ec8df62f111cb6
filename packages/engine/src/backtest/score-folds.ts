import { type DieboldMariano, dieboldMariano, multipleComparisonWithBest, skill } from '@hadaf/evaluation';
import { mean } from 'simple-statistics';
import type { AnnualVintage } from './annual-vintages.ts';
import type { FoldStep, ModelScore, OriginRecord, Picking } from './backtest-report.ts';
import { benchmarkName, combinationName } from './contestants.ts';

/** Below this many pairs of forecasts a test of their difference says nothing. */
export const fewestForTest = 8;

function shareOf(steps: readonly FoldStep[], is: (step: FoldStep) => boolean): number {
  return steps.filter(is).length / steps.length;
}

/** The errors of a model and of the benchmark on the folds both have. */
function commonErrors(own: readonly FoldStep[], benchmark: readonly FoldStep[]) {
  const pairs = own.flatMap((step) => {
    const other = benchmark.find(({ asOf }) => asOf === step.asOf);
    return other ? [[step.scaledError, other.scaledError] as const] : [];
  });
  return {
    own: Float64Array.from(pairs, ([error]) => error),
    benchmark: Float64Array.from(pairs, ([, error]) => error),
  };
}

/** What one model's record at one horizon is held against. */
interface Rivals {
  readonly horizon: number;
  readonly benchmark: readonly FoldStep[];
  readonly rankings: ReadonlyMap<string, Ranking>;
}

type Ranking = NonNullable<ModelScore['ranking']>;

/** The place of each model that forecast from every origin the benchmark did. */
function rankComplete(byModel: ReadonlyMap<string, readonly FoldStep[]>): ReadonlyMap<string, Ranking> {
  const origins = (byModel.get(benchmarkName) ?? []).map(({ asOf }) => asOf);
  const errorOf = (own: readonly FoldStep[], origin: string) => own.find(({ asOf }) => asOf === origin)?.scaledError;
  const complete = [...byModel].filter(([, own]) => origins.every((origin) => errorOf(own, origin) !== undefined));
  if (origins.length === 0 || complete.length < 2) return new Map();
  const errors = origins.map((origin) => complete.map(([, own]) => errorOf(own, origin) ?? Number.NaN));
  const ranked = multipleComparisonWithBest(
    complete.map(([model]) => model),
    errors,
  );
  return new Map(
    ranked.map(({ name, meanRank, indistinguishableFromBest }) => [
      name,
      { meanRank, mayBeBest: indistinguishableFromBest },
    ]),
  );
}

function scoreOf(model: string, own: readonly FoldStep[], rivals: Rivals): ModelScore {
  const { horizon, benchmark, rankings } = rivals;
  const common = commonErrors(own, benchmark);
  const isBenchmark = model === benchmarkName;
  const isTestable = !isBenchmark && common.own.length >= Math.max(fewestForTest, 2 * horizon);
  const tested: DieboldMariano | null = isTestable ? dieboldMariano(common.own, common.benchmark, horizon) : null;
  return {
    model,
    horizon,
    folds: own.length,
    isComplete: own.length === benchmark.length,
    mase: mean(own.map(({ scaledError }) => scaledError)),
    smape: mean(own.map(({ percentageError }) => percentageError)),
    pinball: mean(own.map(({ scaledPinball }) => scaledPinball)),
    coverage80: shareOf(own, ({ covered80 }) => covered80),
    coverage95: shareOf(own, ({ covered95 }) => covered95),
    skill: isBenchmark || common.own.length === 0 ? null : skill(mean([...common.own]), mean([...common.benchmark])),
    ranking: rankings.get(model) ?? null,
    dieboldMariano: tested,
  };
}

/** Models with every fold by MASE, then those with fewer by skill: an average over other folds is not comparable. */
function byRecord(a: ModelScore, b: ModelScore): number {
  if (a.isComplete !== b.isComplete) return a.isComplete ? -1 : 1;
  return a.isComplete ? a.mase - b.mase : (b.skill ?? 0) - (a.skill ?? 0);
}

/** The record of every model at every horizon, in order of their record within a horizon. */
export function scoreFolds(steps: readonly FoldStep[]): ModelScore[] {
  return [...Map.groupBy(steps, ({ horizon }) => horizon)]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([horizon, all]) => {
      const byModel = Map.groupBy(all, ({ model }) => model);
      const benchmark = byModel.get(benchmarkName) ?? [];
      const rivals = { horizon, benchmark, rankings: rankComplete(byModel) };
      return [...byModel].map(([model, own]) => scoreOf(model, own, rivals)).toSorted(byRecord);
    });
}

/** Mean scaled error of each model, smallest first. */
function rankedByError(steps: readonly FoldStep[]): { model: string; mase: number; folds: number }[] {
  return [...Map.groupBy(steps, ({ model }) => model)]
    .map(([model, own]) => ({ model, mase: mean(own.map(({ scaledError }) => scaledError)), folds: own.length }))
    .toSorted((a, b) => a.mase - b.mase);
}

/** The model with the best record among the forecasts whose year was known that day; null before there are any. */
function pickedOn({ asOf, years }: AnnualVintage, steps: readonly FoldStep[]): string | null {
  const known = new Set(years.map(({ label }) => label));
  const ranked = rankedByError(steps.filter((step) => step.asOf < asOf && known.has(step.year)));
  const longest = Math.max(0, ...ranked.map(({ folds }) => folds));
  return ranked.find(({ folds }) => folds === longest)?.model ?? null;
}

/** Who was nearest from each origin, over the years that have come. */
export function recordOrigins(origins: readonly AnnualVintage[], steps: readonly FoldStep[]): OriginRecord[] {
  return origins.map((origin) => {
    const { asOf, years } = origin;
    const own = steps.filter((step) => step.asOf === asOf);
    const ranked = rankedByError(own);
    const choice = pickedOn(origin, steps);
    const picked = ranked.find(({ model }) => model === choice);
    const rank = ranked.findIndex(({ model }) => model === combinationName);
    const combination = ranked[rank];
    const benchmark = ranked.find(({ model }) => model === benchmarkName);
    return {
      asOf,
      years: years.length,
      firstYear: years.at(0)?.label ?? '',
      lastYear: years.at(-1)?.label ?? '',
      actuals: new Set(own.map(({ horizon }) => horizon)).size,
      best: ranked[0] ? { model: ranked[0].model, mase: ranked[0].mase } : null,
      combination: combination ? { mase: combination.mase, rank: rank + 1, of: ranked.length } : null,
      benchmark: benchmark ? { mase: benchmark.mase } : null,
      picked: picked ? { model: picked.model, mase: picked.mase } : null,
    };
  });
}

/** Whether picking winners would have paid; null where nobody could have picked. */
export function comparePicking(origins: readonly OriginRecord[]): Picking | null {
  const same = origins.flatMap(({ picked, combination, benchmark }) =>
    picked && combination && benchmark ? [{ picked, combination, benchmark }] : [],
  );
  if (same.length === 0) return null;
  return {
    origins: same.length,
    picked: mean(same.map(({ picked }) => picked.mase)),
    combination: mean(same.map(({ combination }) => combination.mase)),
    benchmark: mean(same.map(({ benchmark }) => benchmark.mase)),
  };
}
