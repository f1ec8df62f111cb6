import { arrivalDistribution, probabilityAtDate } from '@hadaf/models';
import { fiscalYearLabel } from '@hadaf/series';
import type { AnnualForecast } from '../assess/annual-forecast.ts';
import type { Goal } from '../assess/due-outlook.ts';
import { landingProbability } from '../assess/landing.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { ChainPart, Figure, TargetReport } from '../report.ts';
import { type DraftStep, figureStep, taken } from './chain.ts';
import { type LandingSteps, landedStep } from './landing-steps.ts';

/** What the steps of the forecast rest on. */
export interface ForecastEvidence {
  readonly series: MeasuredSeries;
  readonly annual: AnnualForecast | null;
  /** Null where the target states no date. */
  readonly goal: Goal | null;
  readonly judged: DraftStep;
  readonly years: ReadonlyMap<number, DraftStep>;
  /** Of the year after the last total. */
  readonly landing: LandingSteps;
}

type Forecast = Pick<TargetReport, 'figures' | 'interval' | 'probability' | 'dueLabel'>;

/** The middle of the forecast, and the chance that the year in progress reaches the target before it. */
interface Middle {
  readonly expected: DraftStep;
  readonly soon: DraftStep | undefined;
  /** Paths that have arrived by the end of a fiscal year, each counted once. */
  readonly arrived: Map<number, DraftStep>;
}

/** The middle of the forecast, its distance from the target, its intervals, the paths that arrive, and P. */
export function forecastSteps(report: Forecast, evidence: ForecastEvidence): DraftStep[] {
  const expected = expectedStep(report, evidence);
  if (!expected) return [];
  const soon = landedSoonStep(report, evidence);
  const arrived = new Map<number, DraftStep>();
  const middle = { expected, soon, arrived };
  return [
    expected,
    ...gapSteps(report, evidence, expected),
    ...intervalSteps(report, evidence, expected),
    ...arrivalSteps(report, evidence, middle),
    ...probabilitySteps(report, evidence, middle),
  ];
}

const isLandingYear = ({ series, goal }: ForecastEvidence): boolean =>
  series.landing !== null && series.landing.fiscalYear === goal?.fiscalYear;

const sizeOf = ({ forecast }: AnnualForecast): number => forecast.paths.length / forecast.horizon;

function expectedStep({ figures }: Forecast, evidence: ForecastEvidence): DraftStep | undefined {
  const figure = figures.find(({ label }) => label === 'Expected value');
  if (!figure) return undefined;
  const lands = taken('landing', 'landing estimate', evidence.landing.landing);
  if (isLandingYear(evidence))
    return figureStep('forecast', figure, { expression: 'landing', formula: '', inputs: lands });
  return medianStep('forecast', figure, evidence);
}

/** The middle of the forecast in a year, from every value it was made of. */
function medianStep(part: ChainPart, figure: Figure, { years, landing, annual }: ForecastEvidence): DraftStep {
  const values = [...years.values()].flatMap((step, i) => taken(`value${i + 1}`, 'reported', step));
  const models = annual?.forecast.models.filter(({ weight }) => weight > 0) ?? [];
  const names = models.map(({ name }) => name).join(', ');
  const words = names === '' ? '' : `paths round the median of ${names}`;
  const note = [figure.note, words].filter(Boolean).join('; ');
  const inputs = [...values, ...taken('landing', 'landing estimate', landing.landing)];
  return figureStep(part, { ...figure, note }, { inputs });
}

/** Where a year lands that only the forecast tells of, and the share of its paths that reach the year's milestone. */
export function forecastOfYear(evidence: ForecastEvidence) {
  const { annual, goal } = evidence;
  const paths = (figure: Figure, milestone: DraftStep): DraftStep[] => {
    if (!annual || !goal || figure.value === null) return [];
    const counted: DraftStep = {
      part: 'year',
      title: `Paths that reach the milestone in ${figure.period}`,
      expression: null,
      formula: countWords(goal.direction, 'milestone', annual),
      inputs: taken('milestone', 'milestone of the year', milestone),
      withoutInputs: '',
      ...{ value: Math.round(figure.value * sizeOf(annual)), unit: 'count', period: figure.period },
      ...{ note: '', citations: [] },
    };
    const inputs = taken('reached', 'paths that reach it', counted);
    return [counted, figureStep('year', figure, { expression: `reached / ${sizeOf(annual)}`, inputs })];
  };
  return { forecast: (figure: Figure) => medianStep('year', figure, evidence), paths };
}

