import { fiscalYearOf, fiscalYearSpan, isFiscalYear, type SourceDocument } from '@hadaf/series';
import {
  claimHistory,
  claimsAround,
  dateSlips,
  heldYears,
  judgedReading,
  scoreConflict,
  scorePastTarget,
  type Target,
  termsOf,
} from '@hadaf/targets';
import { announcementOf } from '../assess/citation.ts';
import { finishedYears } from '../assess/claim-terms.ts';
import { onOneDefinition } from '../assess/definition-footing.ts';
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
    claimHistory: history.map(({ target: claim, relation, ground, supersededBy, sentence }) => ({
      ...{ targetId: claim.id, title: claim.title, announcedOn: claim.announcedOn, knownBy: claim.knownBy },
      ...{ relation, ground, isSuperseded: supersededBy !== null, sentence },
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

/** Claims about a fiscal year whose total is reported, and each dated goal and held year whose value is. */
function pastTargets(claims: readonly Target[], series: MeasuredSeries, asOf: string): PastTarget[] {
  const { calendar, kind, id, unit } = series.indicator;
  return claims
    .filter(({ measure, knownBy }) => measure?.indicatorId === id && knownBy <= asOf)
    .flatMap((claim) => (isPlain(claim) && kind !== 'flow' ? [] : singleGoals(claim, series, asOf)))
    .flatMap((stated) => {
      const due = stated.due[0];
      const footing = onOneDefinition(stated, series);
      if (!due || !isFiscalYear(due, calendar) || footing.kind === 'across') return [];
      const fiscalYear = fiscalYearOf(due.end, calendar);
      const year = finishedYears(footing.series).find((value) => value.fiscalYear === fiscalYear);
      return year ? [{ claim: footing.target, fiscalYear, dueLabel: due.label, outcome: year.value, unit }] : [];
    })
    .toSorted((a, b) => a.fiscalYear - b.fiscalYear || a.claim.value - b.claim.value);
}

const isPlain = (claim: Target): boolean => !termsOf(claim).isHeld && termsOf(claim).dates.length === 0;

/** A claim as goals of one value and one date each: its dated goals, the years it promised to hold, or itself. */
function singleGoals(claim: Target, series: MeasuredSeries, asOf: string): Target[] {
  const { indicator } = series;
  const { isHeld, dates } = termsOf(claim);
  if (dates.length > 0) return dates.map(({ value, due }) => ({ ...claim, value, due: [due] }));
  const single = judgedReading(claim, asOf, indicator.calendar).target;
  if (!isHeld) return [single];
  return heldYears(claim, finishedYears(series), indicator.calendar).map(({ fiscalYear, label }) => ({
    ...single,
    due: [{ label, ...fiscalYearSpan(fiscalYear, indicator.calendar) }],
  }));
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
