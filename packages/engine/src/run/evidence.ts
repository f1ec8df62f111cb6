import type { Agency } from '@hadaf/packs';
import type { Indicator, IsoDate, SourceDocument, StatedRelease } from '@hadaf/series';
import {
  getIndicator,
  listDocuments,
  listIndicators,
  listObservations,
  listPackItems,
  listPlans,
  listTargets,
  type TargetVersion,
} from '@hadaf/store';
import type { RollOutPlan, Target } from '@hadaf/targets';
import { type MeasuredSeries, measureSeries } from '../assess/measured-series.ts';
import type { EngineDeps } from '../engine-deps.ts';

/** What is known on a day about some targets: their series, plans and documents. */
export interface Ledger {
  readonly asOf: IsoDate;
  readonly series: ReadonlyMap<string, MeasuredSeries>;
  readonly plans: readonly RollOutPlan[];
  /** Every claim of the packs known on the day. */
  readonly claims: readonly Target[];
  readonly documents: ReadonlyMap<string, SourceDocument>;
  /** Release dates that publishers had announced by then. */
  readonly releases: readonly StatedRelease[];
  /** Whom the words of pages mean, by the packs’ own lists. */
  readonly agencies?: readonly Agency[];
}

/** Reads the series of those indicators as known on a day. */
export async function readSeries(
  { db }: Pick<EngineDeps, 'db'>,
  indicatorIds: readonly string[],
  asOf: IsoDate,
): Promise<Map<string, MeasuredSeries>> {
  const ids = [...new Set(indicatorIds)];
  const observations = await listObservations(db, { indicatorIds: ids, asOf });
  const documents = await documentsById({ db }, [...new Set(observations.map(({ documentId }) => documentId))]);
  const series = new Map<string, MeasuredSeries>();
  for (const id of ids) {
    const indicator = await getIndicator(db, id);
    const own = observations.filter(({ indicatorId }) => indicatorId === id);
    series.set(id, measureSeries(indicator, own, documents, asOf));
  }
  return series;
}

async function documentsById({ db }: Pick<EngineDeps, 'db'>, ids: readonly string[]) {
  return new Map((await listDocuments(db, ids)).map((document) => [document.id, document]));
}

/** Reads all that an assessment of those targets rests on. */
export async function readLedger(
  deps: Pick<EngineDeps, 'db'>,
  targets: readonly TargetVersion[],
  asOf: IsoDate,
): Promise<Ledger> {
  const packIds = [...new Set(targets.map(({ packId }) => packId))];
  const versions = (await Promise.all(packIds.map((packId) => listTargets(deps.db, packId)))).flat();
  const claims = versions.map(({ target }) => target).filter(({ knownBy }) => knownBy <= asOf);
  const indicators = (await Promise.all(packIds.map((packId) => listIndicators(deps.db, packId)))).flat();
  const plans = await readPlans(deps, claims, asOf);
  const announcing = claims.map(({ documentId }) => documentId);
  const planning = plans.flatMap(({ milestones }) => milestones.map(({ source }) => source));
  return {
    asOf,
    claims,
    series: await readSeries(deps, neededIndicators(targets, indicators), asOf),
    plans,
    documents: await documentsById(deps, [...new Set([...announcing, ...planning])]),
    releases: (await Promise.all(packIds.map((packId) => readReleases(deps, packId, asOf)))).flat(),
    agencies: (await Promise.all(packIds.map((packId) => readAgencies(deps, packId)))).flat(),
  };
}

/** The agencies a pack names. */
async function readAgencies({ db }: Pick<EngineDeps, 'db'>, packId: string): Promise<Agency[]> {
  // The engine stored these itself, from a pack it had checked.
  return (await listPackItems(db, 'agency', packId)) as Agency[];
}

/** The release dates a pack states, as far as the documents that announce them were public. */
export async function readReleases(
  { db }: Pick<EngineDeps, 'db'>,
  packId: string,
  asOf: IsoDate,
): Promise<StatedRelease[]> {
  // The engine stored these itself, from a pack it had checked.
  const stated = (await listPackItems(db, 'stated_release', packId)) as StatedRelease[];
  const documents = await documentsById({ db }, [...new Set(stated.map(({ documentId }) => documentId))]);
  return stated.filter(({ documentId }) => (documents.get(documentId)?.publishedOn ?? asOf) <= asOf);
}

/** The plans of known claims by the milestones that were public: those of a later document are not. */
async function readPlans(
  { db }: Pick<EngineDeps, 'db'>,
  claims: readonly Target[],
  asOf: IsoDate,
): Promise<RollOutPlan[]> {
  const plans = await listPlans(
    db,
    claims.map(({ id }) => id),
  );
  const sources = plans.flatMap(({ milestones }) => milestones.map(({ source }) => source));
  const documents = await documentsById({ db }, [...new Set(sources)]);
  // An undated document is public with the claim that cites it.
  const isPublic = (source: string) => (documents.get(source)?.publishedOn ?? asOf) <= asOf;
  return plans
    .map((plan) => ({ ...plan, milestones: plan.milestones.filter(({ source }) => isPublic(source)) }))
    .filter(({ milestones }) => milestones.length > 0);
}

/** What measures the targets, other definitions of it, and the progress of events. */
function neededIndicators(targets: readonly TargetVersion[], indicators: readonly Indicator[]): string[] {
  const measured = new Set(targets.flatMap(({ target }) => target.measure?.indicatorId ?? []));
  const progress = new Set(targets.map(({ target }) => progressIndicator(target)));
  const related = indicators.filter(
    ({ id, variantOf }) => progress.has(id) || (variantOf !== null && measured.has(variantOf)),
  );
  return [...measured, ...related.map(({ id }) => id)];
}

/** The indicator of how far an event is: `park_completed` → `park_physical_progress`. */
function progressIndicator({ kind, indicatorId }: Target): string | null {
  return kind === 'event' ? `${indicatorId.replace(/_[^_]+$/, '')}_physical_progress` : null;
}

/** How far the work on an event is reported; null where nobody reports it. */
export function progressOf(ledger: Ledger, target: Target): MeasuredSeries | null {
  return ledger.series.get(progressIndicator(target) ?? '') ?? null;
}

/** Other definitions of what measures a target. */
export function variantsOf(ledger: Ledger, target: Target): MeasuredSeries[] {
  const measured = target.measure?.indicatorId;
  return [...ledger.series.values()].filter(({ indicator }) => measured && indicator.variantOf === measured);
}

/** The series that measures a target; null where none does. */
export function seriesOf(ledger: Ledger, target: Target): MeasuredSeries | null {
  return target.measure ? (ledger.series.get(target.measure.indicatorId) ?? null) : null;
}

/** The plan of a target: its own, or that of another claim of the same units by the same day. */
export function planOf(ledger: Ledger, target: Target, targets: readonly TargetVersion[]): RollOutPlan | null {
  if (target.kind !== 'roll-out') return null;
  const claims = targets.map((version) => version.target).filter((other) => isSamePlan(other, target));
  const ids = [target.id, ...claims.map(({ id }) => id)];
  return ids.flatMap((id) => ledger.plans.filter(({ targetId }) => targetId === id)).at(0) ?? null;
}

function isSamePlan(a: Target, b: Target): boolean {
  return (
    a.indicatorId === b.indicatorId && a.value === b.value && a.due[0] !== undefined && a.due[0].end === b.due[0]?.end
  );
}
