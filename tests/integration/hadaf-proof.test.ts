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

  test('names the line it could not read, and proves the others', () => {
    const data = join(folder, 'broken');
    mkdirSync(join(data, 'status-methods'), { recursive: true });
    const row = (base: string, status: string) => `CR (target);X;${base};2015;97;2024;95;2030;increase;${status}`;
    const header =
      'Variant;Series;Base value;Base year;Latest value;Latest year;Target;Target year;Direction;Published status';
    const lines = [header, row('80', 'Target Achieved'), row('eighty', 'Target Achieved'), row('80', 'On Track')];
    writeFileSync(join(data, 'status-methods/un.csv'), lines.join('\r\n'));
    const env = { ...process.env, HADAF_BENCH_DATA: data };
    const text = execFileSync(process.execPath, [main, 'proof'], { env, encoding: 'utf8', stdio: 'pipe' });
    expect(text).toContain('1 row is not read and not counted:\n  un.csv, line 3: base_value is no number: “eighty”');
    expect(text).toMatch(/un\.csv\s+│ un-progress\s+│\s+1 │\s+2 │/);
    expect(text).toContain('published On Track\n  computed  target achieved');
  });
});
