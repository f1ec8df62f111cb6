import type { SourceDocument } from '@hadaf/series';
import { assessTarget, type RollOutPlan, type Target } from '@hadaf/targets';
import type { AnnualForecast } from './annual-forecast.ts';
import { assessLevel } from './assess-level.ts';
import { assessPlan } from './assess-rolled-out.ts';
import { announcementOf, distinctCitations } from './citation.ts';
import type { MeasuredSeries } from './measured-series.ts';
import { decisionOf, nothingMeasured, type TargetAssessment, targetFrame } from './target-assessment.ts';

/** What is known about one target on a day: its series and forecast where there are any. */
export interface TargetEvidence {
  readonly target: Target;
  readonly plan: RollOutPlan | null;
  readonly series: MeasuredSeries | null;
  readonly annual: AnnualForecast | null;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly asOf: string;
}

/** The assessment of one target, whatever kind it is. Pure: same evidence, same assessment. */
export function assessOne(evidence: TargetEvidence): TargetAssessment {
  const { decision, report } = assessByKind(evidence);
  const announcement = announcementOf(evidence.target, evidence.documents);
  return {
    decision,
    report: {
      ...report,
      citations: distinctCitations([announcement, ...report.citations]),
    },
  };
}

function assessByKind({ target, plan, series, annual, asOf }: TargetEvidence): TargetAssessment {
  if (!series) return assessUnmeasured(target, asOf);
  if (plan) return assessPlan(target, series, plan);
  return assessLevel(target, series, annual);
}

function assessUnmeasured(target: Target, asOf: string): TargetAssessment {
  const decision = assessTarget({
    target: { ...target, measure: null },
    due: target.due[0] ?? null,
    asOf,
    history: [],
    probability: { kind: 'none', reason: 'no series measures it' },
    requiredGrowth: null,
    achievedGrowth: null,
  });
  return {
    decision: decisionOf(decision),
    report: {
      ...nothingMeasured,
      ...targetFrame(target, decision, asOf),
      citations: [],
    },
  };
}
