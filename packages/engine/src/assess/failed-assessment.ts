import type { SourceDocument } from '@hadaf/series';
import type { Assessment, Target } from '@hadaf/targets';
import { explainFailure } from '../explain/explain.ts';
import { announcementOf } from './citation.ts';
import { decisionOf, nothingMeasured, type TargetAssessment, targetFrame } from './target-assessment.ts';

/** What is known about a target whose assessment failed. */
export interface FailureEvidence {
  readonly target: Target;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly asOf: string;
}

/** The report of a target that could not be assessed: what was promised, where, and why there is no verdict. Nothing is computed. */
export function failedAssessment({ target, documents, asOf }: FailureEvidence, reason: string): TargetAssessment {
  const failed: Assessment = {
    ...{ status: 'not-assessable', method: 'none', version: '1', metric: null, label: 'not assessable' },
    reason: `its assessment failed: ${reason}`,
    verdict: `${target.title} could not be assessed in this run: ${reason}.`,
  };
  const decision = decisionOf(failed);
  const announcement = announcementOf(target, documents);
  const shown = { ...nothingMeasured, ...targetFrame(target, failed, asOf) };
  return {
    decision,
    report: {
      ...shown,
      ...{ claimHistory: [], slips: null, trackRecord: [], trackRecordNotes: [], staleness: '' },
      explanation: explainFailure(shown, decision, { target, announcement }),
      citations: [announcement],
    },
  };
}
