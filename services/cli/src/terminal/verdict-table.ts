import type { IndexReport, TargetSummary } from '@hadaf/engine';
import { formatProbability, formatQuantity, formatShare } from '@hadaf/series';
import Table from 'cli-table3';
import pico from 'picocolors';

const marks: Readonly<Record<TargetSummary['status'], (text: string) => string>> = {
  achieved: pico.green,
  'on-track': pico.green,
  'at-risk': pico.yellow,
  'off-track': pico.red,
  'not-assessable': pico.dim,
  'not-measurable': pico.dim,
};

const headings = ['Target', 'Latest', 'Required', 'Achieved', 'P', 'Status'];

function rate(value: number | null): string {
  return value === null ? '–' : formatShare(value);
}

function latestOf({ latest }: TargetSummary): string {
  return latest?.value == null ? '–' : `${formatQuantity(latest.value, latest.unit)}  ${latest.period}`;
}

function rowOf(target: TargetSummary, plain: boolean): string[] {
  const status = target.isSettled ? target.reason : target.status.replace('-', ' ');
  return [
    `${target.targetId}  ${target.title}`,
    latestOf(target),
    rate(target.isSettled ? null : target.requiredGrowth),
    rate(target.achievedGrowth),
    target.probability ? formatProbability(target.probability.atDate) : '–',
    plain ? status : marks[target.status](status),
  ];
}

/** Characters of a row besides the first column: the other columns and their gaps. */
const otherColumns = 72;
const narrowestTitle = 24;

/**
 * The verdict table: target, latest, required growth a year, achieved growth last year, P at the date, status.
 *
 * @param width  columns of the terminal; titles are wrapped to it
 */
export function verdictTable(targets: IndexReport['targets'], width: number, plain = false): string {
  const table = new Table({
    head: headings,
    colWidths: [Math.max(narrowestTitle, Math.min(64, width - otherColumns))],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'left'],
    wordWrap: true,
    style: {
      head: plain ? [] : ['bold'],
      border: plain ? [] : ['gray'],
      'padding-left': 1,
      'padding-right': 1,
    },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const target of targets) table.push(rowOf(target, plain));
  return table.toString();
}

/** How many targets the table leaves out, by status. */
export function otherTargets(targets: IndexReport['targets'], shown: number): string {
  const rest = targets.slice(shown);
  const counts = [...Map.groupBy(rest, ({ status }) => status)].map(
    ([status, own]) => `${own.length} ${status.replace('-', ' ')}`,
  );
  return counts.length > 0 ? `and ${counts.join(', ')}: hadaf targets --all` : '';
}
