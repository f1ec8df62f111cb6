import { describeDay, type Observation } from '@hadaf/series';
import { assessEvent, type Target } from '@hadaf/targets';
import type { Figure } from '../report.ts';
import { citationOf, distinctCitations } from './citation.ts';
import { dataThrough, type MeasuredSeries } from './measured-series.ts';
import { decisionOf, type KindAssessment, nothingMeasured, targetFrame } from './target-assessment.ts';

/** What is reported about an event: whether it happened, and how far the work is. */
export interface EventReports {
  /** The indicator that counts the event itself; null where none does. */
  readonly series: MeasuredSeries | null;
  /** Physical progress in percent; null where none is reported. */
  readonly progress: MeasuredSeries | null;
  /** What is promised with it: jobs, exports. */
  readonly effects: readonly Figure[];
  readonly asOf: string;
}

/** The verdict on an event with a date: it happened, it is overdue, or nobody can say yet. */
export function assessEventTarget(target: Target, { series, progress, effects, asOf }: EventReports): KindAssessment {
  const happened = series?.known.find(({ value }) => value >= target.value) ?? null;
  const newest = progress?.known.at(-1) ?? null;
  const decision = assessEvent({
    target,
    due: target.due[0] ?? null,
    asOf,
    happenedOn: happened?.end ?? null,
    progress: newest && { percent: newest.value, on: newest.end },
  });
  const figures = [...(progress && newest ? [progressFigure(progress, newest)] : []), ...effects];
  return {
    decision: decisionOf(decision),
    report: {
      ...nothingMeasured,
      ...targetFrame(target, decision, asOf),
      indicatorName: series?.indicator.name ?? progress?.indicator.name ?? target.indicatorId,
      dataThrough: progress ? dataThrough(progress) : null,
      figures,
      caveats: progress ? fallCaveats(progress) : [],
      citations: distinctCitations(figures.flatMap(({ citations }) => citations)),
    },
  };
}

function progressFigure({ indicator, documents }: MeasuredSeries, newest: Observation): Figure {
  return {
    label: 'Physical progress, last report',
    value: newest.value,
    unit: indicator.unit,
    period: describeDay(newest.end),
    basis: 'reported',
    note: newest.note,
    citations: [citationOf(newest, documents)],
  };
}

/** Progress that was reported higher before than now: one of the two reports is wrong. */
function fallCaveats({ known }: MeasuredSeries): string[] {
  const newest = known.at(-1);
  const higher = known.findLast(({ value }) => newest !== undefined && value > newest.value);
  if (!newest || !higher) return [];
  return [
    `${higher.value} % was reported for ${describeDay(higher.end)} and ${newest.value} % for ${describeDay(newest.end)}: work does not undo itself, so one report is wrong.`,
  ];
}
