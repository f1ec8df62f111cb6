import { brierScore, type JudgedProbability, logScore } from '@hadaf/evaluation';
import { mean } from 'simple-statistics';
import type { CaseScore, ForecastCase } from './forecast-cases.ts';
import type { ForecasterScore, HorizonScores } from './record-report.ts';

/** A probability of less than this is not told from none. */
export const logFloor = 0.005;

const benchmark = 'Random walk with drift';

const forecasters = [
  ['Hadaf', 'ours'],
  [benchmark, 'drift'],
  ['Past growth rates', 'growthRates'],
] as const;

/** The standard questions as one forecaster answered them. */
export function standardQuestions(
  cases: readonly ForecastCase[],
  forecaster: 'ours' | 'drift' | 'growthRates',
): JudgedProbability[] {
  return cases.flatMap((one) =>
    one[forecaster].probabilities.map((probability, i) => ({ probability, happened: one.happened[i] === true })),
  );
}

function scoreOf(name: string, scores: readonly CaseScore[], questions: readonly JudgedProbability[]): ForecasterScore {
  return {
    name,
    mase: mean(scores.map(({ scaledError }) => scaledError)),
    mape: mean(scores.map(({ relativeError }) => Math.abs(relativeError))),
    bias: mean(scores.map(({ relativeError }) => relativeError)),
    skill: null,
    crps: mean(scores.map(({ crps }) => crps)),
    coverage80: mean(scores.map(({ covered80 }) => Number(covered80))),
    coverage95: mean(scores.map(({ covered95 }) => Number(covered95))),
    brier: brierScore(questions),
    logScore: logScore(questions, logFloor),
  };
}

/** Against the drift on the same years: 1 − MASE ÷ its. */
function withSkill(scores: readonly ForecasterScore[]): ForecasterScore[] {
  const drift = scores.find(({ name }) => name === benchmark)?.mase ?? Number.NaN;
  return scores.map((score) => ({ ...score, skill: drift > 0 ? 1 - score.mase / drift : null }));
}

/** Ours and the benchmarks by years ahead. */
export function scoreHorizons(cases: readonly ForecastCase[]): HorizonScores[] {
  return [...Map.groupBy(cases, ({ horizon }) => horizon)]
    .toSorted(([a], [b]) => a - b)
    .map(([horizon, own]) => ({
      horizon,
      years: own.length,
      scores: withSkill(
        forecasters.map(([name, key]) =>
          scoreOf(
            name,
            own.map((one) => one[key]),
            standardQuestions(own, key),
          ),
        ),
      ),
    }));
}
