import {
  counted,
  daysBetween,
  fiscalYearOf,
  fiscalYearSpan,
  formatQuantity,
  type IsoDate,
  quantityUnit,
} from '@hadaf/series';
import type { ScenarioSpecification } from '@hadaf/targets';
import type { AnnualForecast } from '../assess/annual-forecast.ts';
import type { Goal } from '../assess/due-outlook.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { Citation } from '../report.ts';
import { originOf, type SeriesOrigin } from '../verdict/what-it-takes.ts';
import { type LineContext, type ResolvedLine, resolveLine } from './added-lines.ts';
import { acceleratedPath, growingPath } from './central-path.ts';
import type { Conditions } from './conditioned-forecast.ts';
import { openDelays } from './delays.ts';
import { formulaPath } from './formula-path.ts';
import { ScenarioRefusal } from './refusal.ts';
import { monthsLater } from './scenario-dates.ts';
import type { ScenarioEvidence } from './scenario-evidence.ts';

export interface LevelContext {
  readonly evidence: ScenarioEvidence;
  readonly series: MeasuredSeries;
  readonly annual: AnnualForecast;
  readonly goal: Goal;
}

interface ResolvedConditions {
  readonly conditions: Conditions;
  /** The goal, later where the target itself is delayed. */
  readonly moved: Goal;
  readonly assumes: readonly string[];
  readonly citations: readonly Citation[];
}

/** A specification as numbers a year, and in words. */
export async function resolveConditions(
  specification: ScenarioSpecification,
  context: LevelContext,
): Promise<ResolvedConditions> {
  const { evidence, series, annual } = context;
  const origin = originOf(series);
  if (!origin) throw new ScenarioRefusal('no yearly value is known');
  const delays = openDelays(specification.delays ?? []);
  const lineContext: LineContext = {
    ...{ series, claims: evidence.claims, plans: evidence.plans, documents: evidence.documents },
    forecastFrom: fiscalYearSpan(annual.firstYear, series.indicator.calendar).start,
    delayOf: delays.monthsOf,
  };
  const lines = (specification.lines ?? []).map((line) => resolveLine(line, lineContext));
  const middle = await middleOf(specification, context, origin);
  const moved = movedGoal(context, delays.monthsOf([evidence.target.id, evidence.target.title]));
  delays.requireAllUsed();
  const cap = checkedCap(specification.cap, context, origin);
  return {
    conditions: { central: middle.path, amounts: amountsOf(lines, context), cap: cap.value },
    moved: moved.goal,
    assumes: [...middle.words, ...lines.map(({ words }) => words), ...cap.words, ...moved.words],
    citations: lines.flatMap(({ citations }) => citations),
  };
}

interface Middle {
  readonly path: Float64Array | null;
  readonly words: readonly string[];
}

async function middleOf(
  { growth, acceleration, formula }: ScenarioSpecification,
  { evidence, series, annual }: LevelContext,
  origin: SeriesOrigin,
): Promise<Middle> {
  const { horizon, median } = annual.forecast;
  const isMoved = growth !== undefined || acceleration !== undefined || formula !== undefined;
  if (!isMoved) return { path: null, words: [] };
  if (!(origin.value > 0 && median.every((value) => value > 0))) {
    throw new ScenarioRefusal('growth from a value that is not positive has no meaning; add a line instead');
  }
  if (growth) {
    const rates = growth.map((rate) => `${rate} %`).join(', ');
    const after = growth.length > 1 ? ', the last for the years after' : '';
    const from = `from ${origin.label} (${formatQuantity(origin.value, quantityUnit(series.indicator.unit))})`;
    return { path: growingPath(growth, origin, horizon), words: [`growth of ${rates} a year ${from}${after}`] };
  }
  if (acceleration !== undefined) {
    return {
      path: acceleratedPath(acceleration, origin, annual),
      words: [`${acceleration} times the growth forecast`],
    };
  }
  return formulaPath(formula ?? '', { series, annual, origin, fit: evidence.fitFormula });
}

function amountsOf(lines: readonly ResolvedLine[], { series, annual }: LevelContext): Float64Array {
  const { calendar } = series.indicator;
  return Float64Array.from({ length: annual.forecast.horizon }, (_, h) => {
    const year = fiscalYearSpan(annual.firstYear + h, calendar);
    return lines.reduce((sum, line) => sum + line.amount * shareIn(line, year), 0);
  });
}

/** What part of its amount a line brings in a year: whole days of a line that begins within it. */
function shareIn({ startsOn, times, share }: ResolvedLine, { start, end }: { start: IsoDate; end: IsoDate }): number {
  if (share) return share(end);
  if (times === 'once') return start <= startsOn && startsOn <= end ? 1 : 0;
  if (startsOn <= start) return 1;
  return startsOn > end ? 0 : (daysBetween(startsOn, end) + 1) / (daysBetween(start, end) + 1);
}

/** A cap below what was reached already contradicts the record. */
function checkedCap(cap: number | undefined, { series }: LevelContext, origin: SeriesOrigin) {
  if (cap === undefined) return { value: null, words: [] };
  const unit = quantityUnit(series.indicator.unit);
  const highest = [...series.years, origin].reduce((top, year) => (year.value > top.value ? year : top), origin);
  if (cap < highest.value) {
    const reached = `${formatQuantity(highest.value, unit)} in ${highest.label}`;
    throw new ScenarioRefusal(
      `the cap of ${formatQuantity(cap, unit)} lies below ${reached}: a cap cannot undo what was reached`,
    );
  }
  return { value: cap, words: [`no year above ${formatQuantity(cap, unit)}`] };
}

function movedGoal({ evidence, series, goal }: LevelContext, months: number) {
  const end = evidence.target.due[0]?.end;
  if (months === 0 || end === undefined) return { goal, words: [] };
  const fiscalYear = fiscalYearOf(monthsLater(end, months), series.indicator.calendar);
  return { goal: { ...goal, fiscalYear }, words: [`the target is due ${counted(months, 'month')} later`] };
}
