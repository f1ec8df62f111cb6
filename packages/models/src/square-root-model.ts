import { deviationsOf } from './deviations-of.ts';
import type { Fit, FittedModel, Model, TrainingSeries } from './model.ts';
import { unfit, whyUnfit } from './unfit.ts';

/**
 * A model fitted to the square roots of a series without negative values.
 *
 *   ŷ = max(0, x̂)², x = √y
 *
 * Between levels and logarithms: a straight line on roots is a parabola, which grows faster than a line and slower than
 * an exponential. On annual series a drift on roots beats both (README). The point forecast is the median; the deviation
 * is that of a squared normal, s√(4x̂² + 2s²). Parameters keep the names they have on the root scale. Unfit as
 * `not-positive` for any value < 0.
 *
 * @see Box & Cox (1964), An Analysis of Transformations, JRSS B 26(2), λ = ½
 */
export function squareRootModel(model: Model): Model {
  const name = `${model.name} on square roots`;
  return {
    name,
    fit(series: TrainingSeries): Fit {
      const reason = whyUnfit(series, 1);
      if (reason !== null) return unfit(reason);
      if (!series.values.every((value) => value >= 0)) return unfit('not-positive');
      const fit = model.fit({ values: series.values.map(Math.sqrt), seasonLength: series.seasonLength });
      return fit.kind === 'unfit' ? fit : { kind: 'fitted', model: squared(name, fit.model) };
    },
  };
}

const square = (root: number): number => Math.max(0, root) ** 2;

function squared(name: string, model: FittedModel): FittedModel {
  return {
    name,
    parameters: model.parameters,
    fitted: model.fitted.map((root) => (Number.isNaN(root) ? root : square(root))),
    forecast: (horizon) => model.forecast(horizon).map(square),
    deviations(horizon) {
      const centre = model.forecast(horizon);
      return deviationsOf(model, horizon).map((s, h) => s * Math.sqrt(4 * centre[h] * centre[h] + 2 * s * s));
    },
    simulate: (horizon, paths, rng) => model.simulate(horizon, paths, rng).map(square),
  };
}
