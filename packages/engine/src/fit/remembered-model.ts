import type { Fit, Model } from '@hadaf/models';

/** Some kB each. */
const mostRemembered = 500;

/**
 * A model that fits the same values once: forecasts of one series that differ in horizon, seed, calibration or the error of
 * a value ask for the same fits, the targets of a series and the combinations of a change dozens of times.
 */
export function rememberedModel(model: Model): Model {
  const fits = new Map<string, Fit>();
  return {
    name: model.name,
    fit(series) {
      const key = `${series.seasonLength} ${series.values.join(' ')}`;
      const fit = fits.get(key) ?? model.fit(series);
      // The one asked for last goes last.
      fits.delete(key);
      fits.set(key, fit);
      for (const [oldest] of fits) {
        if (fits.size <= mostRemembered) break;
        fits.delete(oldest);
      }
      return fit;
    },
  };
}
