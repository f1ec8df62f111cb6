import { fiscalYearSpan, formatQuantity } from '@hadaf/series';
import { assessHeld, heldYears, type Target, termsOf } from '@hadaf/targets';
import type { MeasuredSeries } from './measured-series.ts';
import { decisionOf, type KindAssessment } from './target-assessment.ts';

/** The assessment of a promise to hold every year: its finished years, then the one in progress. Others stay as they are. */
export function asHeld(kind: KindAssessment, target: Target, series: MeasuredSeries | null): KindAssessment {
  if (!(series && termsOf(target).isHeld)) return kind;
  const { calendar } = series.indicator;
  const years = heldYears(target, finishedYears(series), calendar);
  const isOver = years.some(({ fiscalYear }) => fiscalYearSpan(fiscalYear, calendar).end === target.due[0]?.end);
  const { decision, report } = kind;
  const open = { ...decision, reason: report.reason, verdict: report.verdict };
  const held = assessHeld(target, years, open, { isOver });
  if (held === open) return kind;
  const { status, label, reason, verdict } = held;
  const isSettled = label === 'kept' || label === 'broken';
  return { decision: decisionOf(held), report: { ...report, status, label, reason, verdict, isSettled } };
}

/** The years reported to their end: of a share or a count, an earlier report tells nothing of the year yet. */
export function finishedYears({ years }: MeasuredSeries): MeasuredSeries['years'] {
  return years.filter(({ observation, span }) => observation.end >= span.end);
}

/** A stated starting value may differ from the series' own by this share before it is worth telling. */
const negligibleShare = 0.005;

/** Says where a claim starts from another value than the series has for that period. */
export function baselineCaveats(target: Target, series: MeasuredSeries): string[] {
  const { baseline } = termsOf(target);
  const own = baseline && series.years.find(({ span }) => span.end === baseline.period.end);
  if (!(baseline && own)) return [];
  const distance = Math.abs(own.value - baseline.value);
  if (distance <= Math.max(own.halfWidth, negligibleShare * Math.abs(own.value))) return [];
  const { unit } = series.indicator;
  const [said, known] = [baseline.value, own.value].map((value) => formatQuantity(value, unit));
  return [`It starts from ${said} in ${baseline.period.label} by its own words; the series has ${known}.`];
}
