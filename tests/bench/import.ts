import { chmodSync, createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { bundledPackFolder, importObservations, loadPack } from '@hadaf/engine';
import { createLogger, openEmbeddedPostgres } from '@hadaf/platform';
import { migrate, openStore, type Store } from '@hadaf/store';
import { fixed, printTable } from './print-table.ts';

/**
 * An import of a million rows, through the product's own door, into a database of its own.
 *
 * Goal: 30 s and 300 MB for 1,000,000 rows. `--rows` takes another number, `--json` prints one document.
 */
interface ImportRow {
  readonly step: string;
  readonly rows: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
}

const usualRows = 1_000_000;
const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Months of many years over and over, each row another value: what a ledger of vintages looks like. */
function* csvLines(rows: number): Generator<string> {
  yield 'indicator,start,end,value,qualifier,half_width,agency,document,known_by,known_by_basis,status,note\n';
  for (let i = 0; i < rows; i += 1) {
    const month = i % 12;
    const year = 1950 + (Math.floor(i / 12) % 70);
    const name = `${year}-${String(month + 1).padStart(2, '0')}`;
    const value = (100 + i / 100).toFixed(2);
    yield `ict_services_exports,${name}-01,${name}-${daysOfMonths[month]},${value},exact,0.005,SBP,app-2025-06-09,,,accepted,row ${i}\n`;
  }
}

async function timed(store: Store, step: string, path: string, isApplied: boolean): Promise<ImportRow> {
  const start = performance.now();
  const request = { bytes: createReadStream(path), name: 'rows.csv', author: 'bench', origin: 'bench', isApplied };
  const result = await importObservations(store, request);
  if (result.kind === 'faulty') throw new Error(`the file is faulty: ${JSON.stringify(result.faults[0])}`);
  return {
    step,
    rows: result.report.rows,
    seconds: (performance.now() - start) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

const { values } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string' }, json: { type: 'boolean' } },
});
const folder = mkdtempSync(join(tmpdir(), 'hadaf-import-'));
chmodSync(folder, 0o755); // as root the server runs as `nobody`, who must be able to enter
const log = createLogger({ level: 'warn' });
const server = await openEmbeddedPostgres({ stateDir: folder, log });
const store = openStore({ connectionString: server.connectionString, log });
try {
  await migrate(store.db);
  await loadPack(store.db, bundledPackFolder());
  const path = join(folder, 'rows.csv');
  await pipeline(csvLines(Number(values.rows ?? usualRows)), createWriteStream(path));
  const rows = [
    await timed(store, 'dry run', path, false),
    await timed(store, 'applied', path, true),
    await timed(store, 'applied again', path, true),
  ];
  if (values.json) console.log(JSON.stringify(rows));
  else {
    printTable(
      'An import: read, checked, compared with the ledger, added in one transaction',
      ['step', 'rows', 'seconds', 'peak MB of this process'],
      rows.map((row) => [row.step, String(row.rows), fixed(row.seconds, 1), fixed(row.peakMegabytes, 0)]),
    );
  }
} finally {
  await store.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
