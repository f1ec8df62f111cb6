import { yearToDate } from '@hadaf/series';
import { mostPrecedents } from '../assess/landing.ts';
import type { Figure } from '../report.ts';
import type { YearView } from '../verdict/year-step.ts';
import { type DraftStep, figureStep, readFromPage, taken } from './chain.ts';
import { knownStep, precedentStep, ratioInputs } from './known-steps.ts';
import { type LandingSteps, landedStep } from './landing-steps.ts';

/** What the steps of a year without a total rest on. */
export interface YearStepsEvidence {
  readonly view: YearView;
  /** What the report says of that year. */
  readonly figures: readonly Figure[];
  readonly judged: DraftStep;
  readonly years: ReadonlyMap<number, DraftStep>;
  /** The step of the growth required; undefined where there is none. */
  readonly growth: DraftStep | undefined;
  /** Where the year after the last total lands, whichever year is told of here. */
  readonly landing: LandingSteps;
  /** The steps of the middle of the forecast for this year: undefined where its months tell where it lands. */
  readonly forecast: (figure: Figure) => DraftStep;
  /** The share of the forecast's paths that reach the year's milestone. */
  readonly paths: (figure: Figure, milestone: DraftStep) => DraftStep[];
}

/** What is known of a year, where it lands, and what its milestone takes. */
export function yearViewSteps(evidence: YearStepsEvidence): DraftStep[] {
  const { figures, view, landing } = evidence;
  const known = view.isLandedByMonths ? landing.known : knownStep(figures.find(isSoFar), view);
  const milestone = milestoneStep(evidence);
  return figures.flatMap((figure) => {
    const { label } = figure;
    if (isSoFar(figure)) return known ? [known] : [];
    if (/^Where .* lands$/.test(label)) return landsSteps(figure, evidence);
    if (label.startsWith('Milestone')) return milestone ? [milestone] : [];
    if (/^(?:Best|Lowest) /.test(label)) return [figureStep('year', figure, { withoutInputs: readFromPage })];
    if (!milestone) return [];
    if (label.startsWith('Where it should')) return byNowSteps(figure, evidence, milestone);
    if (/^(?:Needed|Had to come)/.test(label)) return [neededStep(figure, view, milestone, known)];
    return label.startsWith('Probability') ? chanceSteps(figure, evidence, milestone) : [];
  });
}

const isSoFar = ({ label }: Figure): boolean => label.endsWith(', so far');

function landsSteps(figure: Figure, { view, landing, forecast }: YearStepsEvidence): DraftStep[] {
  if (!view.isLandedByMonths) return [forecast(figure)];
  return [landing.landing, landing.spread].filter((step) => step !== undefined);
}

function milestoneStep({ figures, view, judged, years, growth }: YearStepsEvidence): DraftStep | undefined {
  const figure = figures.find(({ label }) => label.startsWith('Milestone'));
  const latest = view.series.years.at(-1);
  if (!figure || !latest || !view.goal) return undefined;
  const [ahead, whole] = [view.standing.fiscalYear - latest.fiscalYear, view.goal.fiscalYear - latest.fiscalYear];
  const target = taken('target', 'target', judged);
  const from = taken('latest', 'latest value', years.get(latest.fiscalYear));
  const rate = taken('growth', 'growth required', growth);
  if (ahead === whole) return figureStep('year', figure, { expression: 'target', inputs: target });
  if (rate.length === 0) {
    const expression = `latest + (target - latest) * ${ahead} / ${whole}`;
    return figureStep('year', figure, { expression, inputs: [...from, ...target] });
  }
  const expression = ahead === 1 ? 'latest * (1 + growth / 100)' : `latest * (1 + growth / 100) ^ ${ahead}`;
  return figureStep('year', figure, { expression, inputs: [...from, ...rate] });
}

/** By the share of the landing told from the same months, else by the shares of earlier years after as many months. */
function byNowSteps(figure: Figure, { view, landing, years }: YearStepsEvidence, milestone: DraftStep): DraftStep[] {
  const { series, standing } = view;
  const asked = taken('milestone', 'milestone of the year', milestone);
  if (view.isLandedByMonths && standing.sum) {
    const both = [
      ...taken('known', 'known months', landing.known),
      ...taken('landing', 'landing estimate', landing.landing),
    ];
    return [figureStep('year', figure, { expression: 'milestone * known / landing', inputs: [...asked, ...both] })];
  }
  const months = standing.sum?.months ?? standing.monthsOver;
  const used = series.years.filter(({ value }) => value > 0).slice(-mostPrecedents);
  const ratios = used.flatMap((annual) => {
    const same = yearToDate(series.known, annual.fiscalYear, months, series.indicator.calendar);
    return same && same.value > 0 ? [precedentStep(series, years, { annual, yearToDate: same }, months)] : [];
  });
  const inputs = ratioInputs(ratios);
  const product = inputs.map(({ symbol }) => symbol).join(' * ');
  const expression = `milestone / (${product}) ^ (1 / ${inputs.length})`;
  return [...ratios, figureStep('year', figure, { expression, inputs: [...asked, ...inputs] })];
}

const monthsOfYear = 12;

function neededStep(
  figure: Figure,
  { standing, goal }: YearView,
  milestone: DraftStep,
  known: DraftStep | undefined,
): DraftStep {
  const left = (monthsOfYear - standing.monthsKnown) / (standing.part === 'quarter' ? 3 : 1);
  const [asked, reported] = [
    taken('milestone', 'milestone of the year', milestone),
    taken('known', 'known months', known),
  ];
  const needed = reported.length === 0 ? `milestone / ${left}` : `(milestone - known) / ${left}`;
  const expression = goal?.direction === 'up' ? `max(0, ${needed})` : needed;
  return figureStep('year', { ...figure, citations: [] }, { expression, inputs: [...asked, ...reported] });
}

function chanceSteps(figure: Figure, evidence: YearStepsEvidence, milestone: DraftStep): DraftStep[] {
  const { view, landing, paths } = evidence;
  if (!view.isLandedByMonths) return paths(figure, milestone);
  const asked = taken('milestone', 'milestone of the year', milestone);
  return [landedStep('year', figure, { ...view, landing }, asked)];
}
