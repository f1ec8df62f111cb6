import { createHash } from 'node:crypto';
import type { PublishedDocument, Run, StoredAlert } from '@hadaf/store';
import type { UrduSpeaker } from '@hadaf/targets';
import type { TargetAssessment } from '../assess/target-assessment.ts';
import { byText } from '../by-text.ts';
import type { IndexReport, TargetReport, TargetSummary } from '../report.ts';
import { urduWords } from '../words/urdu-words.ts';

/** Open targets first, then settled ones, then what cannot be assessed or measured. */
function rank({ status, isSettled }: TargetSummary): number {
  if (status === 'not-measurable') return 3;
  if (status === 'not-assessable') return 2;
  return isSettled ? 1 : 0;
}

/** Promises before projections, the furthest first, the largest first. */
function compareTargets(a: TargetSummary, b: TargetSummary): number {
  return (
    rank(a) - rank(b) ||
    byText(a.standing, b.standing) ||
    byText(b.dueEnd ?? '', a.dueEnd ?? '') ||
    b.targetValue - a.targetValue ||
    byText(a.targetId, b.targetId)
  );
}

/** What a report says of the run it belongs to. */
export type RunStamp = Pick<Run, 'id' | 'packId' | 'asOf'>;

/** The report of one target as a run publishes it. */
export function composeReport(
  run: RunStamp,
  report: TargetAssessment['report'],
  alerts: readonly StoredAlert[],
  say: UrduSpeaker,
): TargetReport {
  const own = {
    ...report,
    runId: run.id,
    asOf: run.asOf,
    alerts: alerts
      .filter(({ targetId }) => targetId === report.targetId)
      .map(({ raisedOn, from, to, reason }) => ({
        raisedOn,
        from,
        to,
        reason,
      })),
  };
  return { ...own, verdictUrdu: say(report.verdict) ?? '', urdu: urduWords(own, say, report.explanation) };
}

function summaryOf(report: TargetReport): TargetSummary {
  return {
    targetId: report.targetId,
    title: report.title,
    indicatorName: report.indicatorName,
    unit: report.unit,
    targetValue: report.targetValue,
    dueLabel: report.dueLabel,
    announcedOn: report.announcedOn,
    announcedBy: report.announcedBy,
    latest: report.latest,
    requiredGrowth: report.requiredGrowth,
    achievedGrowth: report.achievedGrowth,
    probability: report.probability,
    status: report.status,
    label: report.label,
    isSettled: report.isSettled,
    standing: report.standing,
    dueEnd: report.dueEnd,
    reason: report.reason,
    samePromiseAs: report.samePromiseAs,
    sparkline: report.sparkline,
  };
}

/** The index of a run: every target, the open ones first. */
export function composeIndex(
  run: RunStamp,
  title: string,
  reports: readonly TargetReport[],
  say: UrduSpeaker,
): IndexReport {
  const through = reports.flatMap(({ dataThrough }) => dataThrough ?? []).sort();
  const targets = reports.map(summaryOf).toSorted(compareTargets);
  return {
    runId: run.id,
    packId: run.packId,
    title,
    asOf: run.asOf,
    dataThrough: through.at(-1) ?? null,
    targets,
    urdu: urduWords(targets, say),
    record: null,
  };
}

/** The path of the index; a target's is below it. */
export const indexPath = '/v1/targets';

/** The path of why a target's number changed since the run before. */
export function changePath(targetId: string): string {
  return `${indexPath}/${targetId}/change`;
}

/** A report as a stored document with its strong ETag. */
export function documentOf(path: string, report: object): PublishedDocument {
  const body = JSON.stringify(report);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { path, contentType: 'application/json; charset=utf-8', body, etag };
}
