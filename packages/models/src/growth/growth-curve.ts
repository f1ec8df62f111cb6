/**
 * A growth curve on the log scale: log y(t) = θ₀ + shape(θ₁ …, t), t = 0 at the first observation.
 *
 * θ₀ is the log of the cap, or of the level where the curve has none. Working in logs makes errors relative (what
 * growth data have), keeps every path positive and makes θ₀ linear.
 */
export interface GrowthCurve {
  readonly name: string;
  readonly parameterCount: number; // p, θ₀ included
  /** Positions in which the curve is jointly linear; always holds 0. */
  readonly linear: readonly number[];
  /** Fewest observations a fit is tried on. */
  readonly leastObservations: number;
  /** Writes ∂ log y ∕ ∂θ into `gradient` and returns log y. */
  differentiate(parameters: Float64Array, t: number, gradient: Float64Array): number;
  /** Parameter vectors to start from, θ₀ arbitrary. */
  starts(observations: number): Float64Array[];
  /** The parameters as a reader knows them. */
  report(parameters: Float64Array): Readonly<Record<string, number>>;
}

/** A curve that levels off at exp(θ₀). */
export interface CappedCurve extends GrowthCurve {
  /** The time at which growth in the series' unit is fastest. */
  inflection(parameters: Float64Array): number;
  /** What is left of the curve when the cap goes to infinity. */
  readonly unbounded: GrowthCurve;
}
