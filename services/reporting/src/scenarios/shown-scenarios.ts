import type { ScenarioReport, TargetReport } from '@hadaf/engine';
import type { Scenarios } from './scenarios.ts';

/** A reader waits no longer for what was asked since the run. */
const patienceMs = 250;
/** What was read of a target is shown again for so long. */
const keptMs = 1000;

/** What a page shows of a target's scenarios: the newest answers, or null where the store does not say in time. */
export type ShownScenarios = (targetId: string) => Promise<readonly ScenarioReport[] | null>;

/**
 * The newest answers of a target's scenarios, read at most once a second. A store that is slow or away costs a reader a
 * quarter of a second, and the page shows the scenarios of its run.
 */
export function shownScenarios({ list }: Scenarios, onFault: (error: unknown) => void): ShownScenarios {
  const read = new Map<string, { readonly at: number; readonly answers: Promise<readonly ScenarioReport[] | null> }>();
  return async (targetId) => {
    const held = read.get(targetId);
    const isFresh = held !== undefined && performance.now() - held.at < keptMs;
    const answers = isFresh ? held.answers : readAnswers(list, targetId, onFault);
    if (!isFresh) read.set(targetId, { at: performance.now(), answers });
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patienceMs);
    });
    const found = await Promise.race([answers, patience]);
    clearTimeout(timer);
    return found;
  };
}

async function readAnswers(list: Scenarios['list'], targetId: string, onFault: (error: unknown) => void) {
  try {
    return (await list(targetId)).flatMap(({ answer }) => answer ?? []);
  } catch (error) {
    onFault(error);
    return null;
  }
}

/** A report with the scenarios as they stand now: those asked since its run, without those deleted since. */
export function withShown(report: TargetReport, shown: readonly ScenarioReport[] | null): TargetReport {
  return shown === null ? report : { ...report, scenarios: shown };
}
