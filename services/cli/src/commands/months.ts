import { type IndicatorMonths, type MonthConflict, type MonthRow, monthsAsOf, type YearRow } from '@hadaf/engine';
import { CodedError, type Config } from '@hadaf/platform';
import { counted, parseSpan } from '@hadaf/series';
import { getIndicator, getPackOfIndicator } from '@hadaf/store';
import Table from 'cli-table3';
import { readAsOf } from '../as-of.ts';
import { indicatorIdOf } from '../known-ids.ts';
import { readDocument } from '../published.ts';
import { type Session, withSession } from '../session.ts';
import { isTerminal, printer } from '../terminal/printer.ts';

/** Columns to use where the terminal does not say, and those of month, value, deviation and label. */
const usualWidth = 120;
const otherColumns = 50;
const plain = { style: { head: [], border: [] } };

interface MonthsOptions {
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly json?: boolean;
}

/** What the published run says; on an earlier day, what was known then. */
async function readMonths({ store }: Session, asked: string, asOf: string | undefined): Promise<IndicatorMonths> {
  const id = await indicatorIdOf(store.db, asked);
  if (asOf !== undefined) {
    return monthsAsOf(store.db, id, await readAsOf(store.db, asOf, await getPackOfIndicator(store.db, id)));
  }
  const body = await readDocument(store.db, `/v1/indicators/${id}`);
  if (body !== null) return JSON.parse(body);
  const { kind } = await getIndicator(store.db, id);
  const because =
    kind === 'flow'
      ? 'no month of it was known to the published run'
      : `a ${kind} is counted on a day and not added up`;
  throw new CodedError('REQUEST_INVALID', `${id} has no months: ${because}; its values: hadaf observations ${id}`);
}

/** First and last day of what was asked for, in the indicator's calendar. */
function windowOf({ from, to }: MonthsOptions, { indicator }: IndicatorMonths): readonly [string, string] {
  const spanOf = (label: string, option: string) => {
    const span = parseSpan(label, indicator.calendar);
    if (span) return span;
    throw new CodedError('REQUEST_INVALID', `${option} takes a period such as 2024-07, FY25 or 2024-25, got ${label}`);
  };
  const start = from === undefined ? '0000-01-01' : spanOf(from, '--from').start;
  const end = to === undefined ? '9999-12-31' : spanOf(to, '--to').end;
  if (start > end) throw new CodedError('REQUEST_INVALID', `--from ${from} lies after --to ${to}`);
  return [start, end];
}

const isInside =
  ([start, end]: readonly [string, string]) =>
  (row: { readonly start: string; readonly end: string }) =>
    row.start <= end && row.end >= start;

/** The parts of a report that lie within a window. */
function within(report: IndicatorMonths, window: readonly [string, string]): IndicatorMonths {
  const inside = isInside(window);
  return {
    ...report,
    months: report.months.filter(inside),
    years: report.years.filter(({ published }) => inside(published)),
    conflicts: report.conflicts.filter(({ reports }) => reports.some(inside)),
  };
}

function sourceWords({ documents }: IndicatorMonths, report: { document: string; agency: string; knownBy: string }) {
  const document = documents[report.document];
  const day = document?.publishedOn ? `published ${document.publishedOn}` : `undated, public by ${report.knownBy}`;
  return `${report.agency || document?.publisher || report.document}, ${day} (${report.document})`;
}

function restsOnWords(month: MonthRow, report: IndicatorMonths): string {
  const { restsOn, label } = month;
  if (restsOn === null) return 'no report covers it';
  const sources = restsOn.reports.map((one) => sourceWords(report, one)).join('; ');
  const share = label === 'estimated' ? `its share of ${restsOn.period}: ` : '';
  return `${share}${restsOn.arithmetic}. ${sources}`;
}

