import { shippedCalibration } from '@hadaf/models';
import { describe, expect, test } from 'vitest';
import { forecastSettings } from '../assess/annual-forecast.ts';
import { settingsCause } from './change-causes.ts';

const plain = { settings: forecastSettings };
const calibrated = { settings: { ...forecastSettings, calibration: shippedCalibration(1) } };
const labels = (from: typeof plain, to: typeof plain) => settingsCause({ from, to }).map(({ label }) => label);

describe('settings as a cause', () => {
  test('are none where both ends have the same', () => {
    expect(labels(calibrated, { settings: { ...calibrated.settings } })).toEqual([]);
  });

  test('name each that differs', () => {
    expect(labels(plain, { settings: { ...forecastSettings, seed: 7 } })).toEqual(['seed 2030 → 7']);
  });

  test.each([
    ['newer', plain, calibrated],
    ['older', calibrated, plain],
  ])('name a calibration that only the %s end has', (_, from, to) => {
    expect(labels(from, to)).toEqual(['interval widths learned anew from past forecasts']);
  });
});
