import type { JobRequest } from '../define-job.ts';
import { deliverAlert } from '../deliver-alert/contract.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { keepRecord } from '../keep-record/contract.ts';

/** Publishes a run; the jobs that keep its record and deliver what it raised. */
export async function publishRun({ engine, webhook }: HandlerDeps, runId: string): Promise<readonly JobRequest[]> {
  const { alertIds } = await engine.publishRun(runId);
  const deliveries = webhook === null ? [] : alertIds.map((alertId) => deliverAlert.request({ alertId }));
  return [...deliveries, keepRecord.request({ runId })];
}
