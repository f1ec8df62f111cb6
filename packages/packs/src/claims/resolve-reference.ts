import { type IsoDate, latestReport, type Observation, observationsAsOf, parseSpan } from '@hadaf/series';
import type { Pack } from '../pack.ts';
import type { Quantity } from './formula.ts';
import { around } from './interval.ts';

const referencePattern = /^([\w-]+)\[([^\]]*)\](?:@([\w.-]+))?$/;

/** A stored number a formula rests on. */
export interface ResolvedReference {
  readonly reference: string;
  readonly quantity: Quantity;
  readonly documentId: string;
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
  return report ? { quantity: quantityOf(report), documentId: report.documentId, end: report.end } : null;
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
    return claim ? { reference, quantity: quantityOf(claim), documentId: claim.documentId, end: null } : null;
  }
  if (name === 'target') {
    const target = pack.targets.find(({ id }) => id === key);
    const exact = target && { value: target.value, halfWidth: 0, qualifier: 'exact' as const };
    return exact ? { reference, quantity: quantityOf(exact), documentId: target.documentId, end: null } : null;
  }
  const found = resolveObservation(name, key, documentId, pack, asOf);
  return found && { reference, ...found };
}
