import type { Milestone, RollOutPlan, Target } from '@hadaf/targets';
import { z } from 'zod';
import { day, identifier, number } from './cells.ts';
import type { FaultList } from './faults.ts';
import { faultReporter, type ReportFault, readRows, type Table, type TableRow } from './read-rows.ts';

const schema = z.object({
  target: identifier,
  starts_on: day,
  on: day,
  planned: number,
  source: identifier,
});
export const milestoneColumns = { schema };
type Row = z.output<typeof schema>;

/** What a milestone may refer to. */
export interface PlanContext {
  readonly targets: Table<Target>;
  readonly documents: { readonly ids: ReadonlySet<string> };
}

function checkOrder(rows: readonly TableRow<Row>[], report: ReportFault): void {
  for (const [i, { line, value }] of rows.entries()) {
    const before = rows[i - 1]?.value;
    const previous = before?.on ?? value.starts_on;
    if (value.on <= previous)
      report(line, 'on', `is not after ${previous}`, 'order milestones by day, after the start', value.on);
    if (before && value.planned < before.planned) {
      const mend = 'planned units are cumulative: write the total due by the day';
      report(line, 'planned', `is less than the milestone before, ${before.planned}`, mend, String(value.planned));
    }
    if (before && value.starts_on !== before.starts_on) {
      report(line, 'starts_on', 'differs within one plan', 'a plan starts once', value.starts_on);
    }
  }
}

/** No unit is planned for after the last reading of the target's own date. */
function checkDeadline({ line, value }: TableRow<Row>, targets: Table<Target>, report: ReportFault): void {
  const due = targets.rows.find((row) => row.value.id === value.target)?.value.due ?? [];
  const deadline = due
    .map(({ end }) => end)
    .toSorted()
    .at(-1);
  if (deadline === undefined || value.on <= deadline) return;
  report(
    line,
    'on',
    `is after the target’s date, ${deadline}`,
    'mend the milestone, or the date in targets.csv',
    value.on,
  );
}

/** Roll-out plans, one row a milestone, grouped by target in the order of the file. */
export function readPlans(file: string, source: string, context: PlanContext, faults: FaultList): RollOutPlan[] {
  const { rows } = readRows(file, source, milestoneColumns, faults);
  const report = faultReporter(file, faults);
  for (const row of rows) {
    const { line, value } = row;
    checkDeadline(row, context.targets, report);
    if (!context.targets.ids.has(value.target)) {
      report(line, 'target', 'is not in targets.csv', 'add the target, or mend its id', value.target);
    }
    if (!context.documents.ids.has(value.source)) {
      report(line, 'source', 'is not in documents.csv', 'add the document, or mend its id', value.source);
    }
  }
  return [...Map.groupBy(rows, ({ value }) => value.target)].map(([targetId, planRows]) => {
    checkOrder(planRows, report);
    const milestones: Milestone[] = planRows.map(({ value: { on, planned, source: document } }) => ({
      on,
      planned,
      source: document,
    }));
    return {
      targetId,
      startsOn: planRows[0]?.value.starts_on ?? '',
      milestones,
    };
  });
}
