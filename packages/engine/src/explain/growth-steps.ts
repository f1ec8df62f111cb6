import { describeDay, fiscalYearSeries } from '@hadaf/series';
import { requiredGrowth, type Target } from '@hadaf/targets';
import { citationOf } from '../assess/citation.ts';
import type { Goal } from '../assess/due-outlook.ts';
import { burnLabel } from '../assess/growth-figures.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { Figure } from '../report.ts';
import { type DraftStep, figureStep, reportedStep, taken } from './chain.ts';

/** What the steps of a target on a yearly series rest on. */
export interface WayEvidence {
  readonly target: Target;
  readonly series: MeasuredSeries;
  readonly goal: Goal;
  /** The step of the value judged. */
  readonly judged: DraftStep;
  /** The steps of the yearly values, by fiscal year. */
  readonly years: ReadonlyMap<number, DraftStep>;
}

/** Growth a year from one value to another, in percent: `((to / from) ^ (1 / years) - 1) * 100`, sign-safe. */
export function growthExpression(from: string, to: string, years: number, isNegative: boolean): string {
  const factor = years === 1 ? `${to} / ${from}` : `(${to} / ${from}) ^ (1 / ${years})`;
  return isNegative ? `(1 - ${factor}) * 100` : `(${factor} - 1) * 100`;
}

/** Growth and amounts required and achieved, burn, and achieved ÷ required growth over each window. */
export function growthSteps(figures: readonly Figure[], evidence: WayEvidence): DraftStep[] {
  const latest = evidence.series.years.at(-1);
  if (!latest) return [];
  const end = { year: latest.fiscalYear, step: evidence.years.get(latest.fiscalYear), isNegative: latest.value < 0 };
  const required = requiredStep(figures, evidence, end);
  return figures.flatMap((figure) => {
    if (figure.label === 'Growth required') return required ? [required] : [];
    if (figure.label === 'Amount required') return [amountStep(figure, evidence, end)];
    if (figure.label === burnLabel) return burnSteps(figure, evidence, required);
    const window = windowOf(figure.label);
    if (window === 0) return [];
    return figure.label.startsWith('Achieved ÷')
      ? [ratioStep(figure, evidence, end, window)]
      : [achievedStep(figure, evidence, end, window)];
  });
}

interface End {
  readonly year: number;
  readonly step: DraftStep | undefined;
  readonly isNegative: boolean;
}

function requiredStep(figures: readonly Figure[], { goal, judged }: WayEvidence, end: End): DraftStep | undefined {
  const figure = figures.find(({ label }) => label === 'Growth required');
  return (
    figure &&
    figureStep('way', withoutSources(figure), {
      expression: growthExpression('latest', 'target', goal.fiscalYear - end.year, end.isNegative),
      inputs: [...taken('target', 'target', judged), ...taken('latest', 'latest value', end.step)],
    })
  );
}

function amountStep(figure: Figure, { goal, judged }: WayEvidence, end: End): DraftStep {
  return figureStep('way', withoutSources(figure), {
    expression: `(target - latest) / ${goal.fiscalYear - end.year}`,
    inputs: [...taken('target', 'target', judged), ...taken('latest', 'latest value', end.step)],
  });
}

function achievedStep(figure: Figure, { years }: WayEvidence, end: End, window: number): DraftStep {
  const base = years.get(end.year - window);
  if (!base) return figureStep('way', figure, { inputs: taken('latest', 'latest value', end.step) });
  return figureStep('way', withoutSources(figure), {
    expression: growthExpression('base', 'latest', window, end.isNegative),
    inputs: [...taken('latest', 'latest value', end.step), ...taken('base', 'base value', base)],
  });
}

function ratioStep(figure: Figure, { years, goal, judged }: WayEvidence, end: End, window: number): DraftStep {
  return figureStep('way', withoutSources(figure), {
    expression: ratioExpression(window, goal.fiscalYear - end.year + window),
    inputs: [
      ...taken('base', 'base value', years.get(end.year - window)),
      ...taken('latest', 'latest value', end.step),
      ...taken('target', 'target', judged),
    ],
  });
}

/** Growth from base to latest over growth from base to target: the signs of direction and series cancel out. */
export function ratioExpression(observed: number, required: number): string {
  const growth = (to: string, years: number) =>
    years === 1 ? `(${to} / base - 1)` : `((${to} / base) ^ (1 / ${years}) - 1)`;
  return `${growth('latest', observed)} / ${growth('target', required)}`;
}

/** The value known on the day of the announcement, the growth required from it, and the growth required now over that. */
function burnSteps(figure: Figure, evidence: WayEvidence, required: DraftStep | undefined): DraftStep[] {
  const { target, series, goal, judged } = evidence;
  const day = target.announcedOn ?? target.knownBy;
  const then = fiscalYearSeries(series.known, series.indicator.calendar, day).years.at(-1);
  if (!then) {
    const withoutInputs = `no yearly value was known on ${describeDay(day)}`;
    return [figureStep('way', figure, { inputs: [...taken('now', 'growth required', required)], withoutInputs })];
  }
  const { unit } = series.indicator;
  const known = reportedStep('sources', {
    title: `Latest value known on ${describeDay(day)}`,
    ...{ value: then.value, unit, period: then.label },
    citations: [citationOf(then.observation, series.documents)],
  });
  const years = goal.fiscalYear - then.fiscalYear;
  const rate = requiredGrowth(then.value, goal.value, years);
  const whenAnnounced: DraftStep = {
    part: 'way',
    title: 'Growth required when it was announced',
    expression: growthExpression('known', 'target', years, then.value < 0),
    formula: '',
    inputs: [...taken('target', 'target', judged), ...taken('known', 'value known then', known)],
    withoutInputs: '',
    value: rate.kind === 'defined' ? rate.value * 100 : null,
    unit: 'percent a year',
    period: `${then.label} to ${target.due[0]?.label ?? ''}`,
    ...{ note: '', citations: [] },
  };
  const both = [
    ...taken('now', 'growth required', required),
    ...taken('before', 'growth required then', whenAnnounced),
  ];
  return [known, whenAnnounced, figureStep('way', figure, { expression: 'now / before', inputs: both })];
}

/** The pages of a figure are those of the steps it takes its numbers from. */
const withoutSources = (figure: Figure): Figure => ({ ...figure, citations: [] });

/** Years of `Growth achieved, last 3 years` or `…, 3-year window`; 0 where the label names none. */
function windowOf(label: string): number {
  if (label.endsWith('last year')) return 1;
  return Number(/(\d+)(?:-year window| years)$/.exec(label)?.[1] ?? 0);
}
