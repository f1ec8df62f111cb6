import { describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import { forecastSettings } from '../assess/annual-forecast.ts';
import { loadPack } from '../pack/load-pack.ts';
import { bundledPackFolder } from '../pack/read-pack-folder.ts';
import { backtestIndicator } from './backtest-indicator.ts';

const database = useTestDatabase();
const question = { packId: 'pakistan-it', horizon: 1, settings: forecastSettings };

describe('backtestIndicator', () => {
  test('reads the ledger as known on a day and runs in a thread', async () => {
    await loadPack(database.db, bundledPackFolder());
    const ask = { ...question, indicatorId: 'ict_services_exports', asOf: '2024-12-31' };
    const report = await backtestIndicator(database.db, ask);
    expect(report.origins.at(-1)).toMatchObject({ lastYear: 'FY2024', actuals: 0 });
    expect(report.targets.some(({ targetId }) => targetId === 'T01')).toBe(false);
    expect(report.targets.find(({ targetId }) => targetId === 'T20')?.outcome).toBeNull();
    expect(await backtestIndicator(database.db, ask)).toEqual(report);
  });

  test('refuses an indicator nobody knows', async () => {
    const ask = { ...question, indicatorId: 'moon_exports', asOf: '2024-12-31' };
    await expect(backtestIndicator(database.db, ask)).rejects.toMatchObject({ code: 'INDICATOR_NOT_FOUND' });
  });
});
