import type { Rng } from '@hadaf/numerics';

/** Estimated parameters and how uncertain they are. */
export interface ParameterSpread {
  readonly parameters: Float64Array; // p
  /** Lower-triangular factor of their covariance. */
  readonly spread: Float64Array; // p × p
}

/** With fewer the spread of the spread is infinite. */
const leastDegreesOfFreedom = 3;
/** With more, Student's t is the normal for our purpose. */
const normalFrom = 60;

/** √(df ÷ χ²): turns normal draws into Student draws. */
function studentScale(degreesOfFreedom: number, rng: Rng): number {
  const df = Math.max(degreesOfFreedom, leastDegreesOfFreedom);
  if (df > normalFrom) return 1;
  let square = 0;
  for (let i = 0; i < df; i++) square += rng.normal() ** 2;
  return Math.sqrt(df / square);
}

/** Parameters + scale × spread · normals. */
export function drawParameters(
  { parameters, spread }: ParameterSpread,
  normals: Float64Array,
  scale: number,
): Float64Array {
  const p = parameters.length;
  return parameters.map((value, i) => {
    let shift = 0;
    for (let j = 0; j <= i; j++) shift += spread[i * p + j] * normals[j];
    return value + scale * shift;
  });
}

/**
 * Normals of paths in antithetic pairs, with the Student scale of each pair: path 2i + 1 uses the negated normals of
 * path 2i.
 *
 * @param count  normals a path needs
 * @param draw   called once a path; must not keep `normals`
 */
export function antitheticDraws(
  {
    paths,
    count,
    degreesOfFreedom,
  }: { readonly paths: number; readonly count: number; readonly degreesOfFreedom: number },
  rng: Rng,
  draw: (path: number, normals: Float64Array, scale: number) => void,
): void {
  const normals = new Float64Array(count);
  let scale = 1;
  for (let path = 0; path < paths; path++) {
    if (path % 2 === 0) {
      scale = studentScale(degreesOfFreedom, rng);
      for (let k = 0; k < count; k++) normals[k] = rng.normal();
    } else {
      for (let k = 0; k < count; k++) normals[k] = -normals[k];
    }
    draw(path, normals, scale);
  }
}
