import { createRun, findDataVersion, insertPackItems, listPackItems, type Run } from '@hadaf/store';
import { beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import { loadPack } from '../pack/load-pack.ts';
import { bundledPackFolder } from '../pack/read-pack-folder.ts';
import { composeClaims } from './compose-claims.ts';
import { observe } from './observe.ts';

const database = useTestDatabase();
const packId = 'pakistan-it';

async function runAsOf(asOf: string): Promise<Run> {
  const asked = { key: asOf, packId, trigger: 'manual', asOf, configHash: 'c' } as const;
  return (await createRun(database.db, asked)).run;
}

describe('claims and conflicts', () => {
  beforeAll(async () => {
    await loadPack(database.db, bundledPackFolder());
  });

  test('are those of the pack, each with its verdict and documents', async () => {
    const { claims, conflicts } = await composeClaims(database.db, await runAsOf('2026-11-22'), 'Pakistan IT');
    expect(claims.claims.length).toBe(96);
    expect(claims.claims.find(({ id }) => id === 'S4-16')).toMatchObject({ verdict: 'contradicted' });
    expect(claims.claims.filter(({ document }) => !claims.documents[document])).toEqual([]);
    expect(conflicts.conflicts.length).toBeGreaterThanOrEqual(17);
    expect(conflicts.conflicts[0]?.sides.map(({ value }) => value)).toEqual([43, 50, 44]);
  });
  test('know only what was known on the day', async () => {
    const { conflicts } = await composeClaims(database.db, await runAsOf('2025-03-01'), 'Pakistan IT');
    expect(conflicts.conflicts[0]?.sides.map(({ value }) => value)).toEqual([43, null, null]);
  });
  test('are checked against values added since', async () => {
    const before = await findDataVersion(database.db, packId);
    await observe(database.db, {
      ...{ indicatorId: 'ict_services_exports', period: 'Jul-Mar FY2025', value: '2950', qualifier: null },
      ...{ source: 'https://sbp.example/r', publisher: 'SBP', publishedOn: '2026-11-20', agency: 'SBP' },
      ...{ note: '', author: 'Amina', origin: 'a test', today: '2026-11-22' },
    });
    expect(await findDataVersion(database.db, packId)).not.toBe(before);
    const { claims } = await composeClaims(database.db, await runAsOf('2026-11-22'), 'Pakistan IT');
    expect(claims.claims.find(({ id }) => id === 'S0-01')?.verdict).toBe('contradicted');
  });
  test('a pack states no more are withdrawn, and may come back', async () => {
    const item = { id: 'C1', detail: { id: 'C1', said: 1 } };
    expect(await insertPackItems(database.db, 'conflict', packId, [item])).toBeGreaterThan(1);
    expect(await listPackItems(database.db, 'conflict', packId)).toEqual([item.detail]);
    expect(await insertPackItems(database.db, 'conflict', packId, [item])).toBe(0);
    expect(await insertPackItems(database.db, 'conflict', packId, [])).toBe(1);
    expect(await listPackItems(database.db, 'conflict', packId)).toEqual([]);
    expect(await insertPackItems(database.db, 'conflict', packId, [item])).toBe(1);
    expect(await listPackItems(database.db, 'conflict', packId)).toEqual([item.detail]);
  });
});
