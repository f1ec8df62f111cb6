import { join } from 'node:path';
import { readPublishedTables } from '@hadaf/engine';
import { proveStatusMethods } from '@hadaf/targets';
import { readOptions } from './bench-options.ts';
import { printTable } from './print-table.ts';

/** `npm run bench proof`: agreement of every status method with the published cases at hand, and every disagreement. */
const needs = 'status-methods';
const options = readOptions(needs);
const proof = proveStatusMethods(readPublishedTables(join(options.data, needs)));

if (options.json) {
  console.log(JSON.stringify(proof.methods, null, 1));
} else {
  printTable(
    'Published cases reproduced',
    ['file', 'method', 'agree', 'cases'],
    proof.files.map(({ file, method, agree, cases }) => [file, method, String(agree), String(cases)]),
  );
  for (const { method, file, caseId, expected, got, likelyCause } of proof.disagreements) {
    console.log(
      `\n${method} ${file} ${caseId}\n  published ${expected}\n  computed  ${got}\n  likely    ${likelyCause}`,
    );
  }
  console.log(`\n${proof.leftOut.length} cases of other kinds are left out:`);
  for (const left of proof.leftOut) console.log(`  ${left}`);
}
