import type { FiscalCalendar, Indicator } from '@hadaf/series';
import { z } from 'zod';
import { choice, identifier, optionalText, text } from './cells.ts';
import type { FaultList } from './faults.ts';
import { faultReporter, readRows, type Table } from './read-rows.ts';

const schema = z.object({
  id: identifier,
  name: text,
  unit: text,
  kind: choice('flow', 'stock', 'share'),
  frequency: choice('month', 'quarter', 'year', 'irregular'),
  definition: text,
  variant_of: optionalText,
});
export const indicatorColumns = { schema, optional: ['variant_of'] };

export function readIndicators(
  file: string,
  source: string,
  calendar: FiscalCalendar,
  faults: FaultList,
): Table<Indicator> {
  const { rows, ids } = readRows(file, source, indicatorColumns, faults);
  const report = faultReporter(file, faults);
  for (const { line, value } of rows) {
    if (value.variant_of === '' || (ids.has(value.variant_of) && value.variant_of !== value.id)) continue;
    report(
      line,
      'variant_of',
      'names no other indicator',
      'name the id of another row, or leave it empty',
      value.variant_of,
    );
  }
  return {
    ids,
    rows: rows.map(({ line, value: { variant_of, ...indicator } }) => ({
      line,
      value: { ...indicator, calendar, variantOf: variant_of || null },
    })),
  };
}
