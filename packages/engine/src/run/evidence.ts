import type { IsoDate, SourceDocument } from '@hadaf/series';
import { getIndicator, listDocuments, listObservations, listPlans, type TargetVersion } from '@hadaf/store';
import type { RollOutPlan, Target } from '@hadaf/targets';
import { type MeasuredSeries, measureSeries } from '../assess/measured-series.ts';
import type { EngineDeps } from '../engine-deps.ts';

/** What is known on a day about some targets: their series, plans and documents. */
export interface Ledger {
  readonly asOf: IsoDate;
  readonly series: ReadonlyMap<string, MeasuredSeries>;
  readonly plans: readonly RollOutPlan[];
  readonly documents: ReadonlyMap<string, SourceDocument>;
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
  const measured = targets.flatMap(({ target }) => target.measure?.indicatorId ?? []);
  return {
    asOf,
    series: await readSeries(deps, measured, asOf),
    plans: await listPlans(
      deps.db,
      targets.map(({ target }) => target.id),
    ),
    documents: await documentsById(
      deps,
      targets.map(({ target }) => target.documentId),
    ),
  };
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
