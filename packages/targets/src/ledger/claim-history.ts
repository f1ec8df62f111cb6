import { describeDay, type IsoDate, quantityUnit } from '@hadaf/series';
import { type DueReading, type Target, termsOf } from '../target.ts';
import { printedQuantity } from '../verdict/printed-number.ts';
import { isSamePromiseElsewhere } from './claim-kin.ts';

/** What a claim does to the one before it: same promise again, another size, date or scope, or a promise of its own. */
export type ClaimRelation = 'first' | 'repeats' | 'revises-value' | 'moves-date' | 'changes-scope' | 'stands-beside';

/** A claim in the order of its announcement, with what it did to an earlier one. */
export interface ClaimEntry {
  readonly target: Target;
  readonly relation: ClaimRelation;
  /** Whether its pack states what it supersedes, or this is read from values and dates. */
  readonly ground: 'stated' | 'inferred';
  /** The earlier claim it repeats, revises or moves; null where there is none. */
  readonly of: Target | null;
  /** The later claim that revised or moved this one; null while it stands. */
  readonly supersededBy: Target | null;
  readonly sentence: string;
}

/**
 * The history of official claims, oldest first, as known on a day. Moved goalposts are seen, not overwritten.
 *
 * Where a claim states what it supersedes, that is what it does. Else it is inferred: a later claim supersedes an earlier
 * one when it states another value for the same date, or another date for the same value. Claims that differ in both stand beside each other, as milestones of one plan do. The same size by the same date
 * for another indicator changes the scope and supersedes nothing: who promised the first thing has not taken it back.
 *
 * @param claims  claims about one indicator and their kin, in any order
 */
export function claimHistory(claims: readonly Target[], asOf: IsoDate): ClaimEntry[] {
  const known = claims
    .filter((claim) => claim.standing === 'official' && claim.knownBy <= asOf)
    .toSorted((a, b) => compareText(a.announcedOn ?? a.knownBy, b.announcedOn ?? b.knownBy) || compareText(a.id, b.id));
  const related = known.map((target, i) => ({ target, ...relationOf(known.slice(0, i), target) }));
  return related.map((entry, i) => {
    const later = related.slice(i + 1).find((after) => takesPlaceOf(after, entry.target));
    return { ...entry, supersededBy: later?.target ?? null, sentence: sentenceOf(entry) };
  });
}

/** Claims no later claim has superseded. */
export const standingClaims = (history: readonly ClaimEntry[]): Target[] =>
  history
    .filter(({ supersededBy, relation }) => supersededBy === null && relation !== 'repeats')
    .map(({ target }) => target);

const supersedes = (relation: ClaimRelation): boolean => relation === 'revises-value' || relation === 'moves-date';

type Relation = Pick<ClaimEntry, 'relation' | 'of' | 'ground'>;

function takesPlaceOf({ target, of, relation }: Relation & { readonly target: Target }, earlier: Target): boolean {
  const stated = termsOf(target).supersedes;
  return stated ? stated.includes(earlier.id) : of === earlier && supersedes(relation);
}

/** What the pack states of a claim, or what its value and date tell where it states nothing. */
function relationOf(earlier: readonly Target[], claim: Target): Relation {
  const stated = termsOf(claim).supersedes;
  const inferred = relationTo(earlier, claim);
  if (!stated) return { ...inferred, ground: 'inferred' };
  const of = earlier.findLast(({ id }) => stated.includes(id)) ?? null;
  if (of) return { relation: claim.value === of.value ? 'moves-date' : 'revises-value', of, ground: 'stated' };
  if (!supersedes(inferred.relation)) return { ...inferred, ground: 'stated' };
  const same = earlier.findLast((other) => isRepeated(other, claim)) ?? null;
  return { relation: same ? 'repeats' : 'stands-beside', of: same, ground: 'stated' };
}

const isRepeated = (other: Target, claim: Target): boolean =>
  other.indicatorId === claim.indicatorId && other.value === claim.value && dueDay(other) === dueDay(claim);

