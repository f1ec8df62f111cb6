import { fiscalYearOf, isFiscalYear, type SourceDocument } from '@hadaf/series';
import { claimHistory, claimsAround, dateSlips, scoreConflict, scorePastTarget, type Target } from '@hadaf/targets';
import { announcementOf } from '../assess/citation.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { ClaimLedger } from '../assess/target-assessment.ts';
import type { PastTargetRow } from '../report.ts';

export interface ClaimEvidence {
  readonly target: Target;
  /** Every claim of the pack known on the day. */
  readonly claims: readonly Target[];
  readonly series: MeasuredSeries | null;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly asOf: string;
}

/** The history of a target's claims, the slips of an event's date, and how earlier targets of its series ended. */
export function claimLedger({ target, claims, series, documents, asOf }: ClaimEvidence): ClaimLedger {
  const history = claimHistory(claimsAround(target, claims), asOf);
  const past = series ? pastTargets(claims, series, asOf) : [];
  return {
    claimHistory: history.map(({ target: claim, relation, supersededBy, sentence }) => ({
      ...{ targetId: claim.id, title: claim.title, announcedOn: claim.announcedOn, knownBy: claim.knownBy },
      ...{ relation, isSuperseded: supersededBy !== null, sentence },
      citation: announcementOf(claim, documents),
    })),
    slips: target.kind === 'event' ? dateSlips(claims.filter(isSameEvent(target)), asOf) : null,
    trackRecord: past.map((one) => pastRow(one, documents)),
    trackRecordNotes: conflictNotes(past),
  };
}

const isSameEvent =
  (target: Target) =>
  ({ indicatorId, kind }: Target): boolean =>
    kind === 'event' && indicatorId === target.indicatorId;

interface PastTarget {
  readonly claim: Target;
  readonly fiscalYear: number;
  readonly dueLabel: string;
  readonly outcome: number;
  readonly unit: string;
}

/** Claims about a fiscal year whose total is reported. */
function pastTargets(claims: readonly Target[], series: MeasuredSeries, asOf: string): PastTarget[] {
  const { calendar, kind, id, unit } = series.indicator;
  if (kind !== 'flow') return [];
  return claims
    .filter(({ measure, knownBy }) => measure?.indicatorId === id && knownBy <= asOf)
    .flatMap((claim) => {
      const due = claim.due[0];
      if (!due || !isFiscalYear(due, calendar)) return [];
      const fiscalYear = fiscalYearOf(due.end, calendar);
      const year = series.years.find((value) => value.fiscalYear === fiscalYear);
      return year ? [{ claim, fiscalYear, dueLabel: due.label, outcome: year.value, unit }] : [];
    })
    .toSorted((a, b) => a.fiscalYear - b.fiscalYear || a.claim.value - b.claim.value);
}

function pastRow({ claim, dueLabel, outcome, unit }: PastTarget, documents: ClaimEvidence['documents']): PastTargetRow {
  const { share, reached } = scorePastTarget(claim, outcome, []);
  const { id: targetId, title, announcedBy, announcedOn, standing, value: targetValue } = claim;
  return {
    ...{ targetId, title, announcedBy, announcedOn, standing, dueLabel, targetValue, outcome, unit, share, reached },
    citation: announcementOf(claim, documents),
  };
}

/** Where pages give several official targets for one year: one outcome, several scores. */
function conflictNotes(past: readonly PastTarget[]): string[] {
  const official = past.filter(({ claim }) => claim.standing === 'official');
  return [...Map.groupBy(official, ({ fiscalYear }) => fiscalYear)].flatMap(([, year]) => {
    const [first] = year;
    const values = new Set(year.map(({ claim }) => claim.value));
    if (!first || values.size < 2) return [];
    const { sentence } = scoreConflict(
      year.map(({ claim }) => claim),
      first.outcome,
    );
    return [`${first.dueLabel}: ${sentence}`];
  });
}
