import { partsSum } from '../ledger/parts-sum.ts';
import { earnedValue } from '../roll-out/earned-value.ts';
import { annualRates, arr } from '../status-methods/arr.ts';
import { cagrDirectionAsPublished } from '../status-methods/cagr-direction.ts';
import { cagrRatioAsPublished } from '../status-methods/cagr-ratio.ts';
import { earnedSchedulePace, rollOutPace } from '../status-methods/earned-schedule-pace.ts';
import { anticipatedProgressIndex, currentStatusIndex, escap } from '../status-methods/escap.ts';
import { linearPace, linearShares, paceVerdict } from '../status-methods/linear-pace.ts';
import { aggregateScore } from '../status-methods/score-aggregate.ts';
import { arrowPace, sdsnArrows } from '../status-methods/sdsn-arrows.ts';
import { plainCagr, type StatusMethod } from '../status-methods/status-method.ts';
import { unDirectionAsPublished } from '../status-methods/un-direction.ts';
import { unProgress } from '../status-methods/un-progress.ts';
import { projectedValue, unProjected } from '../status-methods/un-projected.ts';
import { weather, weatherProjection } from '../status-methods/weather.ts';
import type { Computed } from '../trajectory/computed.ts';
import { growthRatio } from '../trajectory/growth-ratio.ts';
import { relativeChange } from '../trajectory/relative-change.ts';
import { requiredAmountPerYear } from '../trajectory/required-amount-per-year.ts';
import { requiredGrowth } from '../trajectory/required-growth.ts';
import { attainment } from '../verdict/attainment.ts';
import { cellNumber } from './cell-number.ts';
import { openSdgScore } from './statcan-table.ts';
import { type Computation, extraNumber, extraNumbers, extraPlan, type WorkedExample } from './worked-example.ts';

type Compute = (example: WorkedExample) => Computation;

const figureOf = (figure: Computed): number => (figure.kind === 'defined' ? figure.value : Number.NaN);

const openSdg =
  (method: StatusMethod): Compute =>
  ({ input }) => {
    const { metric, label } = method.assess(input);
    return { method: method.id, figures: [metric ?? Number.NaN, openSdgScore(input, metric, label)], label };
  };

const aggregate: Compute = ({ extra }) => {
  const result = aggregateScore(extraNumbers(extra, 'series_scores'), false);
  return { method: 'score-aggregate', figures: [result?.score ?? Number.NaN], label: result?.label ?? null };
};

const unRatio: Compute = ({ input }) => {
  const { metric, label } = unProgress.assess(input);
  return { method: unProgress.id, figures: [metric ?? Number.NaN], label };
};

/** The example prints plain growth; the method signs it by the direction that is good. */
const unGrowth: Compute = ({ input, base, latest }) => ({
  method: unDirectionAsPublished.id,
  figures: [plainCagr(base, latest)],
  label: unDirectionAsPublished.assess(input).label,
});

const unShare: Compute = ({ input }) => {
  const { metric, label } = unProjected.assess(input);
  return { method: unProjected.id, figures: [projectedValue(input), metric ?? Number.NaN], label };
};

const arrows: Compute = ({ input }) => {
  const { observed, required } = arrowPace(input);
  return { method: sdsnArrows.id, figures: [observed, required], label: sdsnArrows.assess(input).label };
};

const symbols: Compute = ({ input }) => {
  const { metric, label } = weather.assess(input);
  return { method: weather.id, figures: [weatherProjection(input) ?? Number.NaN, (metric ?? Number.NaN) * 100], label };
};

const statusIndex: Compute = ({ input }) => ({ method: escap.id, figures: [currentStatusIndex(input)], label: null });

const progressIndex: Compute = ({ base, target, extra }) => {
  const anticipated = extraNumber(extra, 'Yhat2030_from_weighted_regression');
  return {
    method: escap.id,
    figures: [anticipatedProgressIndex(anticipated, base.value, target?.value ?? Number.NaN)],
    label: null,
  };
};

const reduction: Compute = ({ input }) => ({ method: arr.id, figures: [annualRates(input).required], label: null });

/** Two thirds in 25 years: what the base itself requires. */
const reductionFromBase: Compute = ({ input, base }) => ({
  method: arr.id,
  figures: [annualRates({ ...input, latest: base }).required],
  label: null,
});

const decline: Compute = ({ base, latest }) => change(-relativeChange(base.value, latest.value));
const growth: Compute = ({ base, latest }) => change(relativeChange(base.value, latest.value));
const distance: Compute = ({ latest, target }) => change(relativeChange(target?.value ?? Number.NaN, latest.value));
const change = (figure: number): Computation => ({ method: 'relative-change', figures: [figure], label: null });

const proRata: Compute = ({ input }) => {
  const { progress, elapsed } = linearShares(input);
  return { method: linearPace.id, figures: [progress, elapsed], label: null };
};

const okrRatio: Compute = ({ latest, extra }) => {
  const verdict = paceVerdict(latest.value / 100, extraNumber(extra, 'ideal_progress') / 100);
  return { method: linearPace.id, figures: [verdict.metric ?? Number.NaN], label: verdict.label };
};

const okrElapsed: Compute = ({ latest, extra }) => {
  const elapsed = extraNumber(extra, 'elapsed_pct');
  return { method: linearPace.id, figures: [elapsed], label: paceVerdict(latest.value / 100, elapsed / 100).label };
};

