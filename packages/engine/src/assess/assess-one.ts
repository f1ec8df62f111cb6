import { assessTarget, judgedReading, samePromiseAs, type Target } from '@hadaf/targets';
import { claimLedger } from '../verdict/claim-ledger.ts';
import { explain } from '../verdict/explanation.ts';
import { linkedEffectFigures } from '../verdict/linked-effects.ts';
import { partsCaveats } from '../verdict/parts-caveats.ts';
import { alertSignals } from './alert-signals.ts';
import { assessEventTarget } from './assess-event-target.ts';
import { assessLevel } from './assess-level.ts';
import { assessPlan } from './assess-rolled-out.ts';
import { announcementOf, distinctCitations } from './citation.ts';
import { asHeld, baselineCaveats } from './claim-terms.ts';
import { stalenessOf } from './staleness.ts';
import {
  decisionOf,
  type KindAssessment,
  nothingMeasured,
  type TargetAssessment,
  targetFrame,
} from './target-assessment.ts';
import type { TargetEvidence } from './target-evidence.ts';

/** The assessment of one target, whatever kind it is. Pure: same evidence, same assessment. */
export function assessOne(evidence: TargetEvidence): TargetAssessment {
  const { target, claims, documents, series, annual, asOf, releases = [] } = evidence;
  const judged = series ? judgedReading(target, asOf, series.indicator.calendar) : { target, choices: [] };
  const { decision, report } = asHeld(assessByKind({ ...evidence, target: judged.target }), target, series);
  const announcement = announcementOf(target, documents);
  return {
    decision,
    report: {
      ...report,
      ...claimLedger(evidence),
      samePromiseAs: samePromiseAs(target, claims),
      staleness: series ? stalenessOf(series, releases) : '',
      caveats: [
        ...judged.choices,
        ...report.caveats,
        ...partsCaveats(target, claims),
        ...(series ? baselineCaveats(target, series) : []),
      ],
      explanation: explain(report, decision, { target: judged.target, series, annual, announcement }),
      citations: distinctCitations([announcement, ...report.citations]),
    },
    signals: alertSignals(evidence, report),
  };
}

function assessByKind(evidence: TargetEvidence): KindAssessment {
  const { target, plan, series, annual, variants, progress, asOf } = evidence;
  if (target.kind === 'event') {
    return assessEventTarget(target, { series, progress, effects: linkedEffectFigures(target, evidence), asOf });
  }
  if (!series) return assessUnmeasured(target, asOf);
  if (plan) return assessPlan(evidence, series, plan);
  return assessLevel(target, series, annual, variants);
}

function assessUnmeasured(target: Target, asOf: string): KindAssessment {
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
