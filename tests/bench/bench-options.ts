import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** What every benchmark is asked with. */
export interface BenchOptions {
  /** Where `competitions/`, `nist/` and `panel/` are. */
  readonly data: string;
  /** Series per data set and frequency at most. */
  readonly limit: number;
  readonly seed: number;
  /** Series per data set and frequency for slower peers at most; null leaves each its own number. */
  readonly peers: number | null;
  readonly json: boolean;
}

const root = join(import.meta.dirname, '../..');

/** Stops the process, saying so, when the data a benchmark needs are not there. */
export function readOptions(needs: string): BenchOptions {
  const { values } = parseArgs({
    allowPositionals: true,
    options: {
      limit: { type: 'string' },
      seed: { type: 'string' },
      peers: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const data = process.env['HADAF_BENCH_DATA'] ?? join(root, '../shared/data');
  if (!existsSync(join(data, needs))) {
    console.error(`The benchmark's data are missing: there is no ${needs} in ${data}.`);
    console.error('Set HADAF_BENCH_DATA to a folder that has it. Nothing was measured.');
    process.exit(1);
  }
  const limit = Number(values.limit ?? Number.POSITIVE_INFINITY);
  const seed = Number(values.seed ?? 1);
  const peers = values.peers === undefined ? null : Number(values.peers);
  if (!(limit >= 1) || !Number.isInteger(seed) || (peers !== null && !(peers >= 1))) {
    console.error('--limit and --peers take a number of series of at least 1, --seed an integer.');
    process.exit(1);
  }
  return { data, limit, seed, peers, json: values.json ?? false };
}
