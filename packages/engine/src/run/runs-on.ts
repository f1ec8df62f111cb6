import { dayInZone } from '@hadaf/platform';
import type { IsoDate } from '@hadaf/series';
import { findRunShownOn, listRuns, type Run } from '@hadaf/store';
import { type DayDeps, knowableDays } from './day-asked.ts';

/** A run as it stood at the end of a day. */
export interface RunOnDay extends Run {
  /** Whether it is the one readers were shown then. */
  readonly isShown: boolean;
}

/** A run that ended later was still under way; why it failed was not known either. */
function asItStood(run: Run, day: IsoDate, zone: string): Run {
  const endedLater = run.finishedAt !== null && dayInZone(run.finishedAt, zone) > day;
  return endedLater ? { ...run, state: 'running', error: null, finishedAt: null } : run;
}

/** The newest runs of a pack as they stood at the end of a day where it lives, newest first. */
export async function runsOn(
  deps: DayDeps,
  packId: string,
  { asOf, limit }: { asOf: IsoDate; limit: number },
): Promise<RunOnDay[]> {
  const { zone } = await knowableDays(deps, packId);
  const by = { day: asOf, zone };
  const shown = await findRunShownOn(deps.db, packId, by);
  const runs = await listRuns(deps.db, { packId, limit, by });
  return runs.map((run) => ({ ...asItStood(run, asOf, zone), isShown: run.id === shown?.id }));
}
