/** Parameters of additive Holt–Winters smoothing with a damped trend, in error-correction form. */
export interface SeasonalParameters {
  alpha: number;
  beta: number;
  gamma: number;
  phi: number;
}

/** Everything a pass needs and finds, written in place so that a search allocates nothing. */
export interface SeasonalPass {
  /** Seasons after the pass: of the data, and of a unit of initial level and slope. */
  readonly seasons: Float64Array; // m
  readonly levelSeasons: Float64Array; // m
  readonly slopeSeasons: Float64Array; // m
  sumOfSquares: number;
  initialLevel: number;
  initialSlope: number;
  level: number;
  slope: number;
}

export function emptySeasonalPass(seasonLength: number): SeasonalPass {
  const states = () => new Float64Array(seasonLength);
  const seasons = { seasons: states(), levelSeasons: states(), slopeSeasons: states() };
  return { ...seasons, sumOfSquares: 0, initialLevel: 0, initialSlope: 0, level: 0, slope: 0 };
}

/**
 * One forward pass with the initial level and slope concentrated out.
 *
 *   ŷₜ = ℓ + φb + sₜ₋ₘ;  e = yₜ − ŷₜ;  ℓ ← ℓ + φb + αe;  b ← φb + βe;  sₜ = sₜ₋ₘ + γe
 *
 * Errors are linear in (ℓ₀, b₀): the recursion runs at once for the data from zero states and for unit states without
 * data, seasons of each included, and a 2 × 2 system gives the states with the least sum of squares. The initial seasons
 * are given.
 *
 * @param values   n, best shifted and scaled to order 1
 * @param initial  m seasons before the first value, in phase with it
 * @see Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing, §2.5 and §5.2
 */
export function seasonalPass(
  values: Float64Array,
  initial: Float64Array,
  { alpha, beta, gamma, phi }: SeasonalParameters,
  pass: SeasonalPass,
): void {
  const { seasons, levelSeasons, slopeSeasons } = pass;
  const m = initial.length;
  seasons.set(initial);
  levelSeasons.fill(0);
  slopeSeasons.fill(0);
  let dataLevel = 0;
  let dataSlope = 0;
  let levelLevel = 1;
  let levelSlope = 0;
  let slopeLevel = 0;
  let slopeSlope = 1;
  let squares = 0;
  let levelSquares = 0;
  let slopeSquares = 0;
  let cross = 0;
  let dataTimesLevel = 0;
  let dataTimesSlope = 0;
  for (let t = 0; t < values.length; t += 1) {
    const at = t % m;
    const dataTrend = dataLevel + phi * dataSlope;
    const levelTrend = levelLevel + phi * levelSlope;
    const slopeTrend = slopeLevel + phi * slopeSlope;
    const error = values[t] - dataTrend - seasons[at];
    const levelFitted = levelTrend + levelSeasons[at];
    const slopeFitted = slopeTrend + slopeSeasons[at];
    squares += error * error;
    levelSquares += levelFitted * levelFitted;
    slopeSquares += slopeFitted * slopeFitted;
    cross += levelFitted * slopeFitted;
    dataTimesLevel += error * levelFitted;
    dataTimesSlope += error * slopeFitted;
    dataLevel = dataTrend + alpha * error;
    dataSlope = phi * dataSlope + beta * error;
    seasons[at] += gamma * error;
    levelLevel = levelTrend - alpha * levelFitted;
    levelSlope = phi * levelSlope - beta * levelFitted;
    levelSeasons[at] -= gamma * levelFitted;
    slopeLevel = slopeTrend - alpha * slopeFitted;
    slopeSlope = phi * slopeSlope - beta * slopeFitted;
    slopeSeasons[at] -= gamma * slopeFitted;
  }
  const determinant = levelSquares * slopeSquares - cross * cross;
  const solvable = determinant > 1e-9 * levelSquares * slopeSquares;
  const initialSlope = solvable ? (levelSquares * dataTimesSlope - cross * dataTimesLevel) / determinant : 0;
  const initialLevel = (dataTimesLevel - cross * initialSlope) / levelSquares;
  pass.sumOfSquares = Math.max(0, squares - initialLevel * dataTimesLevel - initialSlope * dataTimesSlope);
  pass.initialLevel = initialLevel;
  pass.initialSlope = initialSlope;
  pass.level = dataLevel + initialLevel * levelLevel + initialSlope * slopeLevel;
  pass.slope = dataSlope + initialLevel * levelSlope + initialSlope * slopeSlope;
  for (let s = 0; s < m; s += 1) seasons[s] += initialLevel * levelSeasons[s] + initialSlope * slopeSeasons[s];
}
