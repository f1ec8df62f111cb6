import { isDeepStrictEqual } from 'node:util';
import type { IndexReport, TargetSummary } from '../report.ts';

/** What a run published of a day, beside what today's code makes of it. */
export interface AccountComparison {
  readonly targets: number;
  /** Ids of the targets whose verdict or numbers differ, or that one of the two does not know; in the order of the pages. */
  readonly differing: readonly string[];
}

/** All that is said of a target in numbers, and its verdict. */
function said({ status, label, probability, latest, requiredGrowth, achievedGrowth, targetValue }: TargetSummary) {
  return { status, label, probability, latest, requiredGrowth, achievedGrowth, targetValue };
}

/** Where two accounts of one day differ: status, P, the latest value, growth required and achieved, digit by digit. */
export function compareAccounts(published: IndexReport, replayed: IndexReport): AccountComparison {
  const again = new Map(replayed.targets.map((summary) => [summary.targetId, said(summary)]));
  const then = new Set(published.targets.map(({ targetId }) => targetId));
  const moved = published.targets.filter((summary) => !isDeepStrictEqual(said(summary), again.get(summary.targetId)));
  const added = replayed.targets.filter(({ targetId }) => !then.has(targetId));
  return { targets: then.size + added.length, differing: [...moved, ...added].map(({ targetId }) => targetId) };
}
