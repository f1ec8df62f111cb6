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

/** How a table is laid out: the width of the terminal, and whether colours are left out. */
export interface TableLook {
  readonly width: number;
  readonly plain: boolean;
}

interface Columns {
  readonly head: readonly string[];
  readonly aligns: readonly ('left' | 'right')[];
  /** Null: as wide as its text. */
  readonly widths: readonly (number | null)[];
}

/** Where the terminal says nothing, it is taken to be this wide. */
const usualWidth = 120;

/** The look of the terminal a stream leads to. */
export function lookOf(stream: NodeJS.WriteStream): TableLook {
  return { width: stream.columns ?? usualWidth, plain: stream.isTTY !== true };
}

function tableOf({ head, aligns, widths }: Columns, rows: readonly string[][], plain: boolean): string {
  const table = new Table({
    head: [...head],
    colWidths: [...widths],
    colAligns: [...aligns],
    wordWrap: true,
    style: { head: plain ? [] : ['bold'], border: plain ? [] : ['gray'] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  table.push(...rows);
  return table.toString();
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** A promise with the other targets that repeat it. */
interface Promised extends TargetSummary {
  readonly repeatedBy: readonly string[];
}

/** Each promise once, under the target that stands for those that repeat it. */
function promisesOf(targets: readonly TargetSummary[]): Promised[] {
  const ids = new Set(targets.map(({ targetId }) => targetId));
  const isRepeat = ({ samePromiseAs }: TargetSummary): boolean => samePromiseAs !== null && ids.has(samePromiseAs);
  return targets
    .filter((target) => !isRepeat(target))
    .map((target) => {
      const repeats = targets.filter(({ samePromiseAs }) => samePromiseAs === target.targetId);
      return { ...target, repeatedBy: repeats.map(({ targetId }) => targetId).toSorted() };
    });
}

function name({ targetId, title, repeatedBy }: Promised): string {
  return `${targetId}  ${title}${repeatedBy.length === 0 ? '' : ` (also ${repeatedBy.join(', ')})`}`;
}

const rate = (value: number | null): string => (value === null ? '–' : formatShare(value));

function latestOf({ latest }: TargetSummary): string {
  return latest?.value == null ? '–' : `${formatQuantity(latest.value, latest.unit)}  ${latest.period}`;
}

/** Open targets: target, latest, required growth a year, achieved growth last year, P at the date, status. */
function openTable(targets: readonly Promised[], { width, plain }: TableLook): string {
  const columns: Columns = {
    head: ['Target', 'Latest', 'Required', 'Achieved', 'P', 'Status'],
    aligns: ['left', 'right', 'right', 'right', 'right', 'left'],
    widths: [within(width - 69, 24, 64), null, null, null, null, null],
  };
  const rows = targets.map((target) => {
    const status = target.status.replace('-', ' ');
    return [
      name(target),
      latestOf(target),
      rate(target.requiredGrowth),
      rate(target.achievedGrowth),
      target.probability ? formatProbability(target.probability.atDate) : '–',
      plain ? status : marks[target.status](status),
    ];
  });
  return tableOf(columns, rows, plain);
}

/** Targets with a reason in place of figures. */
function reasonTable(heading: string, targets: readonly Promised[], { width, plain }: TableLook): string {
  const wide = within(width - 30, 40, 110);
  const columns: Columns = {
    head: [heading, 'Due', ''],
    aligns: ['left', 'left', 'left'],
    widths: [Math.ceil(wide / 2), null, Math.floor(wide / 2)],
  };
  const rows = targets.map((target) => [
    name(target),
    target.dueLabel,
    plain ? target.reason : marks[target.status](target.reason),
  ]);
  return tableOf(columns, rows, plain);
}

function countWords(targets: readonly TargetSummary[]): string {
  const counts = [...Map.groupBy(targets, ({ status }) => status)].map(
    ([status, own]) => `${own.length} ${status.replace('-', ' ')}`,
  );
  return `${counts.join(', ')}: hadaf targets --all`;
}

/** Whether its date has passed while nothing says what came of it. */
const isUnpublished =
  (asOf: string) =>
  ({ dueEnd }: TargetSummary): boolean =>
    dueEnd !== null && dueEnd < asOf;

/**
 * The verdicts of a run, each promise once: open targets, those whose date has passed without an outcome, how past ones
 * ended, and what has no verdict, in full or as a count.
 */
export function verdicts(
  { targets: published, asOf }: Pick<IndexReport, 'targets' | 'asOf'>,
  look: TableLook & { readonly all: boolean },
): string {
  const targets = promisesOf(published);
  const settled = targets.filter(({ isSettled }) => isSettled);
  const isMute = ({ status }: TargetSummary): boolean => status.startsWith('not-');
  const assessed = targets.filter((target) => !target.isSettled && !isMute(target));
  const unpublished = assessed.filter(isUnpublished(asOf));
  const open = assessed.filter((target) => !unpublished.includes(target));
  const mute = targets.filter((target) => !target.isSettled && isMute(target));
  const reached = settled.filter(({ status }) => status === 'achieved').length;
  return [
    openTable(open, look),
    ...(unpublished.length > 0 ? [reasonTable('Due, outcome not published', unpublished, look)] : []),
    ...(settled.length > 0 ? [reasonTable(`Past: ${reached} of ${settled.length} reached`, settled, look)] : []),
    ...(look.all && mute.length > 0 ? [reasonTable('Without a verdict', mute, look)] : []),
    ...(!look.all && mute.length > 0 ? [countWords(mute)] : []),
  ].join('\n');
}
