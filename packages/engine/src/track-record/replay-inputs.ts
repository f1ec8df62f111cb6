import { createHash } from 'node:crypto';
import type { IsoDate } from '@hadaf/series';
import type { ReplayedDay } from '@hadaf/store';
import { measuredIds, type ReplayTask } from './replay-record.ts';

type ReplayInputs = Pick<ReplayedDay, 'asOf' | 'inputs'>;

/** What became known, as text, by day. */
function newsByDay({ reported, targets, asOf }: ReplayTask): Map<IsoDate, string[]> {
  const news = new Map<IsoDate, string[]>();
  const add = (day: IsoDate, what: unknown): void => {
    if (day <= asOf) news.set(day, [...(news.get(day) ?? []), JSON.stringify(what)]);
  };
  for (const { indicator, observations } of reported) {
    for (const [day, known] of Map.groupBy(observations, ({ knownBy }) => knownBy)) add(day, [indicator, known]);
  }
  for (const replayed of targets) add(replayed.target.knownBy, replayed);
  return news;
}

/**
 * Each day with news and a digest of everything replays up to it read: code, settings, the series that are measured, and
 * all reports and claims known by then. Two equal digests of a day mean equal replays of it and of all days before.
 */
export function replayInputs(task: ReplayTask): ReplayInputs[] {
  const news = newsByDay(task);
  let inputs = JSON.stringify([task.codeVersion, task.settings, [...measuredIds(task)].toSorted()]);
  return [...news.keys()].toSorted().map((asOf) => {
    const digest = createHash('sha256').update(JSON.stringify([inputs, asOf]));
    for (const text of (news.get(asOf) ?? []).toSorted()) digest.update('\0').update(text);
    inputs = digest.digest('hex');
    return { asOf, inputs };
  });
}

/** The days of the last replay that stand: from the first on, as long as each rests on the same inputs. */
export function standingDays(last: readonly ReplayedDay[], inputs: readonly ReplayInputs[]): ReplayedDay[] {
  const changed = inputs.findIndex(({ asOf, inputs: now }, i) => last[i]?.asOf !== asOf || last[i]?.inputs !== now);
  return last.slice(0, changed === -1 ? inputs.length : changed);
}
