import type { ChangedReport, ChangePart, ChangeReport, ChangeSide } from '@hadaf/engine';
import {
  amountChange,
  explainChange,
  finePercent,
  forecasterHere,
  forecastSettings,
  points,
  readCodeVersion,
} from '@hadaf/engine/change';
import { CodedError, type Config } from '@hadaf/platform';
import { formatQuantity } from '@hadaf/series';
import Table from 'cli-table3';
import { clockOf, readAsOf } from '../as-of.ts';
import { targetIdOf } from '../known-ids.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';

const causeWords = {
  'new-data': 'New data',
  revisions: 'Revision',
  'late-rows': 'Loaded late',
  readings: 'Read otherwise',
  target: 'Target',
  settings: 'Settings',
  code: 'Code, models',
} as const;

const causeWidth = 56;
const mostReports = 12;

function sideName({ asOf, runId }: ChangeSide): string {
  return `As known on ${asOf}, ${runId === null ? 'replayed' : `run ${runId.slice(0, 8)}`}`;
}

function reportLine({ knownBy, period, value, unit, isRevision, isAdded, documentId }: ChangedReport): string {
  const remark = isAdded ? (isRevision ? '  (again)' : '') : '  (no longer counted)';
  return `  ${knownBy}  ${period}  ${formatQuantity(value, unit)}${remark}  ${documentId}`;
}

function reportLines(parts: readonly ChangePart[]): string[] {
  const rows = parts.flatMap(({ reports }) => reports).toSorted((a, b) => (a.knownBy < b.knownBy ? -1 : 1));
  if (rows.length === 0) return [];
  const shown = rows.slice(-mostReports);
  const left = rows.length - shown.length;
  return [
    `${rows.length === 1 ? '1 report differs' : `${rows.length} reports differ`}${left > 0 ? `, the last ${shown.length} (all with --json)` : ''}:`,
    ...shown.map(reportLine),
  ];
}

function describe(report: ChangeReport): string {
  const { from, to, parts, unit, due, seedNoise, seeds } = report;
  const table = new Table({
    head: ['Cause', 'P, points', `Median ${due}`],
    colWidths: [causeWidth, null, null],
    colAligns: ['left', 'right', 'right'],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  table.push([sideName(from), finePercent(from.probability), formatQuantity(from.central, unit)]);
  for (const { cause, label, probability, central } of parts) {
    table.push([`${causeWords[cause]}: ${label}`, points(probability), amountChange(central, unit)]);
  }
  table.push([sideName(to), finePercent(to.probability), formatQuantity(to.central, unit)]);
  return [
    `${report.targetId}  ${report.title}`,
    report.summary,
    table.toString(),
    `Another seed alone moves P by up to ${(seedNoise * 100).toFixed(2)} points (${seeds} tried).`,
    ...reportLines(parts),
  ].join('\n');
}

export interface WhyOptions {
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly json?: boolean;
}

/** `hadaf why <target>`: why its probability and its forecast moved, by causes that sum to the change. */
export async function why(config: Config, asked: string, { from, to, asOf, json }: WhyOptions): Promise<void> {
  if (to !== undefined && asOf !== undefined) {
    throw new CodedError('REQUEST_INVALID', '--as-of is the newer side, and so is --to: give one of them');
  }
  await withSession(config, async ({ store }) => {
    const made = { forecaster: forecasterHere(), settings: forecastSettings, codeVersion: readCodeVersion() };
    if (asOf !== undefined) await readAsOf(store.db, asOf);
    const question = { targetId: await targetIdOf(store.db, asked), from, to: to ?? asOf };
    const today = await clockOf(store.db);
    const report = await explainChange({ db: store.db, today, ...made }, question);
    if (json) printer.json(report);
    else printer.data(describe(report));
  });
}
