import type { StatedRelease } from '@hadaf/series';
import { heldYears, outcomeOf, type Target } from '@hadaf/targets';
import type { AnnualForecast } from '../assess/annual-forecast.ts';
import { historyOf } from '../assess/assess-level.ts';
import { finishedYears } from '../assess/claim-terms.ts';
import { goalOf } from '../assess/growth-figures.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { TargetAssessment } from '../assess/target-assessment.ts';
import { standingsOf, type YearEvidence, type YearView, yearView } from '../verdict/year-step.ts';
import { type DraftInput, type DraftStep, taken } from './chain.ts';
import { evenOddsSteps } from './even-odds-steps.ts';
import { forecastOfYear, forecastSteps } from './forecast-steps.ts';
import { growthSteps } from './growth-steps.ts';
import { landingSteps, noLanding } from './landing-steps.ts';
import { yearSteps } from './reported-steps.ts';
import { ruleSteps, variantYears } from './rule-steps.ts';
import { attainedStep, heldSteps } from './verdict-steps.ts';
import { yearViewSteps } from './year-steps.ts';

/** The steps of one kind of target: those before the verdict, what recognised rules say, and what decided. */
export interface LevelChain {
  readonly steps: readonly DraftStep[];
  readonly rules: readonly DraftStep[];
  readonly decided: readonly DraftInput[];
}

/** What the chain of a target on a yearly series rests on. */
export interface LevelEvidence {
  /** The whole claim, and the one value and date it is judged by, both on the definition of the series. */
  readonly claimed: Target;
  readonly judgedTarget: Target;
  readonly judged: DraftStep;
  readonly series: MeasuredSeries;
  readonly annual: AnnualForecast | null;
  readonly variants: readonly MeasuredSeries[];
  readonly releases?: readonly StatedRelease[];
}

type Report = Omit<TargetAssessment['report'], 'explanation' | 'agencies'>;

/** From the yearly values over the way to go, the years without a total and the forecast to what decided. */
export function levelChain(
  report: Report,
  decision: TargetAssessment['decision'],
  evidence: LevelEvidence,
): LevelChain {
  const { series, annual, judged, releases = [] } = evidence;
  const goal = goalOf(series, evidence.judgedTarget);
  const years = yearSteps(series);
  const way = goal ? growthSteps(report.figures, { target: evidence.judgedTarget, series, goal, judged, years }) : [];
  const views = viewsOf({ series, annual, goal, isOpen: decision.method === 'probability', releases });
  const shown = views.map((view) => ({
    view,
    figures: view.standing.isOver ? report.endedYear : report.yearInProgress,
  }));
  const landed = shown.find(({ view }) => view.isLandedByMonths);
  const landing = landed ? landingSteps(landed.figures, landed.view, years) : noLanding;
  const ofForecast = { series, annual, goal, judged, years, landing };
  const growth = way.find(({ title }) => title === 'Growth required');
  const common = { judged, years, growth, landing, ...forecastOfYear(ofForecast) };
  const ofYears = shown.flatMap((one) => yearViewSteps({ ...common, ...one }));
  const forecast = forecastSteps(report, ofForecast);
  const named = (wanted: string) => forecast.find(({ title }) => title === wanted);
  const odds = evenOddsSteps(report.whatItTakes, ofForecast, named('Expected value'));
  const probability = named('Probability at the date');
  const measured = [{ series, years }, ...variantYears(evidence.variants)];
  return {
    steps: [...years.values(), ...way, ...ofYears, ...forecast, ...odds],
    rules: report.matrix && goal ? ruleSteps(report.matrix, { goal, judged, measured, probability }) : [],
    decided: decidedBy(decision, evidence, { years, probability, known: landing.known }),
  };
}

/** The first year that is over without a total, and the one the day is in: those the report tells of. */
function viewsOf(evidence: YearEvidence): YearView[] {
  const standings = standingsOf(evidence);
  const [ended, running] = [true, false].map((isOver) => standings.find((one) => one.isOver === isOver));
  return [ended, running].flatMap((standing) => (standing ? [yearView(evidence, standing)] : []));
}

interface Known {
  readonly years: ReadonlyMap<number, DraftStep>;
  readonly probability: DraftStep | undefined;
  readonly known: DraftStep | undefined;
}

/** The numbers the deciding rule looked at; where none could decide, the newest that were known. */
function decidedBy(
  { method, metric }: TargetAssessment['decision'],
  evidence: LevelEvidence,
  { years, probability, known }: Known,
): DraftInput[] {
  const { claimed, judgedTarget, series, judged } = evidence;
  if (method === 'probability') return taken('p', 'probability at the date', probability);
  if (method === 'attainment') {
    const outcome = years.get(outcomeYear(series, judgedTarget) ?? Number.NaN);
    return taken('share', 'attained share', attainedStep(judgedTarget, metric, judged, outcome));
  }
  if (method === 'held-years') {
    const held = heldYears(claimed, finishedYears(series), series.indicator.calendar);
    const margins = heldSteps(held, claimed, judged, years);
    return margins.flatMap((step, i) => taken(`margin${i + 1}`, `margin of ${step.period}`, step));
  }
  return [
    ...taken('latest', 'latest value', [...years.values()].at(-1)),
    ...taken('known', 'year in progress, so far', known),
  ];
}

/** The fiscal year whose value scored the target: that of its own period, else the latest. */
function outcomeYear(series: MeasuredSeries, { due }: Target): number | undefined {
  const history = historyOf(series);
  const outcome = due[0] && outcomeOf(due[0], history);
  const index = outcome ? history.indexOf(outcome) : history.length - 1;
  return series.years[index]?.fiscalYear;
}
