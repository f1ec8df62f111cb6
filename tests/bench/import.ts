import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, createWriteStream, mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { bundledPackFolder, loadPack } from '@hadaf/engine';
import { createLogger, openEmbeddedPostgres } from '@hadaf/platform';
import { migrate, openStore } from '@hadaf/store';
import { fixed, printTable } from './print-table.ts';

/**
 * An import of a million rows through the product's own doors, the terminal and HTTP, each step a process of its own
 * from its start to its end, into a database of its own.
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

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** Has a process say at its end how much memory it had at most. */
const reportPeak =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS))";

/** The heap is bounded as `npm run hadaf -- import` and `npm start` bound it. */
function start(script: string, options: readonly string[], env: NodeJS.ProcessEnv): Child {
  const path = join(import.meta.dirname, '../..', script);
  const heap = `--max-semi-space-size=${options[0] === 'import' ? 8 : 4}`;
  return spawn(process.execPath, [heap, '--import', reportPeak, path, ...options], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What a process wrote, and its peak in MB; after its end. */
async function endOf(child: Child): Promise<{ output: string; peakMegabytes: number }> {
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const peak = /peak (\d+)$/.exec(errors)?.[1];
  if (child.exitCode !== 0 || peak === undefined) throw new Error(`${child.spawnargs.join(' ')}: ${output}${errors}`);
  return { output, peakMegabytes: Number(peak) / 1024 };
}

/** `hadaf import`, from the start of the process to its end. */
async function throughTerminal(step: string, options: readonly string[], env: NodeJS.ProcessEnv): Promise<ImportRow> {
  const begin = performance.now();
  const { output, peakMegabytes } = await endOf(
    start('services/cli/src/main.ts', ['import', '--json', ...options], env),
  );
  const { rows } = JSON.parse(output) as { rows: number };
  return { step, rows, seconds: (performance.now() - begin) / 1000, peakMegabytes };
}

async function addressOf(service: Child): Promise<string> {
  for await (const line of createInterface({ input: service.stderr })) {
    const address = /"reporting\.listening","address":"([^"]+)"/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('the reporting service ended before it listened');
}

/** `POST /v1/observations:import` to a reporting service just started. */
async function throughHttp(step: string, path: string, env: NodeJS.ProcessEnv): Promise<ImportRow> {
  const service = start('services/reporting/src/main.ts', [], { ...env, HADAF_PORT: '0' });
  const url = `${await addressOf(service)}/v1/observations:import?apply=true`;
  const begin = performance.now();
  const body = await openAsBlob(path);
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'text/csv' }, body });
  if (!answer.ok) throw new Error(await answer.text());
  const { rows } = (await answer.json()) as { rows: number };
  const seconds = (performance.now() - begin) / 1000;
  const ended = endOf(service);
  service.kill('SIGTERM');
  return { step, rows, seconds, peakMegabytes: (await ended).peakMegabytes };
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
  const env = { DATABASE_URL: server.connectionString, HADAF_STATE_DIR: join(folder, 'state') };
  const rows = [
    await throughTerminal('hadaf import', [path], env),
    await throughTerminal('hadaf import --apply', [path, '--apply'], env),
    await throughHttp('HTTP, apply, known already', path, env),
  ];
  if (values.json) console.log(JSON.stringify(rows));
  else {
    printTable(
      'An import: read, checked, compared with the ledger, added in one transaction',
      ['step', 'rows', 'seconds', 'peak MB of its process'],
      rows.map((row) => [row.step, String(row.rows), fixed(row.seconds, 1), fixed(row.peakMegabytes, 0)]),
    );
  }
} finally {
  await store.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
