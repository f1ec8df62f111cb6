/** Called with the same scratch array each time: it must not keep it. */
export type Objective = (point: Float64Array) => number;

export interface NelderMeadOptions {
  /** Stops when the simplex's values differ by less than this share of the best one. */
  readonly relativeTolerance?: number;
  readonly maximumEvaluations?: number;
}

export interface Minimum {
  readonly point: Float64Array; // k
  readonly value: number;
  readonly evaluations: number;
  readonly converged: boolean;
}

/** The box a minimum is sought in, and the first guess inside it. */
export interface SearchBox {
  readonly lower: readonly number[]; // k
  readonly upper: readonly number[]; // k
  readonly start: readonly number[]; // k
  /** Edge of the first simplex per coordinate. */
  readonly step: readonly number[]; // k
}

/**
 * Minimum of a function of one to about six variables in a box, without derivatives.
 *
 * Reflection 1, expansion 2, contraction ½, shrinkage ½; a trial point outside the box is moved to its wall. NaN counts
 * as +Infinity. Nothing is allocated after the simplex.
 *
 * @see Nelder & Mead (1965), A Simplex Method for Function Minimization, The Computer Journal 7(4)
 */
export function nelderMead(
  objective: Objective,
  box: SearchBox,
  { relativeTolerance = 1e-6, maximumEvaluations = 400 }: NelderMeadOptions = {},
): Minimum {
  const k = box.start.length;
  const simplex = Array.from({ length: k + 1 }, () => Float64Array.from(box.start));
  const values = new Float64Array(k + 1);
  const centre = new Float64Array(k);
  const trial = new Float64Array(k);
  let evaluations = 0;

  const evaluate = (point: Float64Array): number => {
    evaluations += 1;
    const value = objective(point);
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };
  const tryAt = (factor: number): number => {
    const worst = simplex[k];
    for (let j = 0; j < k; j += 1) {
      const x = centre[j] + factor * (worst[j] - centre[j]);
      trial[j] = Math.min(box.upper[j], Math.max(box.lower[j], x));
    }
    return evaluate(trial);
  };
  const replaceWorst = (value: number): void => {
    simplex[k].set(trial);
    values[k] = value;
  };
  const shrink = (): void => {
    for (let i = 1; i <= k; i += 1) {
      for (let j = 0; j < k; j += 1) simplex[i][j] = (simplex[i][j] + simplex[0][j]) / 2;
      values[i] = evaluate(simplex[i]);
    }
  };

  for (let i = 0; i <= k; i += 1) {
    if (i > 0) {
      const j = i - 1;
      const forward = box.start[j] + box.step[j];
      simplex[i][j] = forward <= box.upper[j] ? forward : Math.max(box.lower[j], box.start[j] - box.step[j]);
    }
    values[i] = evaluate(simplex[i]);
  }
  let converged = false;
  while (evaluations < maximumEvaluations) {
    sortSimplex(simplex, values);
    if (values[k] - values[0] <= relativeTolerance * Math.abs(values[0]) || values[k] === values[0]) {
      converged = true;
      break;
    }
    centre.fill(0);
    for (let i = 0; i < k; i += 1) for (let j = 0; j < k; j += 1) centre[j] += simplex[i][j] / k;
    const reflected = tryAt(-1);
    if (reflected < values[0]) {
      replaceWorst(reflected);
      const expanded = tryAt(2);
      if (expanded < reflected) replaceWorst(expanded);
    } else if (reflected < values[k - 1]) {
      replaceWorst(reflected);
    } else {
      if (reflected < values[k]) replaceWorst(reflected);
      const contracted = tryAt(0.5);
      if (contracted < values[k]) replaceWorst(contracted);
      else shrink();
    }
  }
  sortSimplex(simplex, values);
  return { point: simplex[0], value: values[0], evaluations, converged };
}

/** Insertion sort: a simplex has a handful of corners and stays nearly sorted. */
function sortSimplex(simplex: Float64Array[], values: Float64Array): void {
  for (let i = 1; i < simplex.length; i += 1) {
    const corner = simplex[i];
    const value = values[i];
    let at = i;
    while (at > 0 && values[at - 1] > value) {
      simplex[at] = simplex[at - 1];
      values[at] = values[at - 1];
      at -= 1;
    }
    simplex[at] = corner;
    values[at] = value;
  }
}
