import { boundsOf, type MonthReport } from './month-report.ts';

/** S(to) − S(from) ≤ weight, S being the running sum at month boundaries. `report` null: no month is negative. */
interface Edge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly report: MonthReport | null;
}

/** Reports that cannot hold together. */
export interface Infeasibility {
  readonly reports: readonly MonthReport[];
  /** By how much they miss each other, in the series' unit. */
  readonly excess: number;
  /** Whether they only fail because a month between them would be negative. */
  readonly impliesNegative: boolean;
}

/** Sums of printed decimals carry floating-point noise, relative to the largest value. */
const noise = 1e-9;
/** Larger conflicts exist only through chains no reader follows; they are still found as infeasible. */
const longestCycle = 40;

function edgesOf(reports: readonly MonthReport[], months: number, nonNegative: boolean): Edge[] {
  const stated = reports.flatMap((report) => {
    const { lower, upper } = boundsOf(report);
    const [start, end] = [report.first, report.last + 1];
    const atLeast = { from: end, to: start, weight: -lower, report };
    return upper === Number.POSITIVE_INFINITY ? [atLeast] : [{ from: start, to: end, weight: upper, report }, atLeast];
  });
  if (!nonNegative) return stated;
  const signs = Array.from({ length: months }, (_, month) => ({ from: month + 1, to: month, weight: 0, report: null }));
  return [...stated, ...signs];
}

/** Bellman–Ford from a source joined to every boundary: feasible exactly where no cycle has a negative sum. */
function isFeasible(edges: readonly Edge[], boundaries: number, tolerance: number): boolean {
  const distance = new Float64Array(boundaries);
  for (let round = 0; round < boundaries; round += 1) {
    let relaxed = false;
    for (const { from, to, weight } of edges) {
      if ((distance[from] ?? 0) + weight >= (distance[to] ?? 0) - tolerance) continue;
      distance[to] = (distance[from] ?? 0) + weight;
      relaxed = true;
    }
    if (!relaxed) return true;
  }
  return false;
}

interface Walk {
  readonly distance: Float64Array; // boundaries
  readonly by: Int32Array; // boundaries: the edge that reached each, −1 for none
}

function extend({ distance }: Walk, edges: readonly Edge[]): Walk {
  const next = {
    distance: new Float64Array(distance.length).fill(Number.POSITIVE_INFINITY),
    by: new Int32Array(distance.length).fill(-1),
  };
  for (const [i, { from, to, weight }] of edges.entries()) {
    const reached = (distance[from] ?? 0) + weight;
    if (reached >= (next.distance[to] ?? 0)) continue;
    next.distance[to] = reached;
    next.by[to] = i;
  }
  return next;
}

function startAt(source: number, boundaries: number): Walk {
  const distance = new Float64Array(boundaries).fill(Number.POSITIVE_INFINITY);
  distance[source] = 0;
  return { distance, by: new Int32Array(boundaries).fill(-1) };
}

function cycleOf(walks: readonly Walk[], edges: readonly Edge[], source: number): Edge[] {
  const cycle: Edge[] = [];
  let at = source;
  for (const walk of walks.toReversed()) {
    const edge = edges[walk.by[at] ?? -1];
    if (!edge) break;
    cycle.push(edge);
    at = edge.from;
  }
  return cycle;
}

/** Fewest edges first: the first length at which a closed walk is negative is a smallest conflict. */
function shortestNegativeCycle(edges: readonly Edge[], boundaries: number, tolerance: number): Edge[] | null {
  const sources = [...new Set(edges.map(({ from }) => from))];
  const walks = sources.map((source) => [startAt(source, boundaries)]);
  for (let length = 1; length <= Math.min(longestCycle, boundaries); length += 1) {
    for (const [i, source] of sources.entries()) {
      const steps = walks[i] ?? [];
      const last = steps.at(-1);
      if (!last) continue;
      const next = extend(last, edges);
      steps.push(next);
      if ((next.distance[source] ?? 0) < -tolerance) return cycleOf(steps.slice(1), edges, source);
    }
  }
  return null;
}

function infeasibility(cycle: readonly Edge[]): Infeasibility {
  const reports = cycle.flatMap(({ report }) => report ?? []);
  const excess = -cycle.reduce((sum, { weight }) => sum + weight, 0);
  return { reports: [...new Set(reports)], excess, impliesNegative: cycle.some(({ report }) => report === null) };
}

function toleranceOf(reports: readonly MonthReport[]): number {
  return noise * reports.reduce((largest, { value }) => Math.max(largest, Math.abs(value)), 1);
}

/** Whether reports can hold together within what was printed. */
export function holdTogether(reports: readonly MonthReport[], months: number, nonNegative: boolean): boolean {
  return isFeasible(edgesOf(reports, months, nonNegative), months + 1, toleranceOf(reports));
}

/** Less the reports that only say what the signs of the months say already: a month of 0 bounds a sum as no month does. */
function withoutIdle(found: Infeasibility, months: number, withSigns: boolean): Infeasibility {
  if (!withSigns) return found;
  const rests = found.reports.map((one) => found.reports.filter((other) => other !== one));
  const smaller = rests.find((rest) => !holdTogether(rest, months, true));
  return (smaller && smallestConflict(smaller, months, true)) ?? found;
}

/**
 * The smallest set of reports that cannot hold together within what was printed, or null where all can.
 *
 * A report of consecutive months bounds the difference of two running sums, so reports are feasible exactly where the
 * graph of these bounds has no negative cycle, and a negative cycle of fewest edges is a smallest conflict.
 *
 * @param months  length of the window
 * @see Cormen, Leiserson, Rivest & Stein, Introduction to Algorithms, §24.4, Difference constraints and shortest paths
 */
export function smallestConflict(
  reports: readonly MonthReport[],
  months: number,
  nonNegative: boolean,
): Infeasibility | null {
  const tolerance = toleranceOf(reports);
  for (const withSigns of nonNegative ? [false, true] : [false]) {
    const edges = edgesOf(reports, months, withSigns);
    if (isFeasible(edges, months + 1, tolerance)) continue;
    const cycle = shortestNegativeCycle(edges, months + 1, tolerance);
    if (cycle) return withoutIdle(infeasibility(cycle), months, withSigns);
  }
  return null;
}
