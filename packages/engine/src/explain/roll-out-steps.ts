import { dateUnit, dayNumber, describeDay } from '@hadaf/series';
import { type EarnedSchedule, earnedSchedule, type RollOutPlan } from '@hadaf/targets';
import type { Citation, Figure } from '../report.ts';
import { type DraftInput, type DraftStep, figureStep, reportedStep, taken } from './chain.ts';

/** What the steps of a roll-out rest on. */
export interface PlanEvidence {
  readonly plan: RollOutPlan;
  /** The day of the newest count. */
  readonly countedOn: string;
  /** The step of that count. */
  readonly count: DraftStep;
  readonly unit: string;
  /** The pages that state a document's milestones. */
  readonly citationsOf: (source: string) => readonly Citation[];
}

/** Planned and earned, in units and in days, and where the pace so far leads. */
export interface RollOutSteps {
  readonly steps: readonly DraftStep[];
  readonly spiTime: DraftStep | undefined;
  readonly gone: DraftStep;
  readonly length: DraftStep;
  /** The value due at the end. */
  readonly due: DraftStep | undefined;
  /** First and last day of the plan, as day numbers. */
  readonly startsOn: number;
  readonly endsOn: number;
}

/** A corner of the plan: its day and its units as steps; the first is the plan's first day, with nothing. */
interface Corner {
  readonly day: DraftStep;
  readonly units: DraftStep | null;
  readonly at: number;
  readonly planned: number;
}

export function rollOutSteps(figures: readonly Figure[], evidence: PlanEvidence): RollOutSteps {
  const { plan, count, countedOn } = evidence;
  const schedule = earnedSchedule(plan, { on: countedOn, value: count.value ?? 0 });
  const corners = cornersOf(figures, evidence);
  const last = corners.at(-1);
  const [startsOn, endsOn] = [dayNumber(plan.startsOn), last?.at ?? dayNumber(plan.startsOn)];
  const counted = taken('counted', 'day of the count', dayStep('Day of the count', countedOn, count.citations));
  const started = taken('started', 'first day of the plan', corners[0]?.day);
  const ended = taken('ended', 'last day of the plan', last?.day);
  const gone = daysStep('Days gone', 'counted - started', schedule.actualDays, [...counted, ...started]);
  const length = daysStep('Days the plan takes', 'ended - started', endsOn - startsOn, [...ended, ...started]);
  const planned = plannedStep(figures, corners, counted);
  const earned = earnedStep(schedule, corners, count, started);
  const spi = ratioStep(figures, 'SPI, in units', 'reported / planned', [
    ...taken('reported', 'reported', count),
    ...taken('planned', 'planned', planned),
  ]);
  const spiTime = ratioStep(figures, 'SPI(t), in time', 'earned / gone', [
    ...taken('earned', 'days of the plan earned', earned),
    ...taken('gone', 'days gone', gone),
  ]);
  const milestones = corners.flatMap(({ units }) => units ?? []);
  const steps = [...milestones, planned, spi, gone, earned, spiTime, length, finishStep(figures, length, spiTime)];
  return {
    steps: steps.filter((step) => step !== undefined),
    ...{ spiTime, gone, length, due: last?.units ?? undefined, startsOn, endsOn },
  };
}

function cornersOf(figures: readonly Figure[], { plan, unit, citationsOf }: PlanEvidence): Corner[] {
  const first = plan.milestones[0];
  const firstDay = dayStep('First day of the plan', plan.startsOn, citationsOf(first?.source ?? ''));
  const start = { day: firstDay, units: null, at: dayNumber(plan.startsOn), planned: 0 };
  const milestones = plan.milestones.map(({ on, planned, source }) => {
    const title = `Due by ${describeDay(on)}`;
    const shown = figures.find(({ label }) => label === title);
    const units = reportedStep('sources', {
      ...{ title, formula: 'milestone of the plan', note: shown?.note ?? '' },
      ...{ value: planned, unit, period: describeDay(on), citations: citationsOf(source) },
    });
    const day = dayStep(`Day of the milestone, ${describeDay(on)}`, on, citationsOf(source));
    return { day, units, at: dayNumber(on), planned };
  });
  return [start, ...milestones];
}

const dayStep = (title: string, on: string, citations: readonly Citation[]): DraftStep =>
  reportedStep('sources', { title, value: dayNumber(on), unit: dateUnit, period: describeDay(on), citations });

