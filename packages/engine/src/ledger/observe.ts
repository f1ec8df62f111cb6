import type { ExpectedRange } from '@hadaf/packs';
import { CodedError } from '@hadaf/platform';
import { type Indicator, type IsoDate, isIsoDate, latestReport, type Observation } from '@hadaf/series';
import {
  type Db,
  getIndicator,
  getPackOfIndicator,
  insertLedgerEntry,
  insertObservations,
  listAllDocuments,
  listExpectedRanges,
  listObservations,
  lockLedger,
  readingIdOf,
  upsertDocuments,
} from '@hadaf/store';
import { DocumentBook } from './document-book.ts';
import { readPrintedValue } from './printed-value.ts';
import { excused, rangeFault } from './range-fault.ts';
import { periodMend, sourceFault, sourceMend, spanOfLabel } from './read-import-row.ts';

/** One value as a person types it. */
export interface ObserveRequest {
  readonly indicatorId: string;
  /** `2026-03`, `FY25`, `2024-25`, `Jul-Mar FY25`, `2025-08-08` … */
  readonly period: string;
  /** `402`, `2.82bn`, `$2.82bn`, `over 50` … */
  readonly value: string;
  readonly source: string;
  readonly publisher: string;
  readonly publishedOn: IsoDate;
  /** The publisher, where empty. */
  readonly agency: string;
  readonly note: string;
  /** Null takes it from the words of the value. */
  readonly qualifier: string | null;
  /** Suspect: on record, and left out of the verdicts. Accepted where absent. */
  readonly status?: 'accepted' | 'suspect';
  /** Why a value outside the expected range is right; absent or null where nobody says so. */
  readonly beyondRange?: string | null;
  readonly author: string;
  readonly origin: string;
  /** The current day: nothing is published later. */
  readonly today: IsoDate;
}

export interface Observed {
  /** What `overrule` takes. */
  readonly id: string;
  readonly observation: Observation;
  readonly indicator: Indicator;
  /** Whether it was not on record yet. */
  readonly isNew: boolean;
  /** What stood for the period before; null where nothing did. */
  readonly previous: Observation | null;
}

const qualifiers = ['exact', 'rounded', 'over', 'about', 'range'] as const;

function readQualifier(written: string | null): Observation['qualifier'] | null | undefined {
  return written === null ? null : qualifiers.find((word) => word === written);
}

const rangeMend = 'mend it, or give --status suspect, or --beyond-range "<reason>" where it is right';

/** @throws CodedError REQUEST_INVALID with a line for every fault */
function readObservation(
  request: ObserveRequest,
  indicator: Indicator,
  { documents, ranges }: { readonly documents: DocumentBook; readonly ranges: readonly ExpectedRange[] },
): Observation {
  const { period, publisher, publishedOn, source, today } = request;
  const span = spanOfLabel(period, indicator);
  const value = readPrintedValue(request.value, indicator.unit);
  const qualifier = readQualifier(request.qualifier);
  const isDay = isIsoDate(publishedOn);
  const addressFault = sourceFault(source);
  const outside =
    value.kind === 'fault' || !span ? null : rangeFault(ranges, indicator, { ...span, value: value.value });
  const isExcused = request.status === 'suspect' || Boolean(request.beyondRange?.trim());
  const faults = [
    ...(outside && !isExcused ? [`value: ${outside} ("${request.value}"); ${rangeMend}`] : []),
    ...(span ? [] : [`period: names no period, or may name two ("${period}"); ${periodMend}`]),
    ...(value.kind === 'fault' ? [`value: ${value.problem} ("${request.value}"); ${value.mend}`] : []),
    ...(addressFault ? [`source: ${addressFault} ("${source}"); ${sourceMend}`] : []),
    ...(publisher.trim() === '' ? ['publisher: is empty; name who published the page'] : []),
    ...(isDay ? [] : [`published: is no existing day ("${publishedOn}"); write it as YYYY-MM-DD, such as 2025-02-28`]),
    ...(isDay && publishedOn > today ? [`published: lies in the future ("${publishedOn}"); today is ${today}`] : []),
    ...(isDay && span && publishedOn < span.end
      ? [
          `published: is before the period ends, ${span.end} ("${publishedOn}"); a value is known when its period is over`,
        ]
      : []),
    ...(qualifier === undefined
      ? [`qualifier: is none of the words allowed ("${request.qualifier}"); write one of ${qualifiers.join(', ')}`]
      : []),
  ];
  if (value.kind === 'value' && qualifier && (qualifier === 'range') !== (value.qualifier === 'range')) {
    faults.push(
      `qualifier: does not fit the value ("${request.value}"); a range is stated by both ends, such as 18-20`,
    );
  }
  if (faults.length > 0 || !span || value.kind === 'fault') {
    throw new CodedError('REQUEST_INVALID', 'the observation cannot be recorded', { faults });
  }
  const document = documents.enter({ url: source, publisher, publishedOn });
  if (!document) throw new CodedError('INTERNAL', 'one value brought more documents than a file may');
  const stated = qualifier ?? value.qualifier;
  return {
    indicatorId: indicator.id,
    ...span,
    value: value.value,
    qualifier: stated,
    halfWidth: stated === 'over' ? 0 : value.halfWidth,
    agency: request.agency || document.publisher,
    documentId: document.id,
    publishedOn,
    knownBy: publishedOn,
    knownByBasis: 'date of the document',
    status: request.status ?? 'accepted',
    note: outside && request.beyondRange?.trim() ? excused(request.note, request.beyondRange) : request.note,
  };
}

async function standingReport(db: Db, { indicatorId, start, end }: Observation): Promise<Observation | null> {
  const all = await listObservations(db, { indicatorIds: [indicatorId], asOf: endOfTime });
  return latestReport(all.filter((report) => report.start === start && report.end === end));
}

/** No day of a ledger is later. */
const endOfTime = '2200-12-31';

/**
 * Records one value a page states, with its source. Recording it again changes nothing.
 *
 * @throws CodedError INDICATOR_NOT_FOUND, REQUEST_INVALID with a line for every fault
 */
export async function observe(db: Db, request: ObserveRequest): Promise<Observed> {
  return db.transaction().execute(async (transaction) => {
    const indicator = await getIndicator(transaction, request.indicatorId);
    const documents = new DocumentBook(await listAllDocuments(transaction));
    const ranges = (await listExpectedRanges(transaction)).filter(({ indicatorId }) => indicatorId === indicator.id);
    const observation = readObservation(request, indicator, { documents, ranges });
    await lockLedger(transaction);
    const previous = await standingReport(transaction, observation);
    await upsertDocuments(transaction, documents.added);
    const added = await insertObservations(transaction, [observation]);
    if (added > 0) {
      await insertLedgerEntry(transaction, {
        packId: await getPackOfIndicator(transaction, indicator.id),
        kind: 'observe',
        author: request.author,
        origin: request.origin,
        added,
        detail: observation,
      });
    }
    return { id: readingIdOf(observation), observation, indicator, isNew: added > 0, previous };
  });
}
