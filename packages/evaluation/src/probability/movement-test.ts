/** One re-issue of a probability. */
export interface Reissue {
  readonly before: number;
  readonly after: number;
  /** Re-issues of one cluster share their news, as those of one day and series do: they are summed before they are judged. */
  readonly cluster: string;
}

/** Whether re-issued probabilities moved as honest ones do. */
export interface MovementTest {
  readonly changes: number;
  readonly clusters: number;
  /** Mean of after − before: 0 for honest probabilities. */
  readonly meanChange: number;
  /** Σ (after − before)². */
  readonly movement: number;
  /** Σ before·(1 − before) − after·(1 − after): what the movement should have bought. */
  readonly uncertaintyReduction: number;
  /** (movement − reduction) ÷ its standard error over the clusters: beyond ±2 is more than chance; NaN without movement. */
  readonly z: number;
}

/**
 * Augenblick and Rabin's test: what a probability moves must equal the uncertainty it resolves.
 *
 *   dᵢ = (after − before)² − (before(1 − before) − after(1 − after)) = (2·before − 1)(before − after),  z = Σ D / √Σ D²
 *
 * with D the sum of d in a cluster. z above 2: it swings too much (news overweighted); below −2: too little.
 *
 * @throws RangeError when nothing was re-issued
 * @see Augenblick & Rabin (2021), Belief Movement, Uncertainty Reduction, and Rational Updating, QJE 136(2), §2, §4
 */
export function movementTest(reissues: readonly Reissue[]): MovementTest {
  if (reissues.length === 0) throw new RangeError('movementTest requires at least one re-issue, got 0');
  const sum = (of: (reissue: Reissue) => number) => reissues.reduce((total, one) => total + of(one), 0);
  const clusters = [...Map.groupBy(reissues, ({ cluster }) => cluster).values()].map((own) =>
    own.reduce((total, { before, after }) => total + (2 * before - 1) * (before - after), 0),
  );
  const excess = clusters.reduce((total, one) => total + one, 0);
  const squares = clusters.reduce((total, one) => total + one * one, 0);
  return {
    changes: reissues.length,
    clusters: clusters.length,
    meanChange: sum(({ before, after }) => after - before) / reissues.length,
    movement: sum(({ before, after }) => (after - before) ** 2),
    uncertaintyReduction: sum(({ before, after }) => before * (1 - before) - after * (1 - after)),
    z: excess / Math.sqrt(squares),
  };
}
