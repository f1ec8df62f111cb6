/**
 * `npm run bench reconciliation`: months replaced by quarter and year-to-date sums, put back.
 *
 * A share of the months of every monthly series of the M3 file is removed at random. Each removed month is replaced by
 * one report, by the toss of a coin: the sum of its quarter, or the sum of its year from the first month to it. Errors
 * are root mean squares in units of the series' mean, of two kinds of months: all that were replaced, and those of them
 * no difference of reports gives away (`estimated`).
 *
 * Against: the proportional split, each replaced month an equal share of the shortest sum over it; the careful split,
 * shortest sums first, which shares equally what known months leave; linear interpolation between reported months.
 */
import { counterRng } from '@hadaf/numerics';
import { monthSpan, monthsSpan, type Observation, reconcileMonths } from '@hadaf/series';
import { readOptions } from './bench-options.ts';
import { type CompetitionSeries, readCompetitions } from './competition-series.ts';
import { fixed, mean, printTable } from './print-table.ts';

interface Sum {
  readonly first: number;
  readonly last: number;
  readonly value: number;
}

/** Mean squared errors over the series' squared mean. */
interface Errors {
  readonly months: number;
  readonly reconciled: number;
  readonly proportional: number;
  readonly careful: number;
  readonly linear: number;
}

interface Judged {
  readonly replaced: Errors;
  readonly estimated: Errors;
  /** Estimated months inside their central 0.8 and 0.95 intervals. */
  readonly covered80: number;
  readonly covered95: number;
  readonly largestMiss: number;
}

const shares = [0.1, 0.3, 0.6];
const yearLength = 12;
/** Any July: the fiscal calendar of the window starts there. */
const windowStart = 2000 * yearLength + 6;
const asOf = '2100-01-01';
/** Squared error below which every month of a series was derived: rounding noise. */
const exact = 1e-18;
/** Standard deviations to either side of central 0.8 and 0.95 intervals. */
const centralLevel80 = 1.2816;
const centralLevel95 = 1.96;

function sumOf(values: Float64Array, first: number, last: number): Sum {
  return { first, last, value: values.subarray(first, last + 1).reduce((total, value) => total + value, 0) };
}

/** What is reported: kept months, and one sum for each removed one that fits into the window. */
function reportsOf(
  values: Float64Array,
  share: number,
  { key, seed }: { readonly key: string; readonly seed: number },
): Sum[] {
  const rng = counterRng(key, seed);
  const sums = new Map<string, Sum>();
  const add = (sum: Sum) => sums.set(`${sum.first} ${sum.last}`, sum);
  for (const month of values.keys()) {
    const isRemoved = rng.uniform() < share;
    const byQuarter = rng.uniform() < 0.5;
    const quarter = month - (month % 3);
    if (!isRemoved) add(sumOf(values, month, month));
    else if (byQuarter && quarter + 2 < values.length) add(sumOf(values, quarter, quarter + 2));
    else add(sumOf(values, month - (month % yearLength), month));
  }
  return [...sums.values()];
}

function observationOf({ first, last, value }: Sum): Observation {
  const span = first === last ? monthSpan(windowStart + first) : monthsSpan(windowStart + first, windowStart + last);
  const page = { agency: '', documentId: 'bench', publishedOn: null, knownBy: asOf, knownByBasis: '', note: '' };
  return { indicatorId: 'series', ...span, value, qualifier: 'exact', halfWidth: 0, status: 'accepted', ...page };
}

function proportionalSplit(sums: readonly Sum[], n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, month) => {
    const covering = sums.filter(({ first, last }) => first <= month && month <= last);
    const { first, last, value } = covering.toSorted((a, b) => a.last - a.first - (b.last - b.first))[0];
    return value / (last - first + 1);
  });
}

function carefulSplit(sums: readonly Sum[], n: number): Float64Array {
  const months = new Float64Array(n).fill(Number.NaN);
  for (const { first, last, value } of sums.toSorted((a, b) => a.last - a.first - (b.last - b.first))) {
    const open = [...months.subarray(first, last + 1).keys()].filter((i) => Number.isNaN(months[first + i]));
    const known = months
      .subarray(first, last + 1)
      .reduce((total, month) => total + (Number.isNaN(month) ? 0 : month), 0);
    for (const i of open) months[first + i] = (value - known) / open.length;
  }
  return months;
}

function linearInterpolation(sums: readonly Sum[], n: number): Float64Array {
  const reported = sums.filter(({ first, last }) => first === last).toSorted((a, b) => a.first - b.first);
  return Float64Array.from({ length: n }, (_, month) => {
    const before = reported.findLast(({ first }) => first <= month) ?? reported[0];
    const after = reported.find(({ first }) => first >= month) ?? reported.at(-1);
    if (!(before && after)) return Number.NaN;
    const weight = after.first === before.first ? 0 : (month - before.first) / (after.first - before.first);
    return before.value + weight * (after.value - before.value);
  });
}

