import type { Figure, TargetReport } from '@hadaf/engine';
import type { Config } from '@hadaf/platform';
import { formatProbability, formatQuantity } from '@hadaf/series';
import Table from 'cli-table3';
import { reportOn } from '../day-documents.ts';
import { readReport } from '../published.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';
import { urduTarget } from '../terminal/urdu-lines.ts';

function figureRow({ label, value, unit, period, basis, note }: Figure): string[] {
  return [label, formatQuantity(value ?? Number.NaN, unit), period, [basis, note].filter(Boolean).join('; ')];
}

function figureTable(figures: readonly Figure[]): string {
  const table = new Table({
    head: ['Figure', 'Value', 'Period', 'From'],
    style: { head: [], border: [] },
    wordWrap: true,
  });
  for (const figure of figures) table.push(figureRow(figure));
  return table.toString();
}

/** What recognised rules say, and how much of their contrast is definition and how much window. */
function matrixLines({ matrix }: TargetReport): string[] {
  if (!matrix) return [];
  return ['', matrix.summary, ...(matrix.contrast ? [matrix.contrast.sentence] : [])];
}

function recordLines({ trackRecord, slips }: TargetReport): string[] {
  const past = trackRecord.map(({ dueLabel, targetValue, outcome, unit, reached, announcedBy }) => {
    const numbers = `${formatQuantity(targetValue, unit)} named, ${formatQuantity(outcome, unit)} came`;
    return `  ${dueLabel}: ${numbers}, ${reached ? 'reached' : 'missed'} (${announcedBy})`;
  });
  return [...(slips ? [slips.sentence] : []), ...(past.length > 0 ? ['', 'Earlier targets', ...past] : [])];
}

function sourceLines({ citations }: TargetReport): string[] {
  return citations.map(({ publisher, agency, url, publishedOn, knownBy, knownByBasis }) => {
    const day = publishedOn ?? `undated, public by ${knownBy} (${knownByBasis})`;
    return `  ${publisher} (${agency}), ${day}: ${url}`;
  });
}

function describe(report: TargetReport): string {
  const { probability, models } = report;
  const figures = [...report.figures, ...report.yearInProgress, ...report.whatItTakes];
  const used = models.filter(({ weight }) => weight > 0);
  return [
    `${report.targetId}  ${report.title}`,
    '',
    report.verdict,
    ...(report.staleness ? [report.staleness] : []),
    '',
    ...(probability
      ? [`P at the date ${formatProbability(probability.atDate)}, by the date ${formatProbability(probability.byDate)}`]
      : []),
    ...report.interval.map(
      ({ level, lower, upper, period }) =>
        `${level * 100} % interval ${period}: ${formatQuantity(lower, report.unit)} to ${formatQuantity(upper, report.unit)}`,
    ),
    ...(figures.length > 0 ? ['', figureTable(figures)] : []),
    ...matrixLines(report),
    ...recordLines(report),
    ...(used.length > 0
      ? ['', `Models: ${used.map(({ name, weight }) => `${name} ${(weight * 100).toFixed(0)} %`).join(', ')}`]
      : []),
    ...report.caveats.map((caveat) => `  – ${caveat}`),
    '',
    'Sources',
    ...sourceLines(report),
    '',
    `As known on ${report.asOf}; run ${report.runId}.`,
  ].join('\n');
}

interface TargetOptions {
  readonly json?: boolean;
  readonly asOf?: string;
  readonly language?: 'en' | 'ur';
}

/** `hadaf target <id>`: verdict, figures, models and sources of one target, published or as known on an earlier day. */
export async function target(config: Config, id: string, options: TargetOptions): Promise<void> {
  await withSession(config, async (session) => {
    const { asOf } = options;
    const report = asOf === undefined ? await readReport(session.store.db, id) : await reportOn(session, id, asOf);
    if (options.json) printer.json(report);
    else printer.data(options.language === 'ur' ? urduTarget(report) : describe(report));
  });
}
