import {
  changesInForce,
  describeSpan,
  type Indicator,
  latestReport,
  nextRelease,
  type Observation,
  type SourceDocument,
  type StatedRelease,
} from '@hadaf/series';
import {
  type Db,
  listDocuments,
  listIndicators,
  listObservations,
  listTargets,
  type PublishedDocument,
} from '@hadaf/store';
import { documentOf, type RunStamp } from '../run/compose-reports.ts';
import { readReleases } from '../run/evidence.ts';
import { hasMonths, reportRow } from './describe-months.ts';
import type { IndicatorMonths, IndicatorReport, IndicatorSummary, IndicatorsReport, YearRow } from './months-report.ts';
import { describeMonthsOnce } from './remembered-months.ts';

/** The path of the list of indicators; an indicator's is below it. */
export const indicatorsPath = '/v1/indicators';

function labelsOf({ months }: IndicatorMonths): YearRow['labels'] {
  const labels = { reported: 0, derived: 0, estimated: 0, unknown: 0 };
  for (const { label } of months) labels[label] += 1;
  return labels;
}

/** The newest value, of the shortest period that ends then. */
function newest(known: readonly Observation[]): Observation | null {
  const accepted = known.filter(({ status }) => status === 'accepted');
  const last = accepted
    .map(({ end }) => end)
    .toSorted()
    .at(-1);
  const ending = accepted.filter(({ end }) => end === last);
  const shortest = ending
    .map(({ start }) => start)
    .toSorted()
    .at(-1);
  return latestReport(ending.filter(({ start }) => start === shortest));
}

/** What every summary looks into. */
interface Known {
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly releases: readonly StatedRelease[];
  readonly asOf: string;
}

/** When the next value is due, from what publishers announced or past delays; null where nothing tells. */
function releaseOf(
  indicator: Indicator,
  known: readonly Observation[],
  { releases, asOf }: Known,
): IndicatorSummary['nextRelease'] {
  const accepted = known.filter(({ status }) => status === 'accepted');
  const release = nextRelease(accepted, indicator, asOf, releases);
  if (!release) return null;
  const { next, expectedOn, overdueDays, basis } = release;
  return { period: describeSpan(next, indicator.calendar), expectedOn, overdueDays, basis };
}

function summaryOf(
  indicator: Indicator,
  known: readonly Observation[],
  described: IndicatorMonths | null,
  { documents, releases, asOf }: Known,
): IndicatorSummary[] {
  const { id, name, unit, kind, definition, variantOf, calendar } = indicator;
  const changes = changesInForce(indicator, asOf);
  const latest = newest(known);
  if (!latest) return [];
  return [
    {
      ...{ id, name, unit, kind, definition, variantOf, ...(changes.length > 0 && { changes }) },
      observations: known.length,
      from: known.map(({ start }) => start).toSorted()[0] ?? latest.start,
      dataThrough: latest.end,
      latest: reportRow(latest, calendar),
      labels: described && labelsOf(described),
      conflicts: described?.conflicts.length ?? 0,
      exceptions: described?.years.filter(({ isWithinPrint }) => !isWithinPrint).length ?? 0,
      document: documents.get(latest.documentId) ?? null,
      nextRelease: releaseOf(indicator, known, { documents, releases, asOf }),
    },
  ];
}

async function documentsById(db: Db, ids: readonly string[]): Promise<Map<string, SourceDocument>> {
  return new Map((await listDocuments(db, [...new Set(ids)])).map((document) => [document.id, document]));
}

/** The documents a run publishes about its indicators: their list, and each monthly series with what it rests on. */
export async function composeIndicators(db: Db, run: RunStamp, title: string): Promise<PublishedDocument[]> {
  const { id: runId, packId, asOf } = run;
  const indicators = await listIndicators(db, packId);
  const observations = await listObservations(db, { indicatorIds: indicators.map(({ id }) => id), asOf });
  const documents = await documentsById(
    db,
    observations.map(({ documentId }) => documentId),
  );
  const targets = (await listTargets(db, packId)).map(({ target }) => target).filter(({ knownBy }) => knownBy <= asOf);
  const releases = await readReleases({ db }, packId, asOf);
  const own = Map.groupBy(observations, ({ indicatorId }) => indicatorId);
  const described = indicators.map((indicator) => {
    const known = own.get(indicator.id) ?? [];
    return {
      indicator,
      known,
      months: hasMonths(indicator, known) ? describeMonthsOnce(indicator, known, documents, asOf) : null,
    };
  });
  const list: IndicatorsReport = {
    ...{ runId, packId, title, asOf },
    indicators: described.flatMap(({ indicator, known, months }) =>
      summaryOf(indicator, known, months, { documents, releases, asOf }),
    ),
  };
  const reports = described.flatMap(({ indicator, months }): IndicatorReport[] => {
    const measured = targets.filter(({ measure }) => measure?.indicatorId === indicator.id);
    const linked = measured.map((target) => ({ targetId: target.id, title: target.title }));
    return months ? [{ ...months, runId, packId, title, targets: linked }] : [];
  });
  return [
    documentOf(indicatorsPath, list),
    ...reports.map((report) => documentOf(`${indicatorsPath}/${report.indicator.id}`, report)),
  ];
}