function judge({ id, train, test }: CompetitionSeries, share: number, seed: number): Judged {
  const values = Float64Array.from([...train, ...test]);
  const size = mean([...values]);
  const sums = reportsOf(values, share, { key: `${id}/${share}`, seed });
  const { months } = reconcileMonths(sums.map(observationOf), {
    asOf,
    nonNegative: values.every((value) => value >= 0),
  });
  const restored = Float64Array.from(months, ({ value }) => value ?? Number.NaN);
  const n = values.length;
  const estimates = {
    reconciled: restored,
    proportional: proportionalSplit(sums, n),
    careful: carefulSplit(sums, n),
    linear: linearInterpolation(sums, n),
  };
  const errors = (chosen: readonly number[]): Errors => {
    const over = (estimate: Float64Array) => mean(chosen.map((t) => ((estimate[t] - values[t]) / size) ** 2));
    const [reconciled, proportional] = [over(estimates.reconciled), over(estimates.proportional)];
    return {
      months: chosen.length,
      reconciled,
      proportional,
      careful: over(estimates.careful),
      linear: over(estimates.linear),
    };
  };
  const open = [...months.keys()].filter((month) => months[month].label === 'estimated');
  const within = (deviations: number) =>
    open.filter((month) => {
      const { value, standardDeviation } = months[month];
      return Math.abs((value ?? Number.NaN) - values[month]) <= deviations * (standardDeviation ?? 0);
    }).length;
  const misses = sums.map(
    ({ first, last, value }) => Math.abs(sumOf(restored, first, last).value - value) / Math.abs(value || 1),
  );
  return {
    replaced: errors([...months.keys()].filter((month) => months[month].label !== 'reported')),
    estimated: errors(open),
    covered80: within(centralLevel80),
    covered95: within(centralLevel95),
    largestMiss: Math.max(...misses),
  };
}

function rowOf(share: number, kind: 'replaced' | 'estimated', judged: readonly Judged[]) {
  const chosen = judged.map((one) => one[kind]).filter(({ months }) => months > 0);
  const root = (method: Exclude<keyof Errors, 'months'>) => Math.sqrt(mean(chosen.map((errors) => errors[method])));
  const months = chosen.reduce((sum, one) => sum + one.months, 0);
  const rmse = root('reconciled');
  const medianRatio = (of: (errors: Errors) => number) => {
    const ratios = chosen
      .map((errors) =>
        errors.reconciled < exact ? Number.POSITIVE_INFINITY : Math.sqrt(of(errors) / errors.reconciled),
      )
      .toSorted((a, b) => a - b);
    return ratios[Math.floor(ratios.length / 2)];
  };
  const covered = (of: (one: Judged) => number) =>
    kind === 'estimated' ? judged.reduce((sum, one) => sum + of(one), 0) / months : Number.NaN;
  return {
    share,
    kind,
    months,
    rmse,
    proportional: root('proportional'),
    careful: root('careful'),
    linear: root('linear'),
    /** Of the typical series: the median of its error ratios. */
    medianGainOverProportional: medianRatio((errors) => errors.proportional),
    medianGainOverLinear: medianRatio((errors) => errors.linear),
    coverage80: covered(({ covered80 }) => covered80),
    coverage95: covered(({ covered95 }) => covered95),
    largestMiss: Math.max(...judged.map(({ largestMiss }) => largestMiss)),
  };
}

const options = readOptions('competitions');
const all = readCompetitions({ ...options, limit: Number.POSITIVE_INFINITY })
  .filter(({ dataset, frequency }) => dataset.startsWith('m3') && frequency === 'monthly')
  .flatMap((set) => set.series);
/** A limit takes every k-th series: the file is ordered by field. */
const stride = Math.max(1, Math.floor(all.length / options.limit));
const series = all.filter((_, i) => i % stride === 0).slice(0, options.limit);

const rows = shares.flatMap((share) => {
  const judged = series.map((one) => judge(one, share, options.seed));
  return [rowOf(share, 'replaced', judged), rowOf(share, 'estimated', judged)];
});

if (options.json) {
  console.log(JSON.stringify(rows));
} else {
  printTable(
    `Months put back: M3 monthly, ${series.length} series, RMSE in units of the series' mean`,
    [
      'removed',
      'judged',
      'months',
      'reconciled',
      'proportional',
      'careful',
      'linear',
      'median ×p',
      'median ×l',
      'cover .8',
      'cover .95',
      'largest miss',
    ],
    rows.map((row) => [
      `${row.share * 100} %`,
      row.kind,
      String(row.months),
      ...[row.rmse, row.proportional, row.careful, row.linear].map((value) => fixed(value, 4)),
      fixed(row.medianGainOverProportional, 2),
      fixed(row.medianGainOverLinear, 2),
      fixed(row.coverage80, 3),
      fixed(row.coverage95, 3),
      row.largestMiss.toExponential(1),
    ]),
  );
}
