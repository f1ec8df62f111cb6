import { describeSpan, nextRelease, revisionTriangle } from '@hadaf/series';
import { type AlertSignals, assessRollOut } from '@hadaf/targets';
import type { Figure } from '../report.ts';
import { burnLabel } from './growth-figures.ts';
import type { MeasuredSeries } from './measured-series.ts';
import type { KindAssessment } from './target-assessment.ts';
import type { TargetEvidence } from './target-evidence.ts';

/** What the alert rules of a pack look at, from the evidence of one target. */
export function alertSignals(evidence: TargetEvidence, report: KindAssessment['report']): AlertSignals {
  const series = evidence.series ?? evidence.progress;
  const burn = report.figures.find(({ label }: Figure) => label === burnLabel);
  return {
    release: series && newestKnown(series),
    probability: report.probability?.atDate ?? null,
    burn: burn?.value ?? null,
    missedMilestones: missedMilestones(evidence),
    overdueDays: series && overdueDays(series, evidence),
    unusualRevisions: series ? unusualRevisions(series) : [],
  };
}

/** The day the newest of a series' values became known. */
function newestKnown({ known }: MeasuredSeries): string | null {
  return known.reduce<string | null>((newest, { knownBy }) => (newest && newest > knownBy ? newest : knownBy), null);
}

function missedMilestones({ target, plan, series, asOf }: TargetEvidence): AlertSignals['missedMilestones'] {
  if (!(plan && series)) return [];
  const reported = series.years.map(({ observation, value }) => ({ on: observation.end, value }));
  const { milestones } = assessRollOut({ target, plan, asOf, reported });
  return milestones
    .filter(({ met }) => !met)
    .map(({ on, planned, reported: units }) => ({ on, planned, reported: units }));
}

function overdueDays({ known, indicator, asOf }: MeasuredSeries, { releases }: TargetEvidence): number | null {
  return nextRelease(known, indicator, asOf, releases ?? [])?.overdueDays ?? null;
}

/** Revisions beyond the usual size that came with the newest release. */
function unusualRevisions(series: MeasuredSeries): AlertSignals['unusualRevisions'] {
  const release = newestKnown(series);
  return revisionTriangle(series.known, series.asOf).rows.flatMap(({ span, revisions }) =>
    revisions
      .filter(({ isUnusual, to }) => isUnusual && to.knownBy === release)
      .map(({ from, to }) => ({
        period: describeSpan(span, series.indicator.calendar),
        ...{ from: from.value, to: to.value },
      })),
  );
}