const countWords = (direction: Goal['direction'], what: 'target' | 'milestone', annual: AnnualForecast): string =>
  `counted: paths at or ${direction === 'up' ? 'above' : 'below'} the ${what}, of ${sizeOf(annual)} drawn round the forecast`;

function gapSteps({ figures }: Forecast, { goal, judged }: ForecastEvidence, expected: DraftStep): DraftStep[] {
  const figure = figures.find(({ label }) => label === 'Gap');
  if (!figure) return [];
  const expression = goal?.direction === 'down' ? 'target - expected' : 'expected - target';
  const inputs = [...taken('expected', 'expected value', expected), ...taken('target', 'target', judged)];
  return [figureStep('forecast', figure, { expression, inputs })];
}

/** Both bounds of every interval at the date, as `targets/:id.csv` names them. */
function intervalSteps({ interval, dueLabel }: Forecast, evidence: ForecastEvidence, expected: DraftStep): DraftStep[] {
  return interval.flatMap(({ level, lower, upper, period }) => {
    const name = `${Math.round(level * 100)} % interval`;
    const bound = (end: 'lower' | 'upper', value: number, at: number): DraftStep =>
      figureStep(
        'forecast',
        {
          label: `${name}, ${end}`,
          value,
          unit: expected.unit,
          period: period || dueLabel,
          basis: '',
          note: '',
          citations: [],
        },
        quantileArithmetic(evidence, expected, at),
      );
    return [bound('lower', lower, (1 - level) / 2), bound('upper', upper, (1 + level) / 2)];
  });
}

function quantileArithmetic(evidence: ForecastEvidence, expected: DraftStep, level: number) {
  const { series, landing } = evidence;
  const at = Number(level.toPrecision(6));
  if (!isLandingYear(evidence) || !series.landing || series.landing.logScale === 0) {
    const formula = `the value that ${Number((at * 100).toPrecision(6))} % of the forecast’s distribution lie below`;
    return { formula, inputs: taken('expected', 'expected value', expected) };
  }
  const { degreesOfFreedom } = series.landing;
  const isNormal = degreesOfFreedom === Number.POSITIVE_INFINITY;
  const score = isNormal ? `normalQuantile(${at})` : `tQuantile(${at}, ${degreesOfFreedom})`;
  return {
    expression: `landing * exp(spread * ${score})`,
    inputs: [
      ...taken('landing', 'landing estimate', landing.landing),
      ...taken('spread', 'its spread', landing.spread),
    ],
  };
}

/** Paths that have reached the target by the expected year of arrival and by the year before. */
function arrivalSteps({ figures }: Forecast, evidence: ForecastEvidence, middle: Middle): DraftStep[] {
  const figure = figures.find(({ label }) => label === 'Expected year of arrival');
  const { annual, goal, series } = evidence;
  if (!figure || !annual || !goal) return [];
  if (figure.value !== null && figure.value === series.landing?.fiscalYear) {
    return [figureStep('forecast', figure, { inputs: taken('soon', 'probability in that year', middle.soon) })];
  }
  const last = annual.firstYear + annual.forecast.horizon - 1;
  const years = figure.value === null ? [last] : [figure.value - 1, figure.value].filter((y) => y >= annual.firstYear);
  const steps = years.map((year) => arrivedStep(evidence, annual, middle, year));
  const inputs = steps.flatMap((step, i) => taken(`paths${i + 1}`, `paths by ${step.period}`, step));
  return [...steps, figureStep('forecast', figure, { formula: `${figure.basis}, of ${sizeOf(annual)} paths`, inputs })];
}

