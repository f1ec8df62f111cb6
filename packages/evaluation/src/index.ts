export type { BacktestOptions, Fold } from './backtest.ts';
export { backtest } from './backtest.ts';
export type { DieboldMariano } from './diebold-mariano.ts';
export { dieboldMariano } from './diebold-mariano.ts';
export type { RankedMethod } from './multiple-comparison-with-best.ts';
export { multipleComparisonWithBest } from './multiple-comparison-with-best.ts';
export { meanAbsoluteScaledError, naiveScale } from './point/mean-absolute-scaled-error.ts';
export type { PointScores } from './point/overall-weighted-average.ts';
export { overallWeightedAverage } from './point/overall-weighted-average.ts';
export { symmetricMeanAbsolutePercentageError } from './point/symmetric-mean-absolute-percentage-error.ts';
export { type BrierParts, brierDecomposition } from './probability/brier-decomposition.ts';
export { excessMovement } from './probability/excess-movement.ts';
export type { PredictionInterval } from './probability/interval-score.ts';
export { intervalScore, isCovered } from './probability/interval-score.ts';
export { type MovementTest, movementTest, type Reissue } from './probability/movement-test.ts';
export { pinballLoss } from './probability/pinball-loss.ts';
export type { JudgedProbability, ReliabilityBin } from './probability/probability-scores.ts';
export {
  brierScore,
  expectedCalibrationError,
  logScore,
  lowProbabilityHitShare,
  reliabilityDiagram,
} from './probability/probability-scores.ts';
export { sampleCrps } from './probability/sample-crps.ts';
export { shareInterval } from './probability/share-interval.ts';
export { skill } from './skill.ts';
