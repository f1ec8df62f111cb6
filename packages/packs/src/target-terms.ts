import { describeSpan, type FiscalCalendar, parseSpan } from '@hadaf/series';
import { type ClaimTerms, type DatedGoal, type DueReading, plainTerms, type Target, termsOf } from '@hadaf/targets';
import { z } from 'zod';
import { identifier, number, optionalNumber, optionalText, text } from './cells.ts';
import type { FaultList } from './faults.ts';
import { faultReporter, type ReportFault, readRows, type Table } from './read-rows.ts';

/** The optional columns of targets.csv that say more than one value and one date. */
export const termColumns = {
  part_of: optionalText,
  supersedes: optionalText,
  hold: z.enum(['', 'yes'], { error: 'is neither empty nor yes' }),
  upper: optionalNumber,
  baseline_value: optionalNumber,
  baseline_period: optionalText,
  wording: optionalText,
};

export type TermCells = z.output<z.ZodObject<typeof termColumns>>;

export function readPeriod(label: string, calendar: FiscalCalendar): DueReading | null {
  const span = parseSpan(label, calendar);
  return span && { label: describeSpan(span, calendar), ...span };
}

function readBaseline(line: number, cells: TermCells, calendar: FiscalCalendar, report: ReportFault) {
  const { baseline_value: value, baseline_period: label } = cells;
  if (value === null && label === '') return null;
  const period = readPeriod(label, calendar);
  if (value === null) report(line, 'baseline_value', 'is empty', 'write the value the claim starts from');
  if (!period) report(line, 'baseline_period', 'names no period', 'write FY2025, calendar 2025 or 2025-06-30', label);
  return value === null || !period ? null : { value, period };
}

/** `none` says that it supersedes nothing; an empty cell leaves it to be inferred. */
function readSuperseded(cell: string): string[] | null {
  if (cell === '') return null;
  return cell === 'none' ? [] : cell.split('|').map((id) => id.trim());
}

/** What a row states beyond one value and one date; undefined where that is nothing. */
export function readTerms(
  line: number,
  cells: TermCells & { readonly value: number },
  calendar: FiscalCalendar,
  report: ReportFault,
): ClaimTerms | undefined {
  const { part_of: partOf, supersedes, hold, upper, wording } = cells;
  if (upper !== null && upper <= cells.value) {
    report(
      line,
      'upper',
      'is not above the value',
      'write the lower end as value, the upper one as upper',
      String(upper),
    );
  }
  const baseline = readBaseline(line, cells, calendar, report);
  const isPlain = partOf === '' && supersedes === '' && hold === '' && wording === '';
  if (isPlain && upper === null && baseline === null) return undefined;
  return {
    ...plainTerms,
    ...{ partOf: partOf || null, supersedes: readSuperseded(supersedes), isHeld: hold === 'yes', upper, baseline },
    ...(wording !== '' && { wording }),
  };
}

const datesSchema = z.object({ target: identifier, due: text, value: number });
export const targetDateColumns = { schema: datesSchema };

/** `target-dates.csv`: the dated goals of targets that set several, by target. */
export function readTargetDates(
  file: string,
  source: string,
  { targets, calendar }: { readonly targets: Table<Target>; readonly calendar: FiscalCalendar },
  faults: FaultList,
): ReadonlyMap<string, readonly DatedGoal[]> {
  const { rows } = readRows(file, source, targetDateColumns, faults);
  const report = faultReporter(file, faults);
  const byTarget = new Map<string, DatedGoal[]>();
  for (const { line, value: row } of rows) {
    if (!targets.ids.has(row.target)) report(line, 'target', 'is not in targets.csv', 'mend the id', row.target);
    const due = readPeriod(row.due, calendar);
    if (!due) {
      report(line, 'due', 'names no period', 'write FY2030, calendar 2030 or 2025-10-31', row.due);
      continue;
    }
    const before = byTarget.get(row.target) ?? [];
    const last = before.at(-1)?.due.end ?? '';
    if (due.end <= last)
      report(line, 'due', `is not after ${last}`, 'order the dates of a target, earliest first', row.due);
    byTarget.set(row.target, [...before, { value: row.value, due }]);
  }
  return byTarget;
}

/** Lays the dated goals beside their targets, and checks that the last one is the target's own. */
export function withDates(
  targets: Table<Target>,
  dates: ReadonlyMap<string, readonly DatedGoal[]>,
  report: ReportFault,
): Table<Target> {
  const rows = targets.rows.map(({ line, value: target }) => {
    const goals = dates.get(target.id);
    const last = goals?.at(-1);
    if (!goals || !last) return { line, value: target };
    if (target.value !== last.value) {
      report(
        line,
        'value',
        'is not the value of the last date in target-dates.csv',
        `write ${last.value}`,
        String(target.value),
      );
    }
    if (target.due[0]?.end !== last.due.end) {
      report(
        line,
        'due',
        'is not the last date in target-dates.csv',
        `write ${last.due.label}`,
        target.due[0]?.label ?? '',
      );
    }
    return { line, value: { ...target, terms: { ...termsOf(target), dates: goals } } };
  });
  return { ids: targets.ids, rows };
}
