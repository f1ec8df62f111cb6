export { naive } from './benchmark/naive.ts';
export { naive2 } from './benchmark/naive2.ts';
export {
  logRandomWalkWithDrift,
  randomWalkWithDrift,
  randomWalkWithShrunkDrift,
} from './benchmark/random-walk-with-drift.ts';
export { seasonalNaive } from './benchmark/seasonal-naive.ts';
export type { FoldErrors } from './calibration/backtest-errors.ts';
export { backtestErrors } from './calibration/backtest-errors.ts';
export type { BacktestOrigins } from './calibration/backtest-folds.ts';
export type { Calibration } from './calibration/calibration.ts';
export type { LearningOptions } from './calibration/learn-calibration.ts';
export { learnCalibration } from './calibration/learn-calibration.ts';
export { learnGuests } from './calibration/learn-guests.ts';
export type { ModelShare } from './combination/fit-combination.ts';
export { cappedPaths, pathRatios, pathsAlong, pathsWithAddedLine } from './conditional-paths.ts';
export type { ForecastRequest, ForecastResult, SeriesForecast } from './forecast-series.ts';
export { forecastSeries, shippedCalibration } from './forecast-series.ts';
export type { FittedParameter, FormulaFit } from './formula/fit-formula.ts';
export { fitFormula } from './formula/fit-formula.ts';
export type { FormulaModelOptions } from './formula/formula-model.ts';
export { formulaModel } from './formula/formula-model.ts';
export type { FormulaValues } from './formula/formula-values.ts';
export { formulaValues } from './formula/formula-values.ts';
export type { ParameterSetting, ParameterSettings } from './formula/parameter-setting.ts';
export type { Formula, FormulaParse } from './formula/parse-formula.ts';
export { parseFormula } from './formula/parse-formula.ts';
export type { FormulaRefusal } from './formula/translate-formula.ts';
export { bassGrowth, bassGrowthWithCap } from './growth/bass-growth.ts';
export { exponentialGrowth } from './growth/exponential-growth.ts';
export type { StatedCap } from './growth/fit-growth.ts';
export { gompertzGrowth, gompertzGrowthWithCap } from './growth/gompertz-growth.ts';
export { logisticGrowth, logisticGrowthWithCap } from './growth/logistic-growth.ts';
export { piecewiseGrowth } from './growth/piecewise-growth.ts';
export { richardsGrowth, richardsGrowthWithCap } from './growth/richards-growth.ts';
export { logModel } from './log-model.ts';
export type { Fit, FittedModel, Model, TrainingSeries, UnfitReason } from './model.ts';
export { forecastLevels, pathQuantiles } from './path-quantiles.ts';
export type { Direction, PathSet } from './paths.ts';
export { arrivalDistribution, pathSums, probabilityAtDate, probabilityByDate, probabilityWithin } from './paths.ts';
export { seasonallyAdjusted } from './seasonal/seasonally-adjusted.ts';
export { dampedTrend, logDampedTrend } from './smoothing/damped-trend.ts';
export { exponentialSmoothingWithDrift } from './smoothing/exponential-smoothing-with-drift.ts';
export { holt } from './smoothing/holt.ts';
export { logOptimisedTheta, optimisedTheta } from './smoothing/optimised-theta.ts';
export { simpleExponentialSmoothing } from './smoothing/simple-exponential-smoothing.ts';
export { logTheta, theta } from './smoothing/theta.ts';
export { squareRootModel } from './square-root-model.ts';
