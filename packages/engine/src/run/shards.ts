import type { Target } from '@hadaf/targets';
import { byText } from '../by-text.ts';

/** Targets one job assesses, at most, unless one series measures more of them. */
const targetsPerShard = 16;

/**
 * The targets of a run, divided into shards. Targets of one series stay together, so that it is fitted once.
 *
 * @returns lists of target ids, the same for the same targets
 */
export function divideIntoShards(targets: readonly Target[]): string[][] {
  const groups = Map.groupBy(targets, (target) => target.measure?.indicatorId ?? '');
  const shards: string[][] = [];
  let open: string[] = [];
  for (const [, group] of [...groups].toSorted(([a], [b]) => byText(a, b))) {
    if (open.length > 0 && open.length + group.length > targetsPerShard) {
      shards.push(open);
      open = [];
    }
    open.push(...group.map((target) => target.id));
  }
  return open.length > 0 ? [...shards, open] : shards;
}
