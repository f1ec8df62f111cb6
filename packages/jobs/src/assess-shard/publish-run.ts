import type { JobRequest } from '../define-job.ts';
import { deliverAlert } from '../deliver-alert/contract.ts';
import type { HandlerDeps } from '../handler-deps.ts';

/** Publishes a run; the jobs that deliver what it raised. */
export async function publishRun({ engine, webhook }: HandlerDeps, runId: string): Promise<readonly JobRequest[]> {
  const { alertIds } = await engine.publishRun(runId);
  return webhook === null ? [] : alertIds.map((alertId) => deliverAlert.request({ alertId }));
}
