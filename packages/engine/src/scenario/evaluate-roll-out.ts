import { addDays, counted, daysBetween, describeDay, formatQuantity } from '@hadaf/series';
import { projectedFinish, type RollOutPlan, type ScenarioSpecification } from '@hadaf/targets';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import { resolveLine } from './added-lines.ts';
import { openDelays } from './delays.ts';
import { ScenarioRefusal } from './refusal.ts';
import { monthsLater } from './scenario-dates.ts';
import type { ScenarioAnswer, ScenarioEvidence } from './scenario-evidence.ts';
import type { Scenario, ScenarioOutcome } from './scenario-report.ts';

interface RollOutEvidence extends ScenarioEvidence {
  readonly series: MeasuredSeries;
  readonly plan: RollOutPlan;
}

/** When a roll-out finishes if its pace changes, its milestones move or units come beside it. */
export function evaluateRollOut({ specification }: Scenario, evidence: RollOutEvidence): ScenarioAnswer {
  const { series, plan, target } = evidence;
  refuseGrowth(specification);
  const latest = series.years.at(-1);
  if (!latest) throw new ScenarioRefusal('no count was known on the day, so there is no pace to change');
  const newest = { on: latest.observation.end, value: latest.value };
  const delays = openDelays(specification.delays ?? []);
  const months = delays.monthsOf([target.id, target.title]);
  const lines = (specification.lines ?? []).map((line) =>
    resolveLine(line, { ...evidence, forecastFrom: addDays(newest.on, 1), delayOf: delays.monthsOf }),
  );
  delays.requireAllUsed();
  const acceleration = specification.acceleration ?? 1;
  const added = lines.map(({ startsOn, amount }) => ({ on: startsOn, value: amount }));
  const moved = movedPlan(plan, months);
  const before = projectedFinish(plan, newest, { acceleration: 1, added: [] });
  const after = projectedFinish(plan, newest, { acceleration, added });
  const from = describeDay(newest.on);
  return {
    assumes: [
      ...(specification.acceleration === undefined ? [] : [`${acceleration} times the pace so far, from ${from}`]),
      ...lines.map(
        ({ label, amount, startsOn }) => `${label}: ${formatQuantity(amount, target.unit)} on ${describeDay(startsOn)}`,
      ),
      ...(months === 0 ? [] : [`its milestones are due ${counted(months, 'month')} later`]),
    ],
    base: finishOf(plan, before),
    outcome: finishOf(moved, after),
    difference: { atDate: null, byDate: null, median: null },
    periods: [],
    whatItTakes: [],
    citations: lines.flatMap(({ citations }) => citations),
  };
}

function refuseGrowth({ growth, formula, cap, probability, lines }: ScenarioSpecification): void {
  const without = Object.entries({ growth, formula, cap, probability }).find(([, value]) => value !== undefined)?.[0];
  if (without) {
    throw new ScenarioRefusal(
      `${without} has no meaning for a roll-out of units; assume an acceleration of its pace, a delay of its milestones, or units added once`,
    );
  }
  if (lines?.some((line) => !('label' in line) || line.times !== 'once')) {
    throw new ScenarioRefusal('units are added to a roll-out once: say so (once), with their day');
  }
}

function movedPlan(plan: RollOutPlan, months: number): RollOutPlan {
  if (months === 0) return plan;
  return { ...plan, milestones: plan.milestones.map((one) => ({ ...one, on: monthsLater(one.on, months) })) };
}

/** The finish beside the plan's own last day. */
function finishOf(plan: RollOutPlan, finish: string | null): ScenarioOutcome {
  const due = plan.milestones.at(-1)?.on ?? plan.startsOn;
  const slip = finish === null ? '' : slipWords(daysBetween(due, finish));
  return {
    due: describeDay(due),
    probability: null,
    median: null,
    interval: null,
    arrival: finish === null ? null : `${describeDay(finish)}${slip}`,
    arrivalLimit: 'no pace to extend',
  };
}

function slipWords(days: number): string {
  if (days === 0) return ', on its last day';
  return `, ${Math.abs(days)} days ${days > 0 ? 'late' : 'early'}`;
}
