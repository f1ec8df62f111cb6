import { counted } from '@hadaf/series';
import type { ChangeGroup } from './change-evidence.ts';

function labelOf(cause: ChangeGroup['cause'], merged: readonly ChangeGroup[], suffix: string): string {
  if (merged.length === 1) return `${merged[0]?.label ?? ''}${suffix}`;
  const days = merged
    .flatMap(({ facts }) => facts.map(({ before, after }) => (after ?? before)?.observation.knownBy ?? ''))
    .toSorted();
  const words =
    cause === 'revisions'
      ? counted(merged.length, 'period reported again', 'periods reported again')
      : counted(merged.length, 'document');
  const span = days[0] === days.at(-1) ? `known by ${days[0]}` : `known from ${days[0]} to ${days.at(-1)}`;
  return `${words}, ${span}${suffix}`;
}

function merge(parts: readonly ChangeGroup[], suffix = ''): ChangeGroup[] {
  const [first] = parts;
  if (!first) return [];
  return [
    { cause: first.cause, label: labelOf(first.cause, parts, suffix), facts: parts.flatMap(({ facts }) => facts) },
  ];
}

/** Cuts a list in order into at most `pieces` runs of nearly equal length. */
function runsOf<T>(list: readonly T[], pieces: number): T[][] {
  const count = Math.min(pieces, list.length);
  return Array.from({ length: count }, (_, i) =>
    list.slice(Math.floor((i * list.length) / count), Math.floor(((i + 1) * list.length) / count)),
  );
}

/**
 * Groups few enough that every combination can be replayed: those that tell the forecast nothing by themselves become
 * one of their cause, and of the others neighbours in time are joined. Which ones depends on nothing but the groups.
 *
 * @param tells  whether a group by itself changes what is forecast from
 * @param most   at least 4: one of each cause
 */
export function mergeGroups(
  groups: readonly ChangeGroup[],
  tells: (group: ChangeGroup) => boolean,
  most: number,
): ChangeGroup[] {
  const of = (cause: ChangeGroup['cause']) => groups.filter((group) => group.cause === cause);
  const whole = groups.filter(({ cause }) => cause === 'late-rows' || cause === 'readings');
  const telling = { data: of('new-data').filter(tells), revisions: of('revisions').filter(tells) };
  const silent = [of('new-data'), of('revisions')].flatMap((own) =>
    merge(
      own.filter((group) => !tells(group)),
      ', none of which decides alone',
    ),
  );
  const room = Math.max(2, most - whole.length - silent.length);
  const forRevisions = Math.min(
    telling.revisions.length,
    Math.max(1, Math.floor((room * telling.revisions.length) / (telling.data.length + telling.revisions.length || 1))),
  );
  const forData = Math.min(telling.data.length, Math.max(1, room - forRevisions));
  return [
    ...runsOf(telling.data, forData).flatMap((run) => merge(run)),
    ...silent.filter(({ cause }) => cause === 'new-data'),
    ...runsOf(telling.revisions, forRevisions).flatMap((run) => merge(run)),
    ...silent.filter(({ cause }) => cause === 'revisions'),
    ...whole,
  ];
}
