import { createRun, type Run } from '@hadaf/store';
import { beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import { loadPack } from '../pack/load-pack.ts';
import { bundledPackFolder } from '../pack/read-pack-folder.ts';
import { composeIndicators } from './compose-indicators.ts';
import { monthsAsOf } from './months-as-of.ts';
import type { IndicatorReport, IndicatorsReport } from './months-report.ts';

const database = useTestDatabase();
const packId = 'pakistan-it';

async function documentsOf(asOf: string): Promise<Map<string, string>> {
  const asked = { key: asOf, packId, trigger: 'manual', asOf, configHash: 'c' } as const;
  const run: Run = (await createRun(database.db, asked)).run;
  const documents = await composeIndicators(database.db, run, 'Pakistan IT');
  return new Map(documents.map(({ path, body }) => [path, body]));
}

describe('what a run publishes about its indicators', () => {
  beforeAll(async () => {
    await loadPack(database.db, bundledPackFolder());
  });

  test('is their list, and one document for each monthly series', async () => {
    const documents = await documentsOf('2026-11-22');
    const { indicators }: IndicatorsReport = JSON.parse(documents.get('/v1/indicators') ?? '');
    const exports = indicators.find(({ id }) => id === 'ict_services_exports');
    expect(exports).toMatchObject({ observations: 390, dataThrough: '2026-02-28', latest: { value: 365 } });
    expect(exports).toMatchObject({ exceptions: 0, document: { url: expect.stringMatching(/^https?:/) } });
    for (const { id, labels } of indicators) expect(documents.has(`/v1/indicators/${id}`)).toBe(labels !== null);
  });
  test('names the targets an indicator measures', async () => {
    const documents = await documentsOf('2026-11-22');
    const report: IndicatorReport = JSON.parse(documents.get('/v1/indicators/ict_services_exports') ?? '');
    expect(report.targets.map(({ targetId }) => targetId)).toContain('T01');
  });
  test('is what was known on its day', async () => {
    const documents = await documentsOf('2024-12-31');
    const {
      runId: _run,
      packId: _pack,
      title: _title,
      targets: _targets,
      ...report
    }: IndicatorReport = JSON.parse(documents.get('/v1/indicators/ict_services_exports') ?? '');
    expect(report.months.at(-1)?.period).toBe('Nov 2024');
    expect(JSON.parse(JSON.stringify(await monthsAsOf(database.db, 'ict_services_exports', '2024-12-31')))).toEqual(
      report,
    );
  });
  test('has no months of what is counted on a day', async () => {
    await expect(monthsAsOf(database.db, 'e_employment_centres_established', '2026-11-22')).rejects.toMatchObject({
      code: 'REQUEST_INVALID',
    });
  });
});
