import type { Span } from '../fiscal-calendar.ts';
import type { Observation } from '../observation.ts';
import { monthsSpan } from '../span.ts';
import type { MonthReport } from './month-report.ts';

/** A report added or taken away. */
export interface SignedReport {
  readonly sign: 1 | -1;
  readonly observation: Observation;
}

/** What the reports say about a month: the narrowest span around it whose sum they give, and how. */
export interface MonthBasis {
  /** The month itself where it is reported or derived. */
  readonly span: Span;
  /** Σ sign · printed value. */
  readonly value: number;
  /** Σ of the reports' half widths; null where they give a lower bound only. */
  readonly halfWidth: number | null;
  /** Those added first, longest first. */
  readonly reports: readonly SignedReport[];
}

interface Step {
  readonly to: number;
  readonly sign: 1 | -1;
  readonly report: MonthReport;
}

/** Shortest chains of reports from one month boundary to the others. */
interface Chains {
  readonly cost: Float64Array; // boundaries
  readonly by: readonly (Step | null)[]; // boundaries: the last step to each
}

/** Half width of the usual report; 1 where all are exact. */
function usualHalfWidth(reports: readonly MonthReport[]): number {
  const widths = reports.map(({ halfWidth }) => halfWidth).toSorted((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] || 1;
}

/**
 * The sums that reports of consecutive months give by addition and subtraction alone.
 *
 * A report joins the boundaries before its first and after its last month; the months between two boundaries have a
 * derivable sum exactly where a chain of reports joins them. Of several chains the one with the least printed width
 * counts, a further report costing as much as a usual half width.
 */
export class DerivableSums {
  readonly #steps: Step[][];
  readonly #penalty: number;
  readonly #reports: readonly MonthReport[];
  readonly #component: Int32Array;
  readonly #chains = new Map<number, Chains>();

  /** @param reports  positions within a window of `months` months; lower bounds join nothing */
  constructor(reports: readonly MonthReport[], months: number) {
    this.#reports = reports;
    const bounded = reports.filter(({ observation }) => observation.qualifier !== 'over');
    this.#penalty = usualHalfWidth(bounded);
    this.#steps = Array.from({ length: months + 1 }, () => []);
    for (const report of bounded) {
      this.#steps[report.first]?.push({ to: report.last + 1, sign: 1, report });
      this.#steps[report.last + 1]?.push({ to: report.first, sign: -1, report });
    }
    this.#component = this.#components();
  }

  #components(): Int32Array {
    const component = new Int32Array(this.#steps.length).fill(-1);
    for (const start of component.keys()) {
      const open = component[start] === -1 ? [start] : [];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        component[at] = start;
        for (const { to } of this.#steps[at] ?? []) if (component[to] === -1) open.push(to);
      }
    }
    return component;
  }

  /** Whether reports give the month without any model. */
  isDerivable(month: number): boolean {
    return this.#component[month] === this.#component[month + 1];
  }

  /** Dijkstra over the boundaries. */
  #chainsFrom(start: number): Chains {
    const held = this.#chains.get(start);
    if (held) return held;
    const boundaries = this.#steps.length;
    const cost = new Float64Array(boundaries).fill(Number.POSITIVE_INFINITY);
    const by = new Array<Step | null>(boundaries).fill(null);
    const open = new Set(cost.keys());
    cost[start] = 0;
    for (;;) {
      let nearest = -1;
      for (const at of open) if ((cost[at] ?? 0) < (cost[nearest] ?? Number.POSITIVE_INFINITY)) nearest = at;
      if (nearest === -1) break;
      open.delete(nearest);
      for (const step of this.#steps[nearest] ?? []) {
        const reached = (cost[nearest] ?? 0) + step.report.halfWidth + this.#penalty;
        if (reached >= (cost[step.to] ?? 0)) continue;
        cost[step.to] = reached;
        by[step.to] = step;
      }
    }
    const chains = { cost, by };
    this.#chains.set(start, chains);
    return chains;
  }

  #chain(from: number, to: number): Step[] {
    const { by } = this.#chainsFrom(from);
    const steps: Step[] = [];
    for (let at = to; at !== from; ) {
      const step = by[at];
      if (!step) return [];
      steps.push(step);
      at = step.sign === 1 ? step.report.first : step.report.last + 1;
    }
    return steps;
  }

  /** The closest boundaries around a month that some chain joins; null where none does. */
  #around(month: number): readonly [number, number] | null {
    let best: readonly [number, number] | null = null;
    const after = new Map<number, number>();
    for (let b = this.#component.length - 1; b > month; b -= 1) after.set(this.#component[b] ?? -1, b);
    const seen = new Set<number>();
    for (let a = month; a >= 0; a -= 1) {
      const component = this.#component[a] ?? -1;
      const b = after.get(component);
      if (b === undefined || seen.has(component)) continue;
      seen.add(component);
      if (best === null || b - a < best[1] - best[0]) best = [a, b];
    }
    return best;
  }

  /**
   * What the reports say about a month; null where none covers it.
   *
   * @param firstMonth  index of the window's first month
   */
  basisOf(month: number, firstMonth: number): MonthBasis | null {
    const own = this.#steps[month]?.find(({ report }) => report.first === month && report.last === month);
    const around = own ? ([month, month + 1] as const) : this.#around(month);
    if (around === null) return this.#lowerBound(month);
    const steps = own ? [own] : this.#chain(...around);
    return {
      span: monthsSpan(firstMonth + around[0], firstMonth + around[1] - 1),
      value: steps.reduce((sum, { sign, report }) => sum + sign * report.value, 0),
      halfWidth: steps.reduce((sum, { report }) => sum + report.halfWidth, 0),
      reports: steps
        .toSorted((a, b) => b.sign - a.sign || b.report.last - b.report.first - (a.report.last - a.report.first))
        .map(({ sign, report }) => ({ sign, observation: report.observation })),
    };
  }

  /** The shortest lower bound over a month: all that is left where nothing bounds it from above. */
  #lowerBound(month: number): MonthBasis | null {
    const [shortest] = this.#reports
      .filter(({ first, last }) => first <= month && month <= last)
      .toSorted((a, b) => a.last - a.first - (b.last - b.first));
    if (!shortest) return null;
    const { observation, value } = shortest;
    return {
      span: { start: observation.start, end: observation.end },
      value,
      halfWidth: null,
      reports: [{ sign: 1, observation }],
    };
  }
}
