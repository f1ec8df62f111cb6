import { z } from 'zod';
import { identifier, optionalNumber, optionalText } from './cells.ts';
import type { FaultList } from './faults.ts';
import { faultReporter, readRows } from './read-rows.ts';

/** Values of an indicator outside this range are slips until somebody says otherwise; null leaves a side open. */
export interface ExpectedRange {
  readonly indicatorId: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly because: string;
}

const schema = z.object({ indicator: identifier, low: optionalNumber, high: optionalNumber, because: optionalText });

/** Whether a value lies inside, both ends included. */
export function isExpected({ low, high }: ExpectedRange, value: number): boolean {
  return (low === null || value >= low) && (high === null || value <= high);
}

export function readExpectedRanges(
  file: string,
  source: string,
  indicators: { readonly ids: ReadonlySet<string> },
  faults: FaultList,
): ExpectedRange[] {
  const { rows } = readRows(file, source, { schema, optional: ['because'] }, faults);
  const report = faultReporter(file, faults);
  const seen = new Set<string>();
  return rows.map(({ line, value: { indicator, ...range } }) => {
    if (!indicators.ids.has(indicator)) report(line, 'indicator', 'is not in indicators.csv', 'mend the id', indicator);
    if (seen.has(indicator)) report(line, 'indicator', 'has a range already', 'keep one row', indicator);
    seen.add(indicator);
    if (range.low !== null && range.high !== null && range.high < range.low) {
      report(line, 'high', `is below the low end, ${range.low}`, 'exchange them', String(range.high));
    }
    return { indicatorId: indicator, ...range };
  });
}
