import { normalCdf, normalQuantile } from './normal-distribution.ts';

/**
 * P(−√ν·tan θ < T < √ν·tan θ) for 0 ≤ θ < π/2: a finite sum for a whole number of degrees of freedom.
 *
 * @see Abramowitz & Stegun (1964), 26.7.3 and 26.7.4
 */
function centralProbability(angle: number, degreesOfFreedom: number): number {
  const squaredCosine = Math.cos(angle) ** 2;
  const isOdd = degreesOfFreedom % 2 === 1;
  let term = isOdd ? Math.cos(angle) : 1;
  let sum = degreesOfFreedom === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < degreesOfFreedom; k += 2) {
    term *= ((k - 1) / k) * squaredCosine;
    sum += term;
  }
  const along = Math.sin(angle) * sum;
  return isOdd ? (2 / Math.PI) * (angle + along) : along;
}

function isDegreesOfFreedom(degreesOfFreedom: number): boolean {
  return degreesOfFreedom >= 1 && Number.isInteger(degreesOfFreedom);
}

/**
 * Distribution function of Student's t; absolute error ≤ 1e-14 up to a hundred degrees of freedom.
 *
 * @param degreesOfFreedom  a whole number of 1 or more, or Infinity for the standard normal; anything else gives NaN
 */
export function studentTCdf(x: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalCdf(x);
  if (!isDegreesOfFreedom(degreesOfFreedom)) return Number.NaN;
  const central = centralProbability(Math.atan(Math.abs(x) / Math.sqrt(degreesOfFreedom)), degreesOfFreedom);
  return x > 0 ? (1 + central) / 2 : (1 - central) / 2;
}

/**
 * Quantile of Student's t, by bisection of the angle; `studentTCdf` of it is within 1e-14 of the level.
 *
 * The relative error is ≤ 1e-9 for levels from 1e-4 to 1 − 1e-4; further out the tail itself is lost to rounding.
 *
 * @param level             a probability in [0, 1]; 0 and 1 give ∓Infinity, anything else NaN
 * @param degreesOfFreedom  as for `studentTCdf`
 */
export function studentTQuantile(level: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalQuantile(level);
  if (!(level >= 0 && level <= 1) || !isDegreesOfFreedom(degreesOfFreedom)) return Number.NaN;
  if (level === 0 || level === 1) return level === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const central = Math.abs(2 * level - 1);
  let below = 0;
  let above = Math.PI / 2;
  for (let halving = 0; halving < 60; halving += 1) {
    const angle = (below + above) / 2;
    if (centralProbability(angle, degreesOfFreedom) < central) below = angle;
    else above = angle;
  }
  const magnitude = central === 0 ? 0 : Math.sqrt(degreesOfFreedom) * Math.tan((below + above) / 2);
  return level < 0.5 ? -magnitude : magnitude;
}
