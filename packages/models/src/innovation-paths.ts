import type { Rng } from '@hadaf/numerics';

/** How one period's surprise lives on in later ones, and how well it is known. */
export interface InnovationDynamics {
  /** Share of an innovation that stays in the level. */
  readonly alpha: number;
  /** Share that enters the slope. */
  readonly beta: number;
  /** Share of the slope that survives a period; 1 for no damping. */
  readonly phi: number;
  /** Standard deviation of the innovations, in the unit of the values. */
  readonly sigma: number;
  readonly degreesOfFreedom: number;
  /** Standard error of the slope at the origin, a period. */
  readonly slopeStandardError: number;
  /** Share that enters the season it falls in, γ; absent, seasons do not move. */
  readonly season?: { readonly gamma: number; readonly length: number };
}

/**
 * Sample paths round a point forecast, in antithetic pairs.
 *
 *   yₕ = forecastₕ + ℓₕ₋₁ + φ·bₕ₋₁ + sₕ₋ₘ + εₕ,  ℓₕ = ℓₕ₋₁ + φ·bₕ₋₁ + α·εₕ,  bₕ = φ·bₕ₋₁ + β·εₕ,  sₕ = sₕ₋ₘ + γ·εₕ
 *
 * ε ~ N(0, σ²); ℓ₀ and the first seasons are 0. A pair draws its own σ² (scaled inverse χ², by Wilson and Hilferty's cube) and its own slope error b₀, so the
 * uncertainty of the estimates is in the paths.
 *
 * @param forecast  horizon point forecasts
 * @param paths     even
 * @returns         paths × horizon, row-major
 * @see Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing, §6.1
 */
export function innovationPaths(
  forecast: Float64Array,
  dynamics: InnovationDynamics,
  paths: number,
  rng: Rng,
): Float64Array {
  const horizon = forecast.length;
  const out = new Float64Array(paths * horizon);
  const { alpha, beta, phi, slopeStandardError, season = { gamma: 0, length: 1 } } = dynamics;
  const seasons = new Float64Array(season.length);
  for (let path = 0; path < paths; path += 2) {
    const sigma = dynamics.sigma * sigmaFactor(dynamics.degreesOfFreedom, rng);
    let slope = slopeStandardError * rng.normal();
    let level = 0;
    seasons.fill(0);
    const upper = path * horizon;
    const lower = path + 1 < paths ? upper + horizon : upper;
    for (let h = 0; h < horizon; h += 1) {
      const innovation = sigma * rng.normal();
      slope *= phi;
      level += slope;
      const at = h % season.length;
      const surprise = level + seasons[at] + innovation;
      out[lower + h] = forecast[h] - surprise;
      out[upper + h] = forecast[h] + surprise;
      level += alpha * innovation;
      slope += beta * innovation;
      seasons[at] += season.gamma * innovation;
    }
  }
  return out;
}

/** √(ν / χ²ᵥ): what an estimated standard deviation may be too small by. At most 4. */
function sigmaFactor(degreesOfFreedom: number, rng: Rng): number {
  const nu = Math.max(1, degreesOfFreedom);
  const spread = 2 / (9 * nu);
  const cubeRoot = Math.max(0.25, 1 - spread + Math.sqrt(spread) * rng.normal());
  return Math.min(4, cubeRoot ** -1.5);
}

/**
 * Predictive standard deviation per step of the same innovations, without the uncertainty of σ.
 *
 *   Varₕ = σ²(1 + Σⱼ cⱼ²) + s²(φ + … + φʰ)²,  cⱼ = α + β(φ + … + φʲ) + γ·[m divides j],  j = 1 … h − 1
 *
 * @see Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing, §6.3, class 1
 */
export function innovationDeviations(
  { alpha, beta, phi, sigma, slopeStandardError, season = { gamma: 0, length: 1 } }: InnovationDynamics,
  horizon: number,
): Float64Array {
  const out = new Float64Array(horizon);
  let accumulated = 1;
  let power = 1;
  let damping = 0;
  for (let h = 0; h < horizon; h += 1) {
    power *= phi;
    damping += power;
    out[h] = Math.sqrt(sigma * sigma * accumulated + (slopeStandardError * damping) ** 2);
    const seasonal = (h + 1) % season.length === 0 ? season.gamma : 0;
    accumulated += (alpha + beta * damping + seasonal) ** 2;
  }
  return out;
}
