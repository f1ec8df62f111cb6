import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { loadPack, observe, readPackFolder, writeExamplePack } from '@hadaf/engine';
import { listObservations } from '@hadaf/store';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from './test-database.ts';

const database = useTestDatabase();
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hadaf-own-pack-'));
  await writeExamplePack(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a pack of one’s own', () => {
  test('starts from an example without faults', async () => {
    expect(await readPackFolder(folder)).toMatchObject({
      kind: 'pack',
      pack: { id: basename(folder).toLowerCase(), title: expect.stringMatching(/^Hadaf own pack /) },
    });
    expect(readFileSync(join(folder, 'pack.yaml'), 'utf8')).toContain('$schema=pack.schema.json');
  });
  test('may be named otherwise, and must be named somehow', async () => {
    const other = join(folder, 'sub');
    const name = { id: 'okr-2027', title: 'Our key "results"' };
    await writeExamplePack(other, name);
    expect(await readPackFolder(other)).toMatchObject({ kind: 'pack', pack: name });
    rmSync(other, { recursive: true });
    await expect(writeExamplePack(join(folder, 'منصوبہ'))).rejects.toMatchObject({ code: 'REQUEST_INVALID' });
    expect(existsSync(join(folder, 'منصوبہ'))).toBe(false);
  });
  test('overwrites nothing', async () => {
    await expect(writeExamplePack(folder)).rejects.toMatchObject({ code: 'REQUEST_INVALID' });
  });
});

describe('what was known on a day', () => {
  test('is not changed by anything that becomes known later', async () => {
    const { pack } = await loadPack(database.db, folder);
    const indicator = pack.indicators.find(({ kind }) => kind === 'flow') ?? pack.indicators[0];
    const indicatorIds = pack.indicators.map(({ id }) => id);
    const day = fc.integer({ min: 0, max: 700 }).map((days) => {
      const instant = new Date(Date.UTC(2024, 0, 1) + days * 86_400_000);
      return instant.toISOString().slice(0, 10);
    });
    const vintages = fc.tuple(day, day, fc.integer({ min: 1, max: 100_000 }));
    await fc.assert(
      fc.asyncProperty(vintages, async ([a, b, value]) => {
        const [asOf, later] = a < b ? [a, b] : [b, a];
        const before = await listObservations(database.db, { indicatorIds, asOf });
        await observe(database.db, {
          ...{ indicatorId: indicator?.id ?? '', period: '2023-12-31', value: String(value), qualifier: null },
          ...{ source: `https://example.org/${value}`, publisher: 'Someone', publishedOn: later, agency: '' },
          ...{ note: '', author: 'a test', origin: 'a test', today: '2026-11-22' },
        });
        const after = await listObservations(database.db, { indicatorIds, asOf });
        if (later > asOf) expect(after).toEqual(before);
        expect(after.filter(({ knownBy }) => knownBy > asOf)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
