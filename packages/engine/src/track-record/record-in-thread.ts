import { composeRecord, type RecordEvidence } from './compose-record.ts';
import type { TrackRecordReport } from './record-report.ts';
import { type ReplayTask, replayRecord } from './replay-record.ts';

/** Replays in a worker thread. */
export function replayInThread(task: ReplayTask): ReturnType<typeof replayRecord> {
  return replayRecord(task);
}

/** Scores in a worker thread. */
export function composeInThread(evidence: RecordEvidence): TrackRecordReport {
  return composeRecord(evidence);
}
