import { type Target, termsOf } from '@hadaf/targets';
import type { ReportFault, Table, TableRow } from './read-rows.ts';
import { unitFactor } from './units.ts';

/** Checks what targets say of each other: parts and what they supersede. */
export async function checkKinship(targets: Table<Target>, report: ReportFault): Promise<void> {
  const byId = new Map(targets.rows.map(({ value }) => [value.id, value]));
  for (const row of targets.rows) {
    checkPart(row, targets, byId, report);
    await checkPartUnit(row, byId, report);
    checkSuperseded(row, targets, byId, report);
    checkCircle(row, byId, report);
    checkEvent(row, report);
    checkHold(row, report);
    checkBaseline(row, report);
  }
}

type TargetsById = ReadonlyMap<string, Target>;

function checkPart(
  { line, value: target }: TableRow<Target>,
  { ids }: Table<Target>,
  byId: TargetsById,
  report: ReportFault,
): void {
  const { partOf } = termsOf(target);
  if (partOf === null) return;
  const whole = byId.get(partOf);
  if (!ids.has(partOf)) report(line, 'part_of', 'is not in targets.csv', 'mend the id', partOf);
  else if (partOf === target.id)
    report(line, 'part_of', 'is the target itself', 'name the whole it is a part of', partOf);
  else if (whole && termsOf(whole).partOf !== null) {
    report(line, 'part_of', 'is itself a part', 'name the whole: parts of parts are not summed', partOf);
  }
}

/** Parts are added up, so they are of one unit. */
async function checkPartUnit(
  { line, value: part }: TableRow<Target>,
  byId: TargetsById,
  report: ReportFault,
): Promise<void> {
  const whole = byId.get(termsOf(part).partOf ?? '');
  if (!whole || (await unitFactor(part.unit, whole.unit)) === 1) return;
  report(line, 'unit', `is not that of the whole, ${whole.unit}`, `state ${part.id} in ${whole.unit}`, part.unit);
}

/** Of claims of one day none is the later one, so they could supersede each other in a circle. */
function checkCircle({ line, value: target }: TableRow<Target>, byId: TargetsById, report: ReportFault): void {
  const earlier = (id: string): readonly string[] => {
    const claim = byId.get(id);
    return claim ? (termsOf(claim).supersedes ?? []) : [];
  };
  const seen = new Set<string>();
  const open = earlier(target.id).filter((id) => id !== target.id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (earlier(id).includes(target.id)) {
      const mend = 'one of the two came later; keep its row';
      report(line, 'supersedes', `supersedes ${target.id} in turn`, mend, id);
      return;
    }
    if (!seen.has(id)) open.push(...earlier(id));
    seen.add(id);
  }
}

/** An event happens or does not; how many is said by a level or a roll-out. */
function checkEvent({ line, value: target }: TableRow<Target>, report: ReportFault): void {
  if (target.kind !== 'event' || target.value === 1) return;
  const mend = 'write 1, or make it a level or a roll-out of so many';
  report(line, 'value', 'is not 1, but an event happens or does not', mend, String(target.value));
}

function checkSuperseded(
  { line, value: target }: TableRow<Target>,
  { ids }: Table<Target>,
  byId: TargetsById,
  report: ReportFault,
): void {
  for (const id of termsOf(target).supersedes ?? []) {
    const earlier = byId.get(id);
    if (!ids.has(id)) report(line, 'supersedes', 'is not in targets.csv', 'mend the id, or write none', id);
    else if (id === target.id) report(line, 'supersedes', 'is the target itself', 'name the earlier claim', id);
    else if (earlier && dayOf(earlier) > dayOf(target)) {
      report(
        line,
        'supersedes',
        `names a later claim, of ${dayOf(earlier)}`,
        'the later claim supersedes the earlier one',
        id,
      );
    }
  }
}

function checkHold({ line, value: target }: TableRow<Target>, report: ReportFault): void {
  const { isHeld, dates } = termsOf(target);
  if (!isHeld) return;
  if (target.kind !== 'level')
    report(line, 'hold', `is no promise of a ${target.kind}`, 'only a level can be held', 'yes');
  if (dates.length > 0) report(line, 'hold', 'cannot be said of several dates', 'use one of the two', 'yes');
}

/** A claim starts from something that is over by its date. */
function checkBaseline({ line, value: target }: TableRow<Target>, report: ReportFault): void {
  const { baseline } = termsOf(target);
  const deadline = target.due
    .map(({ end }) => end)
    .toSorted()
    .at(-1);
  if (!baseline || deadline === undefined || baseline.period.end <= deadline) return;
  const mend = 'mend one of the two: a claim starts before its date';
  report(line, 'baseline_period', `ends after the target’s date, ${deadline}`, mend, baseline.period.label);
}

const dayOf = ({ announcedOn, knownBy }: Target): string => announcedOn ?? knownBy;
