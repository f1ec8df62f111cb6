import { normalQuantile } from '@hadaf/numerics';
import { type Calibration, calibrationLevels } from './calibration.ts';

/** Members' own deviations leave out what fitting cost them; a tenth is added until errors have been seen. */
const inflation = 1.1;

/**
 * No calibration: errors are normal with the members' own relative standard deviation. What seasonal series have until
 * their own record is learned, and the prior their record is shrunk to.
 */
export const identityCalibration: Calibration = {
  source: 'none: the models’ own standard deviations',
  coefficients: [0, 0, 1, 0, 0, 0, 0],
  quantiles: calibrationLevels.map((level) => inflation * normalQuantile(level)),
  persistence: 0.7,
  commonShare: 0,
  series: 0,
  folds: 0,
};
