import { afterAll, expect, test } from 'vitest';
import { openForecaster } from './forecaster.ts';
import { forecasterHere } from './forecaster-here.ts';

const inThreads = openForecaster(1);
afterAll(() => inThreads.close());

const values = Float64Array.of(1.2, 1.4, 2.1, 2.6, 2.6, 3.2, 3.8);

test('forecasts and learns here what a worker thread does, to the last bit', async () => {
  const here = forecasterHere();
  const calibration = await here.calibrate([values]);
  expect(calibration).toEqual(await inThreads.calibrate([values]));
  const request = { seriesId: 'exports', values, seasonLength: 1, horizon: 5, seed: 7, paths: 64, calibration };
  const made = await here.forecast(request);
  expect(made.kind).toBe('forecast');
  expect(made).toEqual(await inThreads.forecast(request));
});
