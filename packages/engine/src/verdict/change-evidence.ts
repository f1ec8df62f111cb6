import { describeSpan, type FiscalCalendar, type Indicator, isSameSpan, type Observation } from '@hadaf/series';
import type { RecordedReport } from '@hadaf/store';
import type { ChangeCause, ChangedReport } from './change-report.ts';

/** What was public on a day, as the ledger had it. */
export interface KnownSet {
  readonly asOf: string;
  /** Every fact of the ledger of then, by its name, public or not. */
  readonly ledger: ReadonlyMap<string, RecordedReport>;
}

/** A fact that differs between two known sets: `before` and `after` are what each of them counts, if anything. */
interface ChangedFact {
  readonly fact: string;
  readonly cause: Exclude<ChangeCause, 'target' | 'settings' | 'code'>;
  readonly isRevision: boolean;
  readonly before: RecordedReport | null;
  readonly after: RecordedReport | null;
}

/** Facts that change together; their names and words. */
export interface ChangeGroup {
  readonly cause: ChangedFact['cause'];
  readonly label: string;
  readonly facts: readonly ChangedFact[];
}

function counted({ asOf, ledger }: KnownSet, fact: string): RecordedReport | null {
  const report = ledger.get(fact);
  return report && report.observation.status === 'accepted' && report.observation.knownBy <= asOf ? report : null;
}

/** The reports a known set counts: accepted and public. */
export function countedReports(known: KnownSet): RecordedReport[] {
  return [...known.ledger.keys()].flatMap((fact) => counted(known, fact) ?? []);
}

/**
 * The facts that one known set counts and another does not, or reads otherwise, each with its cause.
 *
 * A fact the older ledger did not hold although it was public by its day was loaded late; one that both ledgers hold and
 * read otherwise is a reading; of the rest the day on which it became known lies between the two days: a revision where
 * the older set has a report of the same period, new data where it has none.
 *
 * @param before  of the earlier day
 */
export function changedFacts(before: KnownSet, after: KnownSet): ChangedFact[] {
  const reported = countedReports(before).map(({ observation }) => observation);
  const facts = [...new Set([...before.ledger.keys(), ...after.ledger.keys()])].toSorted();
  return facts.flatMap((fact) => {
    const [old, young] = [counted(before, fact), counted(after, fact)];
    if (old?.version === young?.version) return [];
    const { observation } = young ?? old ?? { observation: undefined };
    if (!observation) return [];
    const isRevision = reported.some((known) => isSameSpan(known, observation));
    return [
      { fact, cause: causeOf({ fact, observation, isRevision }, before, after), isRevision, before: old, after: young },
    ];
  });
}

function causeOf(
  { fact, observation, isRevision }: { fact: string; observation: Observation; isRevision: boolean },
  before: KnownSet,
  after: KnownSet,
): ChangedFact['cause'] {
  const [then, now] = [before.ledger.get(fact), after.ledger.get(fact)];
  if (then && now && then.version !== now.version) return 'readings';
  if (observation.knownBy <= before.asOf) return 'late-rows';
  return isRevision ? 'revisions' : 'new-data';
}

/** A fact as a row of the report, in its indicator's unit and calendar. */
export function changedReport(
  { before, after, isRevision }: ChangedFact,
  indicators: ReadonlyMap<string, Indicator>,
): ChangedReport[] {
  const shown = after ?? before;
  const indicator = indicators.get(shown?.observation.indicatorId ?? '');
  if (!shown || !indicator) return [];
  const { observation, recordedAt } = shown;
  const { knownBy, value, documentId } = observation;
  const period = describeSpan(observation, indicator.calendar);
  return [
    { knownBy, recordedAt, period, value, unit: indicator.unit, documentId, isRevision, isAdded: after !== null },
  ];
}

const observationOf = ({ before, after }: ChangedFact): Observation | undefined => (after ?? before)?.observation;

/** New data by the document that brought it, revisions by the period, late rows and readings each as one. */
export function groupFacts(facts: readonly ChangedFact[], calendar: FiscalCalendar): ChangeGroup[] {
  const key = (fact: ChangedFact): string => {
    const observation = observationOf(fact);
    if (fact.cause === 'new-data') return `${observation?.knownBy} ${observation?.documentId}`;
    return fact.cause === 'revisions' ? `${observation?.end} ${observation?.start}` : '';
  };
  const label = (fact: ChangedFact): string => {
    const observation = observationOf(fact);
    if (!observation) return '';
    if (fact.cause === 'new-data') return `${observation.documentId}, known by ${observation.knownBy}`;
    if (fact.cause === 'revisions') return `${describeSpan(observation, calendar)} reported again`;
    return fact.cause === 'late-rows' ? 'public before, loaded since' : 'read otherwise since';
  };
  const groups = Map.groupBy(facts, (fact) => `${causeOrder.indexOf(fact.cause)} ${key(fact)}`);
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => (own[0] ? [{ cause: own[0].cause, label: label(own[0]), facts: own }] : []));
}

const causeOrder: readonly ChangedFact['cause'][] = ['new-data', 'revisions', 'late-rows', 'readings'];

/** The reports counted when exactly those groups are in their newer state. */
export function reportsWith(before: readonly RecordedReport[], groups: readonly ChangeGroup[]): RecordedReport[] {
  const changed = groups.flatMap(({ facts }) => facts);
  const left = new Set(changed.map(({ fact }) => fact));
  return [...before.filter(({ fact }) => !left.has(fact)), ...changed.flatMap(({ after }) => after ?? [])];
}
