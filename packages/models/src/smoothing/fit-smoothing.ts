import { fittedByInnovations } from '../fitted-by-innovations.ts';
import type { Fit } from '../model.ts';
import { concentratedPass, emptyPassResult, type SmoothingParameters, smoothedValues } from './concentrated-pass.ts';
import type { StandardisedValues } from './standardised-values.ts';

/** Which of the family it is, and how many numbers were estimated. */
export interface SmoothingForm {
  readonly name: string;
  readonly withSlope: boolean;
  /** Estimated parameters, initial states included. */
  readonly estimated: number;
}

/** The fit of a smoothing model whose α, β, φ are found: initial states, fitted values, forecasts and paths. */
export function fitSmoothing(
  { values, origin, scale }: StandardisedValues,
  found: SmoothingParameters,
  form: SmoothingForm,
): Fit {
  const n = values.length;
  const pass = emptyPassResult();
  concentratedPass(values, found, form.withSlope, pass);
  const degreesOfFreedom = Math.max(1, n - form.estimated);
  const sigma = scale * Math.sqrt(pass.sumOfSquares / degreesOfFreedom);
  const level = origin + scale * pass.level;
  const slope = scale * pass.slope;
  const { alpha, beta, phi } = found;
  const trend = form.withSlope ? { beta, phi, slope } : {};
  return fittedByInnovations({
    name: form.name,
    parameters: { alpha, level, sigma, ...trend },
    fitted: smoothedValues(values, found, pass.initialLevel, pass.initialSlope).map((z) => origin + scale * z),
    dynamics: { alpha, beta, phi, sigma, degreesOfFreedom, slopeStandardError: sigma * Math.sqrt(pass.slopeVariance) },
    forecast(horizon) {
      const out = new Float64Array(horizon);
      let change = slope;
      let value = level;
      for (let h = 0; h < horizon; h += 1) {
        change *= phi;
        value += change;
        out[h] = value;
      }
      return out;
    },
  });
}
