import { changesInForce, type Indicator } from '@hadaf/series';
import { type ChangeGroup, changedFacts, changedReport, groupFacts, reportsWith } from './change-evidence.ts';
import type { ChangeReplay, ReplayState } from './change-replay.ts';
import type { ChangeFigures, ChangePart } from './change-report.ts';
import type { Side } from './change-sides.ts';
import { mergeGroups } from './merge-groups.ts';

/** Every combination of so many causes is replayed: 2⁶ forecasts of a few hundredths of a second at most. */
const mostCauses = 6;

/** What differs between two ends and can be replayed by itself. */
export interface Cause extends Omit<ChangePart, keyof ChangeFigures> {
  /** The facts it brings; null for a claim or settings. */
  readonly group: ChangeGroup | null;
}

export interface Ends<T> {
  readonly from: T;
  readonly to: T;
}

/** What the claim says, how far it is forecast and what it measures, as one cause; none where all are the same. */
export function claimCause(
  { from, to }: Ends<Pick<ReplayState, 'target' | 'through' | 'definedOn'>>,
  indicator: Pick<Indicator, 'changes'>,
): Cause[] {
  const [before, after] = [from, to].map(({ definedOn }) => changesInForce(indicator, definedOn).length);
  const differences = [
    JSON.stringify(from.target) === JSON.stringify(to.target) ? [] : ['the claim reads otherwise'],
    before === after ? [] : ['what is measured has another definition'],
  ].flat();
  if (differences.length === 0 && from.through === to.through) return [];
  const label = differences.join(', ') || `forecast through ${to.through}, before through ${from.through}`;
  return [{ cause: 'target', label, reports: [], group: null }];
}

/** The settings as one cause, naming those that differ; none where all are equal. */
export function settingsCause({ from, to }: Ends<Pick<ReplayState, 'settings'>>): Cause[] {
  // Either end may lack one: a forecast of before its calibration was kept.
  const keys = Object.keys({ ...from.settings, ...to.settings }) as (keyof ReplayState['settings'])[];
  const changed = keys.filter((key) => JSON.stringify(from.settings[key]) !== JSON.stringify(to.settings[key]));
  if (changed.length === 0) return [];
  const changeOf = (key: (typeof keys)[number]) =>
    key === 'calibration'
      ? 'interval widths learned anew from past forecasts'
      : `${key} ${from.settings[key]} → ${to.settings[key]}`;
  const label = changed.map(changeOf).join(', ');
  return [{ cause: 'settings', label, reports: [], group: null }];
}

/** What differs between two ends, few enough that every combination can be replayed. */
export function causesOf(replay: ChangeReplay, sides: Ends<Side>, { from, to }: Ends<ReplayState>): Cause[] {
  const indicator: Indicator | undefined = [...replay.indicators.values()].at(-1);
  const others = [...claimCause({ from, to }, indicator ?? {}), ...settingsCause({ from, to })];
  if (!indicator) return others;
  const groups = groupFacts(changedFacts(sides.from.known, sides.to.known), indicator.calendar);
  const [older, newer] = [replay.fingerprint(from), replay.fingerprint({ ...from, reports: to.reports })];
  const tells = (group: ChangeGroup): boolean => {
    const alone = { ...from, reports: reportsWith(from.reports, [group]) };
    if (replay.fingerprint(alone) !== older) return true;
    const rest = groups.filter((other) => other !== group);
    return replay.fingerprint({ ...from, reports: reportsWith(from.reports, rest) }) !== newer;
  };
  const merged = mergeGroups(groups, tells, mostCauses - others.length);
  const unitOf = (group: ChangeGroup) => group.facts.flatMap((fact) => changedReport(fact, replay.indicators));
  return [...merged.map((group) => ({ ...group, reports: unitOf(group), group })), ...others].map(
    ({ cause, label, reports, group }) => ({ cause, label, reports, group }),
  );
}

/** The state in which exactly the causes of a bit mask are those of the newer end. */
export function stateWith(causes: readonly Cause[], { from, to }: Ends<ReplayState>, mask: number): ReplayState {
  const own = causes.filter((_, i) => mask & (2 ** i));
  const claimed = own.some(({ cause }) => cause === 'target') ? to : from;
  const set = own.some(({ cause }) => cause === 'settings') ? to : from;
  return {
    ...{ target: claimed.target, through: claimed.through, settings: set.settings, definedOn: claimed.definedOn },
    reports: reportsWith(
      from.reports,
      own.flatMap(({ group }) => group ?? []),
    ),
  };
}
