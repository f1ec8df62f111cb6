import { shippedCalibration } from '@hadaf/models';
import { describe, expect, test } from 'vitest';
import { forecastSettings } from '../assess/annual-forecast.ts';
import { readBundledPack } from '../assess/pack-evidence.fixture.ts';
import { claimCause, settingsCause } from './change-causes.ts';

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

describe('the claim as a cause', async () => {
  const [target] = (await readBundledPack()).targets;
  if (!target) throw new Error('the bundled pack has no target');
  const change = {
    ...{ validFrom: '2024-07-01', label: 'wider', definition: 'Wider', documentId: 'page', knownBy: '2024-08-01' },
    link: { factor: 1.25, basis: 'overlap' },
  };
  const state = (definedOn: string, through = 2040) => ({ target, through, definedOn });
  const labels = (from: ReturnType<typeof state>, to: ReturnType<typeof state>) =>
    claimCause({ from, to }, { changes: [change] }).map(({ cause, label }) => [cause, label]);

  test('is none where claim, reach and definition are the same', () => {
    expect(labels(state('2024-08-01'), state('2026-11-22'))).toEqual([]);
    expect(labels(state('2024-07-02'), state('2024-07-31'))).toEqual([]);
  });

  test('names a definition that changed in between, whatever else did', () => {
    const words = [['target', 'what is measured has another definition']];
    expect(labels(state('2024-07-31'), state('2024-08-01'))).toEqual(words);
    expect(labels(state('2026-11-22'), state('2024-07-31', 2041))).toEqual(words);
  });

  test('names a reach alone', () => {
    expect(labels(state('2026-11-22'), state('2026-11-22', 2041))).toEqual([
      ['target', 'forecast through 2041, before through 2040'],
    ]);
  });
});
