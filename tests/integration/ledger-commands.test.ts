import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledPackFolder, loadPack } from '@hadaf/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from './test-database.ts';

const database = useTestDatabase();
const main = join(import.meta.dirname, '../../services/cli/src/main.ts');
let folder: string;

/** Runs a command as a process of its own on the test's database. */
function hadaf(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, DATABASE_URL: database.connectionString, HADAF_STATE_DIR: folder };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [main, ...args], { env }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hadaf-commands-'));
  await loadPack(database.db, bundledPackFolder());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the commands of the ledger', () => {
  const page = ['--source', 'https://app.example/m', '--publisher', 'APP', '--published', '2026-04-17'];

  test('observe and overrule a value, each saying how to assess again', async () => {
    const observed = await hadaf('observe', 'ict_services_exports', '2026-03', '$402m', ...page, '--json');
    expect(observed).toMatchObject({ code: 0, err: expect.stringContaining('npm start') });
    const { id, observation } = JSON.parse(observed.out);
    expect(observation).toMatchObject({ value: 402, halfWidth: 0.5, start: '2026-03-01' });
    const overruled = await hadaf(
      'overrule',
      id.slice(0, 12),
      '--status',
      'suspect',
      '--reason',
      'misprint',
      '--by',
      'A',
    );
    expect(overruled).toMatchObject({ code: 0, out: expect.stringContaining('suspect, version 2') });
    const { out } = await hadaf('observations', 'ict_services_exports', '--json');
    expect(JSON.parse(out).at(-1)).toMatchObject({ id, status: 'suspect', overruledBy: 'A' });
  });
  test('import shows what would change, and exits with 1 on faults', async () => {
    const file = join(folder, 'rows.csv');
    const row = 'ict_services_exports,2026-02,365,https://app.example/f,APP,2026-03-20\n';
    writeFileSync(file, `indicator,period,value,source,publisher,published\n${row}`);
    const dry = await hadaf('import', file, '--json');
    expect(JSON.parse(dry.out)).toMatchObject({ valid: true, rows: 1, revised: 1, isApplied: false });
    expect(dry.err).toContain('--apply');
    writeFileSync(file, `indicator,period,value,source,publisher,published\n${row.replace('365', '3,65')}`);
    const faulty = await hadaf('import', file);
    expect(faulty).toMatchObject({ code: 1, out: expect.stringContaining('rows.csv row 2') });
    expect(await hadaf('import', join(folder, 'none.csv'))).toMatchObject({ code: 1 });
    expect(await hadaf('import', folder)).toMatchObject({ code: 1, err: expect.stringContaining('is a folder') });
    expect(await hadaf('import', '/dev/zero')).toMatchObject({ code: 1, err: expect.stringContaining('is a device') });
  });
  test('revisions prints the triangle', async () => {
    const { out } = await hadaf('revisions', 'ict_services_exports', '--as-of', '2026-11-22', '--json');
    const { rows, usual } = JSON.parse(out);
    expect(rows.length).toBeGreaterThan(100);
    expect(usual).toHaveLength(3);
    for (const command of [['revisions', 'ict_services_exports'], ['releases']]) {
      const future = await hadaf(...command, '--as-of', '2999-01-01');
      expect(future).toMatchObject({
        code: 1,
        err: expect.stringContaining('2999-01-01 lies in the future; choose a day from'),
      });
    }
  });
  test('releases say what is due, on what basis, and what is overdue', async () => {
    const { out } = await hadaf('releases', '--as-of', '2026-11-22', '--json');
    const { releases } = JSON.parse(out);
    const exports = releases.find((each: { indicatorId: string }) => each.indicatorId === 'ict_services_exports');
    expect(exports.release).toMatchObject({ basis: 'history', next: { start: '2026-03-01', end: '2026-03-31' } });
    expect(exports.release.overdueDays).toBeGreaterThan(150);
    expect(exports.sentence).toMatch(/^Latest data: Feb 2026, 9 months old\. Mar 2026 was expected about .*overdue/);
  });
  test('claims say that a run is needed first', async () => {
    expect(await hadaf('claims')).toMatchObject({ code: 1, err: expect.stringContaining('npm start -- --once') });
  });
});