/** How many paths have reached the target by the end of a fiscal year. */
function arrivedStep(
  { goal, series, judged }: ForecastEvidence,
  annual: AnnualForecast,
  { expected, arrived }: Middle,
  year: number,
): DraftStep {
  const counted = arrived.get(year);
  if (counted) return counted;
  const direction = goal?.direction ?? 'up';
  const arrivals = arrivalDistribution(annual.forecast, judged.value ?? Number.NaN, direction);
  const share = arrivals.slice(0, year - annual.firstYear + 1).reduce((sum, one) => sum + one, 0);
  const period = fiscalYearLabel(year, series.indicator.calendar);
  const title = `Paths that have reached it by ${period}`;
  const step = pathCount(title, period, { annual, share, judged, expected, direction });
  arrived.set(year, step);
  return step;
}

interface Counted {
  readonly annual: AnnualForecast;
  readonly share: number;
  readonly judged: DraftStep;
  readonly expected: DraftStep;
  readonly direction: 'up' | 'down';
}

function pathCount(title: string, period: string, { annual, share, judged, expected, direction }: Counted): DraftStep {
  return {
    part: 'forecast',
    title,
    expression: null,
    formula: countWords(direction, 'target', annual),
    inputs: [...taken('expected', 'expected value', expected), ...taken('target', 'target', judged)],
    withoutInputs: '',
    ...{ value: Math.round(share * sizeOf(annual)), unit: 'count', period, note: '', citations: [] },
  };
}

/** The probability that the year in progress reaches the target: where that is the target's own year, P at the date. */
function landedSoonStep({ dueLabel }: Forecast, evidence: ForecastEvidence): DraftStep | undefined {
  const { goal, judged } = evidence;
  const { landing } = evidence.series;
  if (!landing || !goal) return undefined;
  const isAtDate = isLandingYear(evidence);
  const figure: Figure = {
    label: isAtDate ? 'Probability at the date' : `Probability that ${landing.label} reaches it`,
    ...{ unit: 'probability', period: isAtDate ? dueLabel : landing.label },
    value: landingProbability(landing, goal.value, goal.direction),
    ...{ basis: '', note: '', citations: [] },
  };
  return landedStep('forecast', figure, evidence, taken('target', 'target', judged));
}

/** P at the date and by the date: shares of the landing's distribution in its own year, of counted paths after it. */
function probabilitySteps(
  { probability, dueLabel }: Forecast,
  evidence: ForecastEvidence,
  middle: Middle,
): DraftStep[] {
  if (!probability) return [];
  const shown = { unit: 'probability', period: dueLabel, basis: '', note: '', citations: [] };
  const at: Figure = { ...shown, label: 'Probability at the date', value: probability.atDate };
  const by: Figure = { ...shown, label: 'Probability by the date', value: probability.byDate };
  const { soon } = middle;
  if (evidence.annual && !isLandingYear(evidence)) {
    return pathProbabilities([at, by], evidence, evidence.annual, middle);
  }
  const inputs = taken('at', 'probability at the date', soon);
  return soon ? [soon, figureStep('forecast', by, { expression: 'at', formula: '', inputs })] : [];
}

function pathProbabilities(
  [at, by]: readonly [Figure, Figure],
  evidence: ForecastEvidence,
  annual: AnnualForecast,
  middle: Middle,
): DraftStep[] {
  const { goal, judged } = evidence;
  if (!goal) return [];
  const { direction } = goal;
  const step = goal.fiscalYear - annual.firstYear + 1;
  const share = probabilityAtDate(annual.forecast, step, goal.value, direction);
  const counted = { annual, share, judged, expected: middle.expected, direction };
  const there = pathCount(`Paths that reach it in ${at.period}`, at.period, counted);
  const before = arrivedStep(evidence, annual, middle, goal.fiscalYear);
  const ofAll = `reached / ${sizeOf(annual)}`;
  const inputs = (from: DraftStep) => taken('reached', 'paths that reach it', from);
  const early = taken('soon', 'probability in the year in progress', middle.soon);
  return [
    there,
    figureStep('forecast', at, { expression: ofAll, inputs: inputs(there) }),
    before,
    figureStep('forecast', by, {
      expression: early.length > 0 ? `max(${ofAll}, soon)` : ofAll,
      inputs: [...inputs(before), ...early],
    }),
  ];
}
