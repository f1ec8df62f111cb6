import { assessClaims, type Claim, type ClaimVerdict, type Conflict, listConflicts, type Pack } from '@hadaf/packs';
import type { SourceDocument } from '@hadaf/series';
import { type Db, listDocuments, listIndicators, listObservations, listPackItems, listTargets } from '@hadaf/store';
import type { RunStamp } from '../run/compose-reports.ts';
import type { CheckedClaim, ClaimsReport, ConflictsReport } from './claims-report.ts';

/** Paths of the two documents a run publishes about what its sources say. */
export const claimsPath = '/v1/claims';
export const conflictsPath = '/v1/conflicts';

/** The indicators that formulas name: `exports` of `exports[FY2025]`. */
function namesIn(formulas: readonly string[]): Set<string> {
  return new Set(
    formulas.flatMap((formula) => [...formula.matchAll(/([A-Za-z][\w-]*)\[/g)].map((match) => match[1] ?? '')),
  );
}

/** What a pack's claims and conflicts are checked against, as the ledger knew it on the run's day. */
async function readKnown(db: Db, { packId, asOf }: RunStamp, title: string): Promise<Pack> {
  // The engine stored these itself, from a pack it had checked.
  const claims = (await listPackItems(db, 'claim', packId)) as Claim[];
  const conflicts = (await listPackItems(db, 'conflict', packId)) as Conflict[];
  const checks = claims.flatMap((claim) => claim.checks.map(({ formula }) => formula));
  const named = namesIn([...checks, ...conflicts.flatMap(({ sides }) => sides.map(({ formula }) => formula))]);
  const indicators = (await listIndicators(db, packId)).filter(({ id }) => named.has(id));
  const targets = (await listTargets(db, packId)).map(({ target }) => target);
  return {
    id: packId,
    title,
    calendar: indicators[0]?.calendar ?? { firstMonth: 1 },
    timezone: 'UTC',
    schedule: { cron: '0 6 * * 1', zone: 'UTC' },
    agencies: [],
    documents: [],
    indicators,
    expectedRanges: [],
    observations: await listObservations(db, { indicatorIds: indicators.map(({ id }) => id), asOf }),
    targets: targets.filter(({ knownBy }) => knownBy <= asOf),
    plans: [],
    scenarios: [],
    claims,
    conflicts,
    releases: [],
    alertRules: [],
  };
}

function rowOf({ claim, verdict, because, checks }: ClaimVerdict): CheckedClaim {
  const { id, documentId, subject, type, value, halfWidth, qualifier, unit, period } = claim;
  return {
    ...{ id, document: documentId, verdict, because, subject, type, value, halfWidth, qualifier, unit, period },
    checks: checks.map(({ kind, formula, reason, words, computed, agreement, restsOn }) => ({
      ...{ kind, formula, reason, words, computed, agreement },
      restsOn: restsOn.map(({ reference, name, value: number, unit: numberUnit, documentId }) => ({
        ...{ reference, name, value: number, unit: numberUnit, document: documentId },
      })),
    })),
  };
}

async function documentsById(db: Db, ids: readonly string[]): Promise<Record<string, SourceDocument>> {
  const documents = await listDocuments(db, [...new Set(ids)]);
  return Object.fromEntries(documents.map((document) => [document.id, document]));
}

/** What the documents claim and where they disagree, checked from what was known on the run's day. */
export async function composeClaims(
  db: Db,
  run: RunStamp,
  title: string,
): Promise<{ claims: ClaimsReport; conflicts: ConflictsReport }> {
  const known = await readKnown(db, run, title);
  const of = { runId: run.id, packId: run.packId, title, asOf: run.asOf };
  const claims = assessClaims(known, run.asOf).map(rowOf);
  const conflicts = listConflicts(known, run.asOf).map(({ conflict: { id, question, explanation }, sides }) => ({
    ...{ id, question, explanation },
    sides: sides.map(({ statement, formula, words, unit, value, documentIds: documents }) => ({
      ...{ statement, formula, words, unit, value, documents },
    })),
  }));
  const cited = claims.flatMap(({ document, checks }) => [
    document,
    ...checks.flatMap(({ restsOn }) => restsOn.map((number) => number.document)),
  ]);
  const sources = conflicts.flatMap(({ sides }) => sides.flatMap(({ documents }) => documents));
  return {
    claims: { ...of, claims, documents: await documentsById(db, cited) },
    conflicts: { ...of, conflicts, documents: await documentsById(db, sources) },
  };
}
