import { existsSync } from 'node:fs';
import path from 'node:path';
import { proveStatusMethods } from '@hadaf/targets';
import { readPublishedTables } from './published-tables.ts';

/** `npm run bench proof [-- --json]`: agreement of every status method with the published cases at hand. */
const data = process.env['HADAF_BENCH_DATA'] ?? path.join(import.meta.dirname, '../../../shared/data');
const folder = path.join(data, 'status-methods');

if (!existsSync(folder)) {
  console.error(`no published cases at ${folder}; set HADAF_BENCH_DATA to the folder that holds status-methods/`);
  process.exit(1);
}

const proof = proveStatusMethods(readPublishedTables(folder));

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(proof.methods, null, 1));
} else {
  console.log('file                              method                 agree  cases');
  for (const { file, method, agree, cases } of proof.files) {
    console.log(`${file.padEnd(33)} ${method.padEnd(20)} ${String(agree).padStart(7)} ${String(cases).padStart(6)}`);
  }
  for (const { method, file, caseId, expected, got, likelyCause } of proof.disagreements) {
    console.log(
      `\n${method} ${file} ${caseId}\n  published ${expected}\n  computed  ${got}\n  likely    ${likelyCause}`,
    );
  }
  console.log(`\nnot status methods of ours, left out: ${proof.leftOut.length}`);
  for (const left of proof.leftOut) console.log(`  ${left}`);
}