function monthTable(report: IndicatorMonths, width: number): string {
  const table = new Table({
    head: ['Month', report.indicator.unit, '±', 'How', 'Rests on'],
    colWidths: [null, null, null, null, Math.max(40, width - otherColumns)],
    colAligns: ['left', 'right', 'right', 'left', 'left'],
    wordWrap: true,
    ...plain,
  });
  for (const month of report.months) {
    const { period, value, standardDeviation, label } = month;
    const [shown, deviation] = [value?.toFixed(1) ?? '–', standardDeviation?.toFixed(1) ?? '–'];
    table.push([period, shown, deviation, label, restsOnWords(month, report)]);
  }
  return table.toString();
}

function signed(value: number): string {
  const rounded = value.toFixed(1);
  return Number(rounded) === 0 ? '0.0' : value > 0 ? `+${rounded}` : rounded;
}

function yearTable({ years, indicator }: IndicatorMonths): string {
  const head = ['Year', `Published, ${indicator.unit}`, 'Twelve months', 'Difference', 'Within print', 'Other prints'];
  const table = new Table({ head, colAligns: ['left', 'right', 'right', 'right', 'left', 'left'], ...plain });
  const printOf = ({ value, halfWidth, qualifier }: YearRow['published']) =>
    `${qualifier === 'over' ? 'over ' : ''}${value}${halfWidth > 0 ? ` ± ${halfWidth}` : ''}`;
  for (const { fiscalYear, published, sum, difference, isWithinPrint, explanation, others } of years) {
    const differs = difference === null ? '–' : signed(difference);
    const verdict = isWithinPrint ? 'yes' : `no: ${explanation}`;
    const earlier = others.map((other) => `${printOf(other)} (${other.knownBy})`).join(', ');
    table.push([fiscalYear, printOf(published), sum?.toFixed(1) ?? '–', differs, verdict, earlier]);
  }
  return table.toString();
}

const kinds: Readonly<Record<MonthConflict['kind'], string>> = {
  sums: 'Sums that cannot hold together',
  suspect: 'Reports left out',
  revision: 'Revised, or printed differently',
};

function conflictLines(report: IndicatorMonths, kind: MonthConflict['kind']): string[] {
  const own = report.conflicts.filter((conflict) => conflict.kind === kind);
  if (own.length === 0) return [];
  const { unit } = report.indicator;
  const lines = own.flatMap(({ reports, excess, impliesNegative, likelyCulprit, reason }) => [
    '',
    ...reports.map(
      (one) =>
        `  ${one.period} ${one.value}${one.halfWidth > 0 ? ` ± ${one.halfWidth}` : ''}, ${sourceWords(report, one)}`,
    ),
    `  apart by ${Number(excess.toPrecision(3))} ${unit}${impliesNegative ? ', or a month is negative' : ''}; likely: ${likelyCulprit.period} ${likelyCulprit.value}`,
    `  ${reason}`,
  ]);
  return ['', `${kinds[kind]}: ${own.length}`, ...lines];
}

/** `hadaf months <indicator>`: the reconciled monthly series, what each month rests on, years and conflicts. */
export async function months(config: Config, id: string, options: MonthsOptions): Promise<void> {
  await withSession(config, async (session) => {
    const all = await readMonths(session, id, options.asOf);
    const report = within(all, windowOf(options, all));
    if (options.json) return printer.json(report);
    const width = isTerminal(process.stdout) ? (process.stdout.columns ?? usualWidth) : usualWidth;
    const conflicts = (['sums', 'suspect', 'revision'] as const).flatMap((kind) => conflictLines(report, kind));
    printer.data([monthTable(report, width), '', yearTable(report), ...conflicts].join('\n'));
    const counts = [...Map.groupBy(report.months, ({ label }) => label)].map(
      ([label, own]) => `${own.length} ${label}`,
    );
    printer.note(`\n${counted(report.months.length, 'month')} as known on ${report.asOf}: ${counts.join(', ')}`);
  });
}
