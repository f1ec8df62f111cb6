import { counted, fiscalYearLabel, formatQuantity, quantityUnit } from '@hadaf/series';
import type { AnnualForecast } from '../assess/annual-forecast.ts';
import { distinctCitations } from '../assess/citation.ts';
import {
  type Goal,
  goalProbability,
  medianArrival,
  type OutlookPeriod,
  outlookPeriods,
} from '../assess/due-outlook.ts';
import { judgedGoal } from '../assess/judged-goal.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { Citation } from '../report.ts';
import { whatItTakes } from '../verdict/what-it-takes.ts';
import { conditionedForecast } from './conditioned-forecast.ts';
import { evaluateRollOut } from './evaluate-roll-out.ts';
import { ScenarioRefusal } from './refusal.ts';
import { resolveConditions } from './resolve-conditions.ts';
import type { ScenarioAnswer, ScenarioEvidence } from './scenario-evidence.ts';
import type { Scenario, ScenarioOutcome, ScenarioReport } from './scenario-report.ts';

const unanswered: ScenarioAnswer = {
  assumes: [],
  base: null,
  outcome: null,
  difference: { atDate: null, byDate: null, median: null },
  periods: [],
  whatItTakes: [],
  citations: [],
};

/** The answer to a scenario, or the reason why it has none. Same scenario, same evidence: the same bytes. */
export async function evaluateScenario(scenario: Scenario, evidence: ScenarioEvidence): Promise<ScenarioReport> {
  const { id, targetId, name, origin, by, note, specification, documentId } = scenario;
  const about = { id, targetId, name, origin, by, note, specification, vintage: evidence.vintage };
  const unit = evidence.series?.indicator.unit ?? evidence.target.unit;
  try {
    const answered = await answer(scenario, evidence);
    const citations = distinctCitations([...documentCitation(documentId, evidence), ...answered.citations]);
    return { ...about, unit, reason: null, ...answered, citations };
  } catch (error) {
    if (!(error instanceof ScenarioRefusal)) throw error;
    return { ...about, unit, ...unanswered, reason: error.message };
  }
}

/** The document whose words a scenario takes. */
function documentCitation(documentId: string | null, { documents, asOf }: ScenarioEvidence): Citation[] {
  const document = documentId === null ? undefined : documents.get(documentId);
  if (!document) return [];
  const { publisher, url, publishedOn } = document;
  const knownByBasis = publishedOn ? 'the page is dated' : 'the page is undated; it stands in the pack';
  return [{ publisher, agency: publisher, url, publishedOn, knownBy: publishedOn ?? asOf, knownByBasis }];
}

function answer(scenario: Scenario, evidence: ScenarioEvidence): Promise<ScenarioAnswer> | ScenarioAnswer {
  const { target, series, plan } = evidence;
  if (target.kind === 'event') {
    throw new ScenarioRefusal('an event has a date and no forecast; delay it in a scenario of a target that it feeds');
  }
  if (!series)
    throw new ScenarioRefusal(`it cannot be measured: ${target.notMeasurableBecause ?? 'no series measures it'}`);
  return plan ? evaluateRollOut(scenario, { ...evidence, series, plan }) : evaluateLevel(scenario, evidence, series);
}

async function evaluateLevel(
  { specification }: Scenario,
  evidence: ScenarioEvidence,
  series: MeasuredSeries,
): Promise<ScenarioAnswer> {
  const { target, annual } = evidence;
  const goal = judgedGoal(series, target);
  if (!goal) throw new ScenarioRefusal('the target states no date, so nothing can be said of reaching it by then');
  const latest = series.years.at(-1);
  if (latest && goal.fiscalYear <= latest.fiscalYear) {
    throw new ScenarioRefusal(`its period is over: ${latest.label} is reported, and no assumption changes it`);
  }
  if (!annual) {
    throw new ScenarioRefusal(
      `only ${counted(series.years.length, 'yearly value is', 'yearly values are')} known, too few to forecast`,
    );
  }
  const { conditions, moved, assumes, citations } = await resolveConditions(specification, {
    evidence,
    series,
    annual,
    goal,
  });
  if (moved.fiscalYear < annual.firstYear) {
    const [year, first] = [moved.fiscalYear, annual.firstYear].map((one) =>
      fiscalYearLabel(one, series.indicator.calendar),
    );
    throw new ScenarioRefusal(
      `${year} is in progress and its landing is told from its own months; a scenario begins with ${first}`,
    );
  }
  const conditioned = conditionedForecast(annual, conditions);
  assertPossible(series, annual, conditioned);
  const base = outcomeOf(series, annual, goal);
  const outcome = outcomeOf(series, conditioned, moved);
  return {
    assumes,
    base,
    outcome,
    difference: differenceOf(base, outcome),
    periods: outlookPeriods(series, conditioned).filter(({ fiscalYear }) => fiscalYear <= moved.fiscalYear),
    whatItTakes: whatItTakes(series, conditioned, moved, specification.probability),
    citations,
  };
}

/** A middle beyond this is a slip of the hand, in whatever unit. */
const largestValue = 1e18;

/** What was always above zero cannot fall to it, and nothing measured grows without end. */
function assertPossible(series: MeasuredSeries, before: AnnualForecast, { firstYear, forecast }: AnnualForecast): void {
  const { calendar, unit } = series.indicator;
  const isPositive = before.forecast.median.every((value) => value > 0);
  const step = forecast.median.findIndex((value) => !(value <= largestValue) || (isPositive && value <= 0));
  if (step < 0) return;
  const [value, year] = [forecast.median[step] ?? Number.NaN, fiscalYearLabel(firstYear + step, calendar)];
  throw new ScenarioRefusal(
    value <= 0
      ? `it takes away more than there is: the middle of ${year} would be ${formatQuantity(value, quantityUnit(unit))}`
      : `it grows beyond all measure: the middle of ${year} would be ${value.toExponential(0)} ${quantityUnit(unit)}`,
  );
}

function outcomeOf(series: MeasuredSeries, annual: AnnualForecast, goal: Goal): ScenarioOutcome {
  const label = (year: number) => fiscalYearLabel(year, series.indicator.calendar);
  const probability = goalProbability(series, annual, goal);
  if (probability.kind === 'none') throw new ScenarioRefusal(probability.reason);
  const due = outlookPeriods(series, annual).find(({ fiscalYear }) => fiscalYear === goal.fiscalYear);
  const arrival = medianArrival(annual, goal, series.landing);
  return {
    due: label(goal.fiscalYear),
    probability: { atDate: probability.atDate, byDate: probability.byDate },
    median: due?.median ?? null,
    interval: due ? eightyPercent(due) : null,
    arrival: arrival === null ? null : label(arrival),
    arrivalLimit: label(annual.firstYear + annual.forecast.horizon - 1),
  };
}

function eightyPercent({ intervals }: OutlookPeriod): ScenarioOutcome['interval'] {
  const found = intervals.find(({ level }) => level === 0.8);
  return found ? { lower: found.lower, upper: found.upper } : null;
}

function differenceOf(base: ScenarioOutcome, outcome: ScenarioOutcome): ScenarioReport['difference'] {
  const less = (now: number | null | undefined, then: number | null | undefined) =>
    now == null || then == null ? null : now - then;
  return {
    atDate: less(outcome.probability?.atDate, base.probability?.atDate),
    byDate: less(outcome.probability?.byDate, base.probability?.byDate),
    median: base.due === outcome.due ? less(outcome.median, base.median) : null,
  };
}
