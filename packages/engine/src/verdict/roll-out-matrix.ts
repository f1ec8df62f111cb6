import { dayNumber, type IsoDate } from '@hadaf/series';
import { levelMethods, type RollOutPlan, statusMethods, type Target, verdictMatrix } from '@hadaf/targets';
import { citationOf, distinctCitations } from '../assess/citation.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { MatrixReport } from '../report.ts';

const daysOfYear = 365.25;

/** A day on the axis of years, so that rules for years can read a plan by days. */
const yearOf = (day: IsoDate): number => 1970 + dayNumber(day) / daysOfYear;

/** Beside the rule for roll-outs, the rules for a level that can judge a way from nothing to the target. */
const methods = statusMethods.filter(
  (method) => method.id === 'earned-schedule' || (levelMethods.includes(method) && method.id !== 'probability'),
);

/**
 * What recognised rules say of a roll-out, each looking from the plan's start, where nothing was there. Rules of growth
 * have no rate from nothing and say so.
 *
 * @returns null where no unit was counted since the plan began, or all are due already
 */
export function rollOutMatrix(target: Target, series: MeasuredSeries, plan: RollOutPlan): MatrixReport | null {
  const last = plan.milestones.at(-1);
  const counts = series.years.filter(({ observation }) => observation.end > plan.startsOn);
  const latest = counts.at(-1);
  if (!last || !latest || latest.observation.end >= last.on) return null;
  const start = { year: yearOf(plan.startsOn), value: 0 };
  const history = [start, ...counts.map(({ observation, value }) => ({ year: yearOf(observation.end), value }))];
  const { id, name, definition } = series.indicator;
  const matrix = verdictMatrix({
    target: { year: yearOf(last.on), value: target.value },
    ...{ direction: target.direction, unit: target.unit, windows: [], methods },
    definitions: [{ id, label: name, history, probability: null }],
    plan: [start, ...plan.milestones.map(({ on, planned }) => ({ year: yearOf(on), value: planned }))],
  });
  const citations = distinctCitations(counts.map(({ observation }) => citationOf(observation, series.documents)));
  return {
    definitions: [{ id, name, definition, isMeasure: true, citations }],
    windows: [],
    methods: methods.map(({ id: method, version, variant, name: called, formula, bands, source }) => ({
      ...{ id: method, version, variant, name: called, formula, bands, source },
    })),
    cells: matrix.cells.map(({ methodId, definitionId, windowYears, verdict, sentence }) => ({
      ...{ methodId, definitionId, windowYears, sentence },
      ...{ status: verdict.status, label: verdict.label, metric: verdict.metric },
    })),
    majority: matrix.majority,
    disagreement: matrix.disagreement,
    summary: matrix.summary,
    contrast: null,
  };
}
