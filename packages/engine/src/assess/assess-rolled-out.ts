import { counted, describeDay } from '@hadaf/series';
import {
  assessRollOut,
  type EarnedSchedule,
  type FinishRange,
  finishRange,
  PLAN_INTERPOLATION,
  type RollOutPlan,
} from '@hadaf/targets';
import type { Citation, Figure } from '../report.ts';
import { linkedEffectFigures } from '../verdict/linked-effects.ts';
import { rollOutMatrix } from '../verdict/roll-out-matrix.ts';
import { announcementOf, citationOf, distinctCitations } from './citation.ts';
import { dataThrough, type MeasuredSeries } from './measured-series.ts';
import { yearFigure } from './series-figures.ts';
import { decisionOf, type KindAssessment, nothingMeasured, targetFrame } from './target-assessment.ts';
import type { TargetEvidence } from './target-evidence.ts';

/** The verdict on a roll-out: units reported against units planned, in units and in time. */
export function assessPlan(evidence: TargetEvidence, series: MeasuredSeries, plan: RollOutPlan): KindAssessment {
  const { target } = evidence;
  const counts = series.years.map(({ observation, value }) => ({
    on: observation.end,
    value,
  }));
  const decision = assessRollOut({
    target,
    plan,
    asOf: series.asOf,
    reported: counts,
  });
  const latest = series.years.at(-1);
  const figures = [
    ...(latest ? [yearFigure(series, latest)] : []),
    ...decision.milestones.map(
      ({ on, planned, reported, met }): Figure => ({
        label: `Due by ${describeDay(on)}`,
        value: planned,
        unit: target.unit,
        period: describeDay(on),
        basis: 'milestone of the plan',
        note: `${reported} reported, ${met ? 'met' : 'not met'}`,
        citations: citationsOfMilestone(plan, on, evidence),
      }),
    ),
    ...(decision.schedule ? scheduleFigures(decision.schedule, finishRange(plan, counts), target.unit) : []),
    ...linkedEffectFigures(target, evidence),
  ];
  return {
    decision: decisionOf(decision),
    report: {
      ...nothingMeasured,
      ...targetFrame(target, decision, series.asOf),
      indicatorName: series.indicator.name,
      dataThrough: dataThrough(series),
      latest: latest ? yearFigure(series, latest) : null,
      figures,
      matrix: rollOutMatrix(target, series, plan),
      rollOut: {
        title: `${target.title}: planned and reported`,
        unit: target.unit,
        planned: [
          { x: plan.startsOn, y: 0 },
          ...plan.milestones.map((milestone) => ({
            x: milestone.on,
            y: milestone.planned,
          })),
        ],
        reported: counts.map(({ on, value }) => ({ x: on, y: value })),
      },
      caveats: [
        `Planned units: ${PLAN_INTERPOLATION}.`,
        ...(target.measure?.assumption ? [`Assumed: ${target.measure.assumption}.`] : []),
      ],
      citations: distinctCitations(series.known.map((observation) => citationOf(observation, series.documents))),
    },
  };
}

/** The page that states a milestone, where the plan names it by the document the target was announced on. */
function citationsOfMilestone(plan: RollOutPlan, on: string, { target, documents }: TargetEvidence): Citation[] {
  const source = plan.milestones.find((milestone) => milestone.on === on)?.source ?? '';
  return documents.has(source) ? [announcementOf({ ...target, documentId: source }, documents)] : [];
}

function scheduleFigures(schedule: EarnedSchedule, range: FinishRange, unit: string): Figure[] {
  const period = describeDay(schedule.on);
  const shown = { period, note: '', citations: [] };
  const { finish } = schedule;
  return [
    {
      ...shown,
      label: 'Planned by the day of the count',
      value: schedule.planned,
      unit,
      basis: PLAN_INTERPOLATION,
    },
    {
      ...shown,
      label: 'SPI, in units',
      value: schedule.spi,
      unit: 'ratio',
      basis: 'reported ÷ planned',
    },
    {
      ...shown,
      label: 'SPI(t), in time',
      value: schedule.spiTime,
      unit: 'ratio',
      basis: `${counted(Math.round(schedule.earnedDays), 'day')} of the plan earned ÷ ${counted(schedule.actualDays, 'day')} gone`,
    },
    {
      ...shown,
      label: 'Finish at the pace so far, days late',
      value: finish.kind === 'estimated' ? finish.slipDays : null,
      unit: 'days',
      basis: 'plan duration ÷ SPI(t)',
      note:
        finish.kind === 'estimated'
          ? `on ${describeDay(finish.on)}; ${rangeWords(range)}`
          : finish.kind === 'finished'
            ? 'all planned units are reported'
            : `not estimable: ${finish.reason}`,
    },
  ];
}

function rangeWords(range: FinishRange): string {
  if (range.kind === 'not-estimable') return `an interval is not estimable: ${range.reason}`;
  const [earliest, latest] = [range.earliest, range.latest].map(describeDay);
  return `${earliest} to ${latest} at the fastest and the slowest of ${range.paces} past paces`;
}