/** The most recent earlier claim that shares both, the date, or the value, in this order of kinship. */
function relationTo(earlier: readonly Target[], claim: Target): Pick<ClaimEntry, 'relation' | 'of'> {
  if (earlier.length === 0) return { relation: 'first', of: null };
  const own = earlier.filter((other) => other.indicatorId === claim.indicatorId);
  const sameValue = (other: Target): boolean => other.value === claim.value;
  const current = own.findLast((other) => dueDay(other) === dueDay(claim));
  if (current && sameValue(current)) return { relation: 'repeats', of: current };
  const kin = earlier.findLast((other) => isSamePromiseElsewhere(other, claim));
  if (kin && !own.some(sameValue)) return { relation: 'changes-scope', of: kin };
  if (current) return { relation: 'revises-value', of: current };
  if (claim.kind === 'event' && !isLaterThanAll(claim, own)) return { relation: 'stands-beside', of: null };
  const moved = own.findLast(sameValue);
  return moved ? { relation: 'moves-date', of: moved } : { relation: 'stands-beside', of: null };
}

/** An earlier date for an event, told after a later one, is a record or a finer reading; it takes nothing back. */
const isLaterThanAll = (claim: Target, others: readonly Target[]): boolean =>
  others.every((other) => (dueDay(other) ?? '') < (dueDay(claim) ?? ''));

const dueDay = ({ due }: Target): IsoDate | null => due[0]?.end ?? null;

function sentenceOf(entry: Relation & { target: Target }): string {
  const { target, relation, of } = entry;
  const { announcedOn, knownBy } = target;
  const by = `${target.announcedBy} (${announcedOn ? describeDay(announcedOn) : `known by ${describeDay(knownBy)}`})`;
  if (target.kind === 'event') return `${by} ${dateWords(entry)}.`;
  const goal = `${printedQuantity(target.value, target.unit)} ${dueWords(target)}`;
  if (relation === 'first') return `${by} first named ${goal}.`;
  if (relation === 'repeats') return `${by} repeated ${goal}.`;
  if (relation === 'stands-beside' || !of) return `${by} named ${goal} beside earlier claims.`;
  if (relation === 'moves-date') return `${by} ${movedWords(of, target)}.`;
  if (relation === 'changes-scope') return `${by} named the same ${goal} for something else: “${target.title}”.`;
  return `${by} ${resizedWords(of, target)}.`;
}

function undatedWords({ title }: Target, relation: Relation['relation']): string {
  if (relation === 'first') return 'first announced it, without a date';
  if (relation === 'changes-scope') return `announced something else, without a date: “${title}”`;
  return 'repeated it without a date';
}

/** An event has no size: a claim about it gives or moves its date. */
function dateWords({ target, relation, of }: Relation & { target: Target }): string {
  const date = dateName(target.due[0]);
  if (date === undefined) return undatedWords(target, relation);
  if (relation === 'first') return `first gave the date ${date}`;
  if (relation === 'repeats') return `repeated the date ${date}`;
  if (relation === 'changes-scope') return `gave the same date, ${date}, for something else: “${target.title}”`;
  return of ? `moved the date from ${dateName(of.due[0]) ?? 'none'} to ${date}` : `gave the date ${date}`;
}

/** A day as people write it, a longer period by its label. */
const dateName = (due: DueReading | undefined): string | undefined =>
  due && due.start === due.end ? describeDay(due.end) : due?.label;

function resizedWords(of: Target, target: Target): string {
  const verb = target.value > of.value ? 'raised' : 'lowered';
  const [before, after] = quantitiesOf(of, target);
  if (dueDay(of) !== dueDay(target) && of.due[0] && target.due[0]) {
    return `replaced ${before} by ${of.due[0].label} with ${after} by ${target.due[0].label}`;
  }
  return `${verb} the target ${target.due[0] ? `for ${target.due[0].label}` : 'without a date'} from ${before} to ${after}`;
}

/** Two sizes in one unit; of `a year` and none, none is said. */
function quantitiesOf(of: Target, target: Target): [string, string] {
  const isSame = of.unit === target.unit;
  const printed = ({ value, unit }: Target, beside: Target): string =>
    printedQuantity(value, isSame ? unit : quantityUnit(unit), [beside.value]);
  return [printed(of, target), printed(target, of)];
}

function movedWords(of: Target, target: Target): string {
  const goal = printedQuantity(target.value, target.unit);
  const [before, after] = [of.due[0]?.label, target.due[0]?.label];
  if (before === undefined) return `gave ${goal} a date: ${after}`;
  if (after === undefined) return `named ${goal} without the date ${before}`;
  return `moved ${goal} from ${before} to ${after}`;
}

const dueWords = ({ due }: Target): string => (due[0] ? `by ${due[0].label}` : 'without a date');

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