const performance: Compute = ({ extra }) => {
  const read = (name: string): number => extraNumber(extra, name);
  const unitCost = read('unit_cost');
  if (Number.isFinite(unitCost)) {
    const [earned, planned] = [read('units_done') * unitCost, read('units_planned') * unitCost];
    return { method: earnedSchedulePace.id, figures: [earned, planned, earned / planned], label: null };
  }
  const budget = read('BAC');
  if (Number.isFinite(budget)) {
    const planned = budget * (extraNumbers(extra, 'schedule')[read('period') - 1] ?? Number.NaN);
    const earned = budget * read('actual_complete');
    return { method: earnedSchedulePace.id, figures: [planned, earned, earned / planned], label: null };
  }
  const { spi, scheduleVariance, cpi, costVariance } = earnedValue(read('EV'), read('PV'), read('AC'));
  return { method: earnedSchedulePace.id, figures: [spi, scheduleVariance, cpi, costVariance], label: null };
};

const schedule: Compute = ({ input, extra }) => {
  const planned = { ...input, plan: extraPlan(extra) };
  const { spi, earnedYears, spiTime } = rollOutPace(planned);
  const label = earnedSchedulePace.assess(planned).label;
  return { method: earnedSchedulePace.id, figures: [spi ?? Number.NaN, earnedYears, spiTime ?? Number.NaN], label };
};

const missed: Compute = ({ input, latest, target }) => ({
  method: 'attainment',
  figures: [
    attainment({ value: target?.value ?? Number.NaN, direction: input.direction }, latest.value).share ?? Number.NaN,
  ],
  label: null,
});

const required: Compute = ({ latest, target }) => ({
  method: 'required-growth',
  figures: [target ? figureOf(requiredGrowth(latest.value, target.value, target.year - latest.year)) : Number.NaN],
  label: null,
});

/** The growth from base to latest kept up until the target's year, as `un-projected` takes it. */
const keptUp: Compute = ({ row, input }) => {
  const target = { year: cellNumber(row, 'target_year'), value: Number.NaN };
  return { method: 'projected-value', figures: [projectedValue({ ...input, target })], label: null };
};

const requiredThenReached: Compute = ({ latest, target }) => {
  const years = (target?.year ?? Number.NaN) - latest.year;
  const rate = target ? figureOf(requiredGrowth(latest.value, target.value, years)) : Number.NaN;
  return { method: 'required-growth', figures: [rate, latest.value * (1 + rate) ** years], label: null };
};

const yearlyStep: Compute = ({ latest, target }) => ({
  method: 'required-amount',
  figures: [
    target ? figureOf(requiredAmountPerYear(latest.value, target.value, target.year - latest.year)) : Number.NaN,
  ],
  label: null,
});

const sensitivity: Compute = ({ base, latest, target, input }) => ({
  method: 'growth-ratio',
  figures: [
    target ? figureOf(growthRatio({ base, latest, target, direction: input.direction })) : Number.NaN,
    projectedValue(input),
  ],
  label: null,
});

const parts: Compute = ({ target, extra }) => ({
  method: 'parts-sum',
  figures: [partsSum(target?.value ?? Number.NaN, extraNumbers(extra, 'parts')).sum],
  label: null,
});

/** By the example's method column, most specific first; what is not listed is not a method shipped here. */
export const workedMethods: readonly { readonly starts: string; readonly compute: Compute }[] = [
  { starts: 'Eurostat-type CAGR ratio', compute: openSdg(cagrRatioAsPublished) },
  { starts: 'Eurostat-type CAGR', compute: openSdg(cagrDirectionAsPublished) },
  { starts: 'StatCan aggregate', compute: aggregate },
  {
    starts: 'StatCan insufficient data',
    compute: (example) => openSdg(example.target ? cagrRatioAsPublished : cagrDirectionAsPublished)(example),
  },
  { starts: 'UN progress-chart CR', compute: unRatio },
  { starts: 'UN progress-chart CAGR', compute: unGrowth },
  { starts: 'UN progress chart 2023/24', compute: unShare },
  { starts: 'SDSN', compute: arrows },
  { starts: 'German DNS', compute: symbols },
  { starts: 'UN ESCAP Current Status', compute: statusIndex },
  { starts: 'UN ESCAP Anticipated', compute: progressIndex },
  { starts: 'UN IGME annual rate', compute: reduction },
  { starts: 'UN IGME on-track rule', compute: reductionFromBase },
  { starts: 'UN IGME decline', compute: decline },
  { starts: 'Distance to target', compute: distance },
  { starts: 'Linear pro-rata', compute: proRata },
  { starts: 'OKR pace (UpRaise)', compute: okrRatio },
  { starts: 'OKR pace (OKRs Tool)', compute: okrElapsed },
  { starts: 'Earned value', compute: performance },
  { starts: 'Earned schedule', compute: schedule },
  { starts: 'YoY growth', compute: growth },
  { starts: 'Missed target', compute: missed },
  { starts: 'Required CAGR', compute: required },
  { starts: 'WHO Triple Billions AROC latest', compute: keptUp },
  { starts: 'WHO Triple Billions AROC target', compute: requiredThenReached },
  { starts: 'WHO Triple Billions fixed target', compute: yearlyStep },
  { starts: 'Definition sensitivity', compute: sensitivity },
  { starts: 'Target arithmetic', compute: parts },
];
