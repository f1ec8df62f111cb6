/** Parameters of a linear exponential smoothing recursion; SES has beta 0 and no slope, Holt phi 1. */
export interface SmoothingParameters {
  alpha: number;
  beta: number;
  phi: number;
}

/** What one pass found; written in place, so a search allocates nothing. */
export interface PassResult {
  /** Sum of squared one-step errors at the best initial states. */
  sumOfSquares: number;
  /** Initial level and slope, the least squares solution. */
  initialLevel: number;
  initialSlope: number;
  /** States after the last value. */
  level: number;
  slope: number;
  /** Variance of `slope` in units of σ², from the initial states' uncertainty. */
  slopeVariance: number;
}

export function emptyPassResult(): PassResult {
  return { sumOfSquares: 0, initialLevel: 0, initialSlope: 0, level: 0, slope: 0, slopeVariance: 0 };
}

/**
 * One forward pass of damped-trend smoothing with its initial states concentrated out.
 *
 *   ŷₜ = ℓ + φb;  e = yₜ − ŷₜ;  ℓ ← ŷₜ + αe;  b ← φb + βe
 *
 * Errors are linear in (ℓ₀, b₀), so the recursion runs at once for the data from zero states and for unit states without
 * data, and a 2 × 2 system gives the states with the least sum of squares: the search is over α, β, φ alone.
 *
 * @param values     n, best shifted and scaled to order 1: the normal equations lose the square of the ratio
 * @param withSlope  false holds b at 0: simple exponential smoothing
 * @see Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing, §5.2 and ch. 12
 */
export function concentratedPass(
  values: Float64Array,
  { alpha, beta, phi }: SmoothingParameters,
  withSlope: boolean,
  result: PassResult,
): void {
  let dataLevel = 0;
  let dataSlope = 0;
  let levelLevel = 1;
  let levelSlope = 0;
  let slopeLevel = 0;
  let slopeSlope = withSlope ? 1 : 0;
  let squares = 0;
  let levelSquares = 0;
  let slopeSquares = 0;
  let cross = 0;
  let dataTimesLevel = 0;
  let dataTimesSlope = 0;
  for (let t = 0; t < values.length; t += 1) {
    const dataFitted = dataLevel + phi * dataSlope;
    const levelFitted = levelLevel + phi * levelSlope;
    const slopeFitted = slopeLevel + phi * slopeSlope;
    const error = values[t] - dataFitted;
    squares += error * error;
    levelSquares += levelFitted * levelFitted;
    slopeSquares += slopeFitted * slopeFitted;
    cross += levelFitted * slopeFitted;
    dataTimesLevel += error * levelFitted;
    dataTimesSlope += error * slopeFitted;
    dataLevel = dataFitted + alpha * error;
    dataSlope = phi * dataSlope + beta * error;
    levelLevel = levelFitted - alpha * levelFitted;
    levelSlope = phi * levelSlope - beta * levelFitted;
    slopeLevel = slopeFitted - alpha * slopeFitted;
    slopeSlope = phi * slopeSlope - beta * slopeFitted;
  }
  const determinant = levelSquares * slopeSquares - cross * cross;
  const solvable = determinant > 1e-9 * levelSquares * slopeSquares;
  const initialSlope = solvable ? (levelSquares * dataTimesSlope - cross * dataTimesLevel) / determinant : 0;
  const initialLevel = (dataTimesLevel - cross * initialSlope) / levelSquares;
  result.sumOfSquares = Math.max(0, squares - initialLevel * dataTimesLevel - initialSlope * dataTimesSlope);
  result.initialLevel = initialLevel;
  result.initialSlope = initialSlope;
  result.level = dataLevel + initialLevel * levelLevel + initialSlope * slopeLevel;
  result.slope = dataSlope + initialLevel * levelSlope + initialSlope * slopeSlope;
  result.slopeVariance = solvable
    ? (levelSlope * levelSlope * slopeSquares -
        2 * levelSlope * slopeSlope * cross +
        slopeSlope * slopeSlope * levelSquares) /
      determinant
    : 0;
}

/** One-step fitted values from given initial states, on the scale of `values`. */
export function smoothedValues(
  values: Float64Array,
  { alpha, beta, phi }: SmoothingParameters,
  initialLevel: number,
  initialSlope: number,
): Float64Array {
  const fitted = new Float64Array(values.length);
  let level = initialLevel;
  let slope = initialSlope;
  for (let t = 0; t < values.length; t += 1) {
    fitted[t] = level + phi * slope;
    const error = values[t] - fitted[t];
    level = fitted[t] + alpha * error;
    slope = phi * slope + beta * error;
  }
  return fitted;
}
