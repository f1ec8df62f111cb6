import { describeSpan, type IsoDate, latestReport, type Observation, observationsAsOf, parseSpan } from '@hadaf/series';
import type { Pack } from '../pack.ts';
import type { Quantity } from './formula.ts';
import { around } from './interval.ts';

const referencePattern = /^([\w-]+)\[([^\]]*)\](?:@([\w.-]+))?$/;

/** A stored number a formula rests on. */
export interface ResolvedReference {
  readonly reference: string;
  readonly quantity: Quantity;
  readonly documentId: string;
  /** What the number is, in words: `ICT services exports, Jul–Mar FY2025`. */
  readonly name: string;
  readonly unit: string;
  /** Last day of the period of the number; null for a claim or a target. */
  readonly end: IsoDate | null;
}

/** An open lower bound is an interval without an upper end. */
function quantityOf({ value, halfWidth, qualifier }: Pick<Observation, 'value' | 'halfWidth' | 'qualifier'>): Quantity {
  const interval = around(value, halfWidth);
  return { value, interval: qualifier === 'over' ? { lower: value, upper: Number.POSITIVE_INFINITY } : interval };
}

function resolveObservation(name: string, period: string, documentId: string | undefined, pack: Pack, asOf: IsoDate) {
  const span = parseSpan(period, pack.calendar);
  if (!span) return null;
  const reports = observationsAsOf(pack.observations, asOf).filter(
    ({ indicatorId, start, end }) => indicatorId === name && start === span.start && end === span.end,
  );
  const printed = reports.find((report) => report.documentId === documentId);
  const report = documentId === undefined ? latestReport(reports) : printed;
  if (!report) return null;
  const indicator = pack.indicators.find(({ id }) => id === name);
  const words = `${indicator?.name ?? name}, ${describeSpan(span, pack.calendar)}`;
  const { end } = report;
  return { quantity: quantityOf(report), documentId: report.documentId, name: words, unit: indicator?.unit ?? '', end };
}

/**
 * The stored number a reference names: `claim[S2-06]`, `target[T04]`, `exports[FY2025]` (the latest report) or
 * `exports[FY2025]@page` (what one document printed, suspect or not).
 *
 * @returns null where nothing of that name was known
 */
export function resolveReference(reference: string, pack: Pack, asOf: IsoDate): ResolvedReference | null {
  const match = referencePattern.exec(reference);
  if (!match) return null;
  const [, name = '', key = '', documentId] = match;
  if (name === 'claim') {
    const claim = pack.claims.find(({ id }) => id === key);
    if (!claim) return null;
    const words = `${claim.subject} as claim ${claim.id} states it`;
    return {
      reference,
      quantity: quantityOf(claim),
      documentId: claim.documentId,
      name: words,
      unit: claim.unit,
      end: null,
    };
  }
  if (name === 'target') {
    const target = pack.targets.find(({ id }) => id === key);
    if (!target) return null;
    const quantity = quantityOf({ value: target.value, halfWidth: 0, qualifier: 'exact' });
    const { documentId, title, unit } = target;
    return { reference, quantity, documentId, name: `target ${target.id}, “${title}”`, unit, end: null };
  }
  const found = resolveObservation(name, key, documentId, pack, asOf);
  return found && { reference, ...found };
}
