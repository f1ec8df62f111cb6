import { citationOf } from '../assess/citation.ts';
import type { Goal } from '../assess/due-outlook.ts';
import type { Landing } from '../assess/landing.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { ChainPart, Figure } from '../report.ts';
import type { YearView } from '../verdict/year-step.ts';
import { type DraftInput, type DraftStep, figureStep, readFromPage, taken } from './chain.ts';
import { knownStep, precedentStep, ratioInputs } from './known-steps.ts';

/** What is known of the year after the last total, where it lands and how surely; undefined where nothing tells. */
export interface LandingSteps {
  readonly known: DraftStep | undefined;
  readonly landing: DraftStep | undefined;
  readonly spread: DraftStep | undefined;
}

export const noLanding: LandingSteps = { known: undefined, landing: undefined, spread: undefined };

/** Known months, the ratios of earlier years, the landing and its spread, in this order. */
export function landingSteps(
  figures: readonly Figure[],
  view: YearView,
  years: ReadonlyMap<number, DraftStep>,
): LandingSteps {
  const { series } = view;
  const find = (pattern: RegExp) => figures.find(({ label }) => pattern.test(label));
  const known = knownStep(find(/, so far$/), view);
  const lands = find(/^Where .* lands$/);
  if (!known || !lands || !series.landing) return { ...noLanding, known };
  const used = series.inProgress?.precedents ?? [];
  const { precedents } = series.landing;
  const ratios = precedents === 0 ? [] : used.slice(-precedents).map((one) => precedentStep(series, years, one));
  return {
    known,
    landing: landingStep(lands, known, ratios),
    spread: spreadStep(series, series.landing, known, ratios),
  };
}

function landingStep(figure: Figure, known: DraftStep, ratios: readonly DraftStep[]): DraftStep {
  const inputs = ratioInputs(ratios);
  const product = inputs.map(({ symbol }) => symbol).join(' * ');
  return figureStep(
    'year',
    { ...figure, citations: [] },
    {
      expression: inputs.length === 0 ? 'known' : `known * (${product}) ^ (1 / ${inputs.length})`,
      inputs: [...taken('known', 'known months', known), ...inputs],
    },
  );
}

/** The scale of log(total): how far such estimates were off before, and the rounding of what is known. */
function spreadStep(
  series: MeasuredSeries,
  landing: Landing,
  known: DraftStep,
  ratios: readonly DraftStep[],
): DraftStep {
  const inputs = ratioInputs(ratios);
  const n = inputs.length;
  const logs = inputs.map(({ symbol }) => `log(${symbol})`).join(', ');
  const scatter = n === 0 ? '' : `(1 + 1 / ${n}) * std(${logs}) ^ 2`;
  const halfWidth = series.inProgress?.halfWidth ?? 0;
  const rounding = halfWidth === 0 ? '' : '(half / (sqrt(3) * known)) ^ 2';
  const half: DraftInput = {
    symbol: 'half',
    name: 'half a printed step',
    from: {
      ...{ value: halfWidth, unit: series.indicator.unit, period: known.period },
      citations: (series.inProgress?.observations ?? []).map((one) => citationOf(one, series.documents)),
    },
  };
  const terms = [scatter, rounding].filter(Boolean).join(' + ');
  return {
    part: 'year',
    title: 'Spread of that estimate',
    expression: terms === '' ? null : `sqrt(${terms})`,
    formula: 'all months are known to the last digit',
    inputs: [...inputs, ...(rounding === '' ? [] : [half, ...taken('known', 'known months', known)])],
    withoutInputs: terms === '' ? readFromPage : '',
    ...{ value: landing.logScale, unit: 'ratio', period: landing.label },
    note: 'of the logarithm of the total',
    citations: [],
  };
}

interface LandedEvidence {
  readonly series: MeasuredSeries;
  readonly goal: Goal | null;
  readonly landing: LandingSteps;
}

/** The share of the landing's distribution on the good side of a threshold: Student's t of the distance in spreads. */
export function landedStep(
  part: ChainPart,
  figure: Figure,
  { series, goal, landing: { landing, spread } }: LandedEvidence,
  threshold: readonly DraftInput[],
): DraftStep {
  const symbol = threshold[0]?.symbol ?? '';
  const [above, below] = goal?.direction === 'down' ? [symbol, 'landing'] : ['landing', symbol];
  const distance = `log(${above} / ${below}) / spread`;
  const { degreesOfFreedom = 0, logScale = 0 } = series.landing ?? {};
  const isNormal = degreesOfFreedom === Number.POSITIVE_INFINITY;
  const share = isNormal ? `normalCdf(${distance}, true)` : `tCdf(${distance}, ${degreesOfFreedom}, true)`;
  return figureStep(part, figure, {
    expression: logScale === 0 ? null : share,
    inputs: [
      ...taken('landing', 'landing estimate', landing),
      ...threshold,
      ...(logScale === 0 ? [] : taken('spread', 'its spread', spread)),
    ],
  });
}