function daysStep(title: string, expression: string, value: number, inputs: readonly DraftInput[]): DraftStep {
  const days = inputs.filter(({ from }) => from.unit === dateUnit).map(({ from }) => from.period);
  const [first, last] = [days.at(-1), days[0]];
  return {
    ...{ part: 'way', title, expression, formula: '', inputs, withoutInputs: '', value, unit: 'days' },
    ...{ period: `${first} to ${last}`, note: '', citations: [] },
  };
}

const figureOf = (figures: readonly Figure[], wanted: string) => figures.find(({ label }) => label === wanted);

function ratioStep(
  figures: readonly Figure[],
  label: string,
  expression: string,
  inputs: readonly DraftInput[],
): DraftStep | undefined {
  const figure = figureOf(figures, label);
  return figure && figureStep('way', figure, { expression, inputs });
}

/** Units of a corner as input; nothing on the plan's first day. */
const unitsOf = (symbol: string, { units }: Corner): { readonly term: string; readonly inputs: DraftInput[] } =>
  units ? { term: symbol, inputs: taken(symbol, `due by ${units.period}`, units) } : { term: '0', inputs: [] };

/** On the straight line between the corners round the day of the count. */
function plannedStep(
  figures: readonly Figure[],
  corners: readonly Corner[],
  counted: readonly DraftInput[],
): DraftStep | undefined {
  const figure = figureOf(figures, 'Planned by the day of the count');
  if (!figure) return undefined;
  const at = counted[0]?.from.value ?? 0;
  const next = corners.findIndex((corner) => corner.at >= at);
  const [before, after] = [corners[next - 1], corners[next]];
  if (!before || !after) {
    const reached = after ?? corners.at(-1);
    if (!reached?.units) return figureStep('way', figure, { withoutInputs: 'nothing is planned before the first day' });
    return figureStep('way', figure, { expression: 'due', inputs: taken('due', 'due at the end', reached.units) });
  }
  const [low, high] = [unitsOf('before', before), unitsOf('after', after)];
  const rise = low.term === '0' ? 'after' : '(after - before)';
  const line = `${rise} * (counted - from) / (to - from)`;
  return figureStep('way', figure, {
    expression: low.term === '0' ? line : `before + ${line}`,
    inputs: [...low.inputs, ...high.inputs, ...counted, ...dayOf('from', before), ...dayOf('to', after)],
  });
}

/** The day of a corner as input, named by itself. */
const dayOf = (symbol: string, { day, units }: Corner): DraftInput[] =>
  taken(symbol, units ? day.period : 'first day of the plan', day);

/** The day on which the plan had what is reported now, as days after its first. */
function earnedStep(
  { earnedDays }: EarnedSchedule,
  corners: readonly Corner[],
  count: DraftStep,
  started: readonly DraftInput[],
): DraftStep {
  const next = corners.findIndex(({ planned }) => planned >= (count.value ?? 0));
  const [before, after] = [corners[next - 1], corners[next] ?? corners.at(-1)];
  const title = 'Days of the plan earned';
  if (!after || !before) {
    return daysStep(title, 'to - started', earnedDays, [...(after ? dayOf('to', after) : []), ...started]);
  }
  const [low, high] = [unitsOf('before', before), unitsOf('after', after)];
  const share = low.term === '0' ? 'reported / after' : '(reported - before) / (after - before)';
  const isFirst = before.units === null;
  const expression = isFirst ? `(to - started) * ${share}` : `from - started + (to - from) * ${share}`;
  const units = [...taken('reported', 'reported', count), ...low.inputs, ...high.inputs];
  const days = [...dayOf('to', after), ...(isFirst ? [] : dayOf('from', before)), ...started];
  return daysStep(title, expression, earnedDays, [...units, ...days]);
}

function finishStep(
  figures: readonly Figure[],
  length: DraftStep,
  spiTime: DraftStep | undefined,
): DraftStep | undefined {
  const figure = figureOf(figures, 'Finish at the pace so far, days late');
  const inputs = [...taken('length', 'days the plan takes', length), ...taken('pace', 'SPI(t)', spiTime)];
  const expression = figure?.value === null ? null : 'ceil(length / pace) - length';
  return figure && figureStep('way', figure, { expression, inputs });
}
