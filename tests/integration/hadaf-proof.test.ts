import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { citedCases } from '@hadaf/targets';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const main = join(import.meta.dirname, '../../services/cli/src/main.ts');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hadaf-proof-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function proofOf(data: string): { method: string; cases: number; agree: number }[] {
  const env = { ...process.env, HADAF_BENCH_DATA: data };
  return JSON.parse(
    execFileSync(process.execPath, [main, 'proof', '--json'], { env, encoding: 'utf8', stdio: 'pipe' }),
  );
}

const total = (proof: ReturnType<typeof proofOf>) => proof.reduce((sum, { cases }) => sum + cases, 0);

describe('hadaf proof', () => {
  test('proves the cited cases where no file is at hand', () => {
    const proof = proofOf(join(folder, 'absent'));
    expect(total(proof)).toBe(citedCases.rows.length);
    expect(proof.find(({ method }) => method === 'cagr-ratio')).toEqual({ method: 'cagr-ratio', cases: 5, agree: 5 });
  });

  test('proves any file of a known layout, at any depth, and only those', () => {
    const deep = join(folder, 'data/status-methods/somewhere/deep');
    mkdirSync(deep, { recursive: true });
    const header = 'id,method,direction,base_year,base_value,latest_year,latest_value,target_year,target_value';
    const rest = 'extra_inputs,expected_metric,expected_value,tolerance,expected_status,evidence,source_url';
    const row =
      'X1,Eurostat-type CAGR ratio,up,2015,0.37,2025,9.53,2030,60.0,,,0.9504069883014249,1e-12,,reproduced,own';
    writeFileSync(join(deep, 'any-name.csv'), `${header},${rest}\n${row}\n`);
    cpSync(join(deep, 'any-name.csv'), join(folder, 'data/elsewhere.csv'));
    expect(proofOf(join(folder, 'data'))).toEqual([{ method: 'cagr-ratio', cases: 1, agree: 1 }]);
  });
});
