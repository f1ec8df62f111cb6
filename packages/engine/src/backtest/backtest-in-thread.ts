import { shippedCalibration } from '@hadaf/models';
import type { Target } from '@hadaf/targets';
import { mean } from 'simple-statistics';
import { calibrationsByDay } from '../calibration/calibrations-by-day.ts';
import { annualVintages, yearsKnown } from './annual-vintages.ts';
import type { BacktestReport, OriginRecord, TargetRecord } from './backtest-report.ts';
import { benchmarkName, combinationName } from './contestants.ts';
import { type LeftOut, runFolds } from './run-folds.ts';
import { comparePicking, fewestForTest, recordOrigins, scoreFolds } from './score-folds.ts';
import { recordTargets, type SeriesPast } from './target-records.ts';

/** Everything a backtest reads; same task, same report. */
export interface BacktestTask extends SeriesPast {
  readonly targets: readonly Target[];
  readonly horizon: number;
}

/** With fewer folds an average is a handful of years. */
const manyFolds = 20;

function settledOf(records: readonly TargetRecord[]): BacktestReport['settled'] {
  const scores = records.flatMap(({ brier }) => brier ?? []);
  if (scores.length === 0) return null;
  return {
    targets: scores.length,
    brierAnnounced: mean(scores.map(({ announced }) => announced)),
    brierLast: mean(scores.map(({ last }) => last)),
  };
}

function countLeftOut(leftOut: readonly LeftOut[]): BacktestReport['leftOut'] {
  return [...Map.groupBy(leftOut, ({ model, reason }) => JSON.stringify([model, reason])).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, folds: same.length }] : [];
  });
}

function caveatsOf(origins: readonly OriginRecord[], settled: BacktestReport['settled']): string[] {
  const scored = origins.filter(({ actuals }) => actuals > 0).length;
  if (origins.length === 0) return ['No day knew three consecutive yearly values: there is nothing to test.'];
  if (scored === 0) return ['No year has come since three consecutive ones were known: there is nothing to score yet.'];
  return [
    ...(scored < manyFolds
      ? [`${scored} scored origins are few: differences between models of this size come and go with one year.`]
      : []),
    ...(scored < fewestForTest
      ? [`Diebold–Mariano needs ${fewestForTest} folds a horizon; here there are ${scored} at most.`]
      : []),
    'Forecasts saw only what was known on their day; actuals are the values as they stand now.',
    `The combination’s interval widths are learned from ${shippedCalibration(1).source}: before those years were over, that is hindsight.`,
    ...(settled !== null && settled.targets > 1
      ? ['Targets of one series share its luck: their Brier scores are not independent.']
      : []),
  ];
}

/** The backtest of one indicator by vintage. Runs in a worker thread. */
export function backtestInThread(task: BacktestTask): BacktestReport {
  const { indicator, observations, asOf, horizon, settings, targets } = task;
  const actuals = yearsKnown(indicator, observations, asOf);
  const calibrationOn = calibrationsByDay(task.reported);
  const folds = runFolds(annualVintages(indicator, observations, asOf), {
    seriesId: indicator.id,
    horizon,
    settings,
    actuals,
    calibrationOn,
  });
  const origins = recordOrigins(folds.origins, folds.steps);
  const records = recordTargets(task, targets, calibrationOn);
  const settled = settledOf(records);
  return {
    indicatorId: indicator.id,
    indicatorName: indicator.name,
    unit: indicator.unit,
    asOf,
    horizon,
    combination: combinationName,
    benchmark: benchmarkName,
    origins,
    picking: comparePicking(origins),
    scores: scoreFolds(folds.steps),
    leftOut: countLeftOut(folds.leftOut),
    targets: records,
    settled,
    caveats: caveatsOf(origins, settled),
    folds: folds.steps,
  };
}
