import type { Observation } from '../observation.ts';
import { parseSpan } from '../parse-span.ts';

export const july = { firstMonth: 7 };

/** For tests: a report of a period of a July calendar. */
export function report(label: string, value: number, more: Partial<Observation> = {}): Observation {
  const span = parseSpan(label, july);
  if (!span) throw new RangeError(`no period ${label}`);
  return {
    indicatorId: 'exports',
    ...span,
    value,
    qualifier: 'exact',
    halfWidth: 0,
    agency: 'SBP',
    documentId: label,
    publishedOn: '2025-01-01',
    knownBy: '2025-01-01',
    knownByBasis: 'date',
    status: 'accepted',
    note: '',
    ...more,
  };
}
