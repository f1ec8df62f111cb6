import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { faultLine, type ImportReport, importObservations } from '@hadaf/engine';
import { CodedError, type Config } from '@hadaf/platform';
import { describeReported } from '@hadaf/series';
import Table from 'cli-table3';
import { assessAgain } from '../ask-for-run.ts';
import { authorOf } from '../author.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';

export interface ImportOptions {
  readonly apply?: boolean;
  readonly beyondRange?: string;
  readonly by?: string;
  readonly json?: boolean;
}

function previousOf(row: ImportReport['firstRows'][number]): string {
  const { previous: value, previousHalfWidth: halfWidth, previousQualifier: qualifier } = row;
  return value === null || halfWidth === null || qualifier === null
    ? '–'
    : describeReported({ value, halfWidth, qualifier });
}

function describe({ rows, new: fresh, revised, known, repeated, firstRows, isApplied }: ImportReport): string {
  const counts = `${rows} rows: ${fresh} new, ${revised} revised, ${known} known already${repeated > 0 ? `, ${repeated} repeat another row` : ''}`;
  const table = new Table({
    head: ['Row', 'Change', 'Indicator', 'Period', 'Value', 'Before'],
    style: { head: [], border: [] },
  });
  for (const row of firstRows) {
    const { line, kind, indicatorId, start, end } = row;
    table.push([line, kind, indicatorId, `${start} to ${end}`, describeReported(row), previousOf(row)]);
  }
  const shown = firstRows.length > 0 && !isApplied ? [table.toString()] : [];
  return [counts, ...shown].join('\n');
}

async function openFile(path: string) {
  const found = await stat(path).catch(() => null);
  if (!found) throw new CodedError('REQUEST_INVALID', `no file ${path}`);
  if (!found.isFile()) {
    const what = found.isDirectory() ? 'a folder' : 'a device or a pipe';
    throw new CodedError('REQUEST_INVALID', `${path} is ${what}; give the path of a CSV file`);
  }
  return createReadStream(path);
}

/**
 * `hadaf import <file>`: what a file of observations would change, or with `--apply` the change.
 *
 * @returns the exit code: 1 where the file has faults
 */
export async function importFile(config: Config, path: string, options: ImportOptions): Promise<number> {
  const bytes = await openFile(path);
  return withSession(config, async ({ store }) => {
    const isApplied = options.apply ?? false;
    const who = { author: authorOf(options.by), origin: resolve(path) };
    const beyondRange = options.beyondRange ?? null;
    const request = { bytes, name: basename(path), ...who, beyondRange, isApplied };
    const result = await importObservations(store, request);
    if (result.kind === 'faulty') {
      const { faults, count } = result;
      if (options.json) printer.json({ valid: false, count, faults });
      else for (const fault of faults) printer.data(faultLine(fault));
      printer.note(`${path}: ${count} ${count === 1 ? 'fault' : 'faults'}; nothing was loaded`);
      return 1;
    }
    const { report } = result;
    if (options.json) printer.json({ valid: true, ...report });
    else printer.data(describe(report));
    if (!isApplied) printer.note('nothing was changed; --apply loads it');
    else if (report.new + report.revised > 0) printer.note(await assessAgain(store.db));
    return 0;
  });
}
