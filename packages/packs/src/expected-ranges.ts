import { type FiscalCalendar, type PeriodLength, periodLength, periodLengths, type Span } from '@hadaf/series';
import { z } from 'zod';
import { choice, identifier, optionalNumber, optionalText } from './cells.ts';
import type { FaultList } from './faults.ts';
import { faultReporter, readRows } from './read-rows.ts';

/** Values of an indicator outside this range are slips until somebody says otherwise; null leaves a side open. */
export interface ExpectedRange {
  readonly indicatorId: string;
  /** Null: of periods of any length that has no range of its own. */
  readonly length: PeriodLength | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly because: string;
}

const schema = z.object({
  indicator: identifier,
  length: choice('', ...periodLengths),
  low: optionalNumber,
  high: optionalNumber,
  because: optionalText,
});
export const expectedRangeColumns = { schema, optional: ['length', 'because'] };

/** Whether a value lies inside, both ends included. */
export function isExpected({ low, high }: ExpectedRange, value: number): boolean {
  return (low === null || value >= low) && (high === null || value <= high);
}

/** The range for values of a period among those of its indicator: that of its length, else that of any length. */
export function expectedRangeOf(
  ranges: readonly ExpectedRange[],
  span: Span,
  calendar: FiscalCalendar,
): ExpectedRange | undefined {
  const length = ranges.some((range) => range.length !== null) ? periodLength(span, calendar) : null;
  const own = length === null ? undefined : ranges.find((range) => range.length === length);
  return own ?? ranges.find((range) => range.length === null);
}

export function readExpectedRanges(
  file: string,
  source: string,
  indicators: { readonly ids: ReadonlySet<string> },
  faults: FaultList,
): ExpectedRange[] {
  const { rows } = readRows(file, source, expectedRangeColumns, faults);
  const report = faultReporter(file, faults);
  const seen = new Set<string>();
  return rows.map(({ line, value: { indicator, length, ...range } }) => {
    const key = `${indicator} ${length}`;
    if (!indicators.ids.has(indicator)) report(line, 'indicator', 'is not in indicators.csv', 'mend the id', indicator);
    if (seen.has(key)) report(line, 'indicator', 'has such a range already', 'keep one row', indicator);
    seen.add(key);
    if (range.low !== null && range.high !== null && range.high < range.low) {
      report(line, 'high', `is below the low end, ${range.low}`, 'exchange them', String(range.high));
    }
    return { indicatorId: indicator, length: length === '' ? null : length, ...range };
  });
}
