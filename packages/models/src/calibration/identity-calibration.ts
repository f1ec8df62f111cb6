import { normalQuantile } from '@hadaf/numerics';
import { type Calibration, calibrationLevels } from './calibration.ts';

/** Members' own deviations leave out what choosing and fitting them cost; a tenth is added until errors have been seen. */
const inflation = 1.1;
/** Few observations: errors are as a Student distribution's with this many degrees of freedom. */
const degreesOfFreedom = 8;

/**
 * Quantile of Student's distribution to the first order of its expansion; |ε| ≤ 0.02 for levels in [0.025, 0.975].
 *
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.7.5
 */
function studentQuantile(level: number): number {
  const z = normalQuantile(level);
  return z + (z ** 3 + z) / (4 * degreesOfFreedom);
}

/**
 * No calibration: errors have the members' own relative standard deviation. What seasonal series have until their own
 * record is learned, and the prior that record is shrunk to.
 */
export const identityCalibration: Calibration = {
  source: 'none: the models’ own standard deviations',
  coefficients: [0, 0, 1, 0, 0, 0, 0, 0],
  quantiles: calibrationLevels.map((level) => inflation * studentQuantile(level)),
  persistence: 0.7,
  commonShare: 0,
  series: 0,
  folds: 0,
};
