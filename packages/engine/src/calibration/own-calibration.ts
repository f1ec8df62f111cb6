import { backtestErrors, type Calibration, learnCalibration, shippedCalibration } from '@hadaf/models';

/** No model forecasts from fewer values. */
const fewest = 3;

/** Years ahead and folds a series: older errors count next to nothing. */
const origins = { horizon: 6, origins: 12, spacing: 1, fewest };

/** Past this many series another one changes nothing, and costs milliseconds. */
const mostSeries = 100;

/**
 * The calibration of a pack's yearly forecasts: what the product ships, moved by the errors such forecasts would have had on
 * the pack's own series, the more of them the further.
 *
 * @param pool  yearly values as known on one day, one array a series, oldest year first; same pool, same bytes
 */
export function ownCalibration(pool: readonly Float64Array[]): Calibration {
  const shipped = shippedCalibration(1);
  const folds = pool.slice(0, mostSeries).map((values) => backtestErrors({ values, seasonLength: 1 }, origins));
  const series = folds.filter((own) => own.length > 0).length;
  const count = folds.flat().length;
  const own = `${count} past ${count === 1 ? 'forecast' : 'forecasts'} of ${series} of this pack’s series`;
  return learnCalibration(folds, shipped, { source: `${shipped.source}; ${own}` });
}
