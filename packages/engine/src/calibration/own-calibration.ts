import { backtestErrors, type Calibration, learnCalibration, learnGuests, shippedCalibration } from '@hadaf/models';

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
  const series = pool.slice(0, mostSeries).map((values) => ({ values, seasonLength: 1 }));
  const guests = learnGuests(series, origins, shipped.guests);
  const folds = series.map((one) => backtestErrors(one, origins, guests));
  const counted = folds.filter((own) => own.length > 0).length;
  const count = folds.flat().length;
  const own = `${count} past ${count === 1 ? 'forecast' : 'forecasts'} of ${counted} of this pack’s series`;
  return learnCalibration(folds, shipped, { source: `${shipped.source}; ${own}`, guests });
}
