import { fiscalYearSpan, formatQuantity } from '@hadaf/series';
import { assessHeld, type ClaimTerms, heldYears, type Target, termsOf } from '@hadaf/targets';
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

type StatedBaseline = NonNullable<ClaimTerms['baseline']>;

/** A stated starting value may differ from the series' own by this share before it is worth telling. */
const negligibleShare = 0.005;

/** Nothing is said where the series has no value at all, or begins only after another definition ended. */
function unseenBaseline({ value, period }: StatedBaseline, { indicator, years, earlier }: MeasuredSeries): string[] {
  const isElsewhere = earlier.flat().some(({ span }) => span.end === period.end);
  if (years.length === 0 || isElsewhere) return [];
  const said = formatQuantity(value, indicator.unit);
  return [`It starts from ${said} in ${period.label} by its own words; the series has no value of that period.`];
}

/** Says where a claim starts from another value than the series has for that period. */
export function baselineCaveats(target: Target, series: MeasuredSeries): string[] {
  const { baseline } = termsOf(target);
  if (!baseline) return [];
  const own = series.years.find(({ span }) => span.end === baseline.period.end);
  if (!own) return unseenBaseline(baseline, series);
  const distance = Math.abs(own.value - baseline.value);
  if (distance <= Math.max(own.halfWidth, negligibleShare * Math.abs(own.value))) return [];
  const { unit } = series.indicator;
  const [said, known] = [baseline.value, own.value].map((value) => formatQuantity(value, unit));
  return [`It starts from ${said} in ${baseline.period.label} by its own words; the series has ${known}.`];
}
