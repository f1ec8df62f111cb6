import { describeSpan, type Indicator, latestReport, type Observation, type SourceDocument } from '@hadaf/series';
import { type Db, listDocuments, listIndicators, listObservations, type PublishedDocument } from '@hadaf/store';
import { documentOf, type RunStamp } from '../run/compose-reports.ts';
import type {
  VariantDefinition,
  VariantPeriod,
  VariantsList,
  VariantsReport,
  VariantValue,
} from './variants-report.ts';

/** The path of the list of ideas with several definitions; an idea's is below it. */
export const variantsPath = '/v1/variants';

/** The indicator at the end of the chain of `variantOf`. */
function rootOf(indicator: Indicator, byId: ReadonlyMap<string, Indicator>): Indicator {
  const seen = new Set<string>();
  let root = indicator;
  while (root.variantOf !== null && !seen.has(root.id)) {
    seen.add(root.id);
    const next = byId.get(root.variantOf);
    if (!next) break;
    root = next;
  }
  return root;
}

/** Indicators that are definitions of one idea: the one the others vary first, then by id. */
export function ideasOf(indicators: readonly Indicator[]): Indicator[][] {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return [...Map.groupBy(indicators, (indicator) => rootOf(indicator, byId).id)]
    .map(([root, own]) => own.toSorted((a, b) => (a.id === root ? -1 : b.id === root ? 1 : a.id < b.id ? -1 : 1)))
    .filter((definitions) => definitions.length > 1);
}

/**
 * The periods for which a definition beside the first has a value, each with what every definition says of it: the
 * newest accepted report. Nothing is joined, converted or summed.
 */
export function comparePeriods(
  definitions: readonly Indicator[],
  observations: readonly Observation[],
): VariantPeriod[] {
  const [first] = definitions;
  const ids = new Set(definitions.map(({ id }) => id));
  const known = observations.filter(({ indicatorId, status }) => ids.has(indicatorId) && status === 'accepted');
  const periods = [...Map.groupBy(known, ({ start, end }) => `${end} ${start}`)];
  return periods
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([, reports]) => {
      const [any] = reports;
      if (!any || !first || reports.every(({ indicatorId }) => indicatorId === first.id)) return [];
      const { start, end } = any;
      const values = definitions.flatMap(({ id }) =>
        newestValue(reports.filter(({ indicatorId }) => indicatorId === id)),
      );
      return [{ period: describeSpan(any, first.calendar), start, end, values }];
    });
}

function newestValue(reports: readonly Observation[]): VariantValue[] {
  const report = latestReport(reports);
  if (!report) return [];
  const { indicatorId: indicator, value, qualifier, halfWidth, agency, documentId, publishedOn, knownBy } = report;
  return [{ indicator, value, qualifier, halfWidth, agency, document: documentId, publishedOn, knownBy }];
}

function definitionOf(
  { id, name, definition, unit, kind }: Indicator,
  known: readonly Observation[],
): VariantDefinition {
  const own = known.filter(({ indicatorId }) => indicatorId === id);
  return { id, name, definition, unit, kind, observations: own.length };
}

async function documentsOf(db: Db, periods: readonly VariantPeriod[]): Promise<Record<string, SourceDocument>> {
  const ids = periods.flatMap(({ values }) => values.map(({ document }) => document));
  return Object.fromEntries((await listDocuments(db, [...new Set(ids)])).map((document) => [document.id, document]));
}

/** The documents a run publishes about ideas that several definitions measure, side by side. */
export async function composeVariants(db: Db, run: RunStamp, title: string): Promise<PublishedDocument[]> {
  const { id: runId, packId, asOf } = run;
  const ideas = ideasOf(await listIndicators(db, packId));
  const indicatorIds = ideas.flat().map(({ id }) => id);
  const known = await listObservations(db, { indicatorIds, asOf });
  const of = { runId, packId, title, asOf };
  const reports = await Promise.all(
    ideas.map(async (definitions): Promise<VariantsReport> => {
      const periods = comparePeriods(definitions, known);
      const id = definitions[0]?.id ?? '';
      const described = definitions.map((definition) => definitionOf(definition, known));
      return { ...of, id, definitions: described, periods, documents: await documentsOf(db, periods) };
    }),
  );
  const list: VariantsList = {
    ...of,
    ideas: reports.map(({ id, definitions, periods }) => ({
      ...{ id, name: definitions[0]?.name ?? id, periods: periods.length },
      definitions: definitions.map((definition) => definition.id),
    })),
  };
  return [
    documentOf(variantsPath, list),
    ...reports.map((report) => documentOf(`${variantsPath}/${report.id}`, report)),
  ];
}
