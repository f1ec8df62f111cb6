import { describeSpan } from '../describe-span.ts';
import type { FiscalCalendar } from '../fiscal-calendar.ts';
import type { MonthBasis, SignedReport } from './derive-sums.ts';

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

function term({ sign, observation }: SignedReport, i: number, calendar: FiscalCalendar): string {
  const word = i === 0 ? '' : sign === 1 ? 'plus ' : 'less ';
  const over = observation.qualifier === 'over' ? 'over ' : '';
  return `${word}${describeSpan(observation, calendar)} ${over}${grouped.format(observation.value)}`;
}

/** `Jul–Mar FY2025 2,828 less Jul–Feb FY2025 2,486`: the arithmetic a month, or the sum around it, rests on. */
export function describeBasis({ reports }: MonthBasis, calendar: FiscalCalendar): string {
  return reports.map((report, i) => term(report, i, calendar)).join(' ');
}
