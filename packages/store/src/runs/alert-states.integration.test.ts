import { beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import { upsertPack } from '../ledger/packs.ts';
import { insertAlertStates, listAlertStates, type StoredAlertState } from './alert-states.ts';
import { createRun } from './runs.ts';

const database = useTestDatabase();
const runs: string[] = [];
const pending: StoredAlertState = {
  ...{ ruleId: 'low', targetId: 'T01', standing: 'pending', streak: 1, counted: '2026-01-20', reason: 'P is 10 %' },
};
const firing: StoredAlertState = { ...pending, standing: 'firing', streak: 0, counted: '2026-02-20' };

beforeAll(async () => {
  const { db } = database;
  await upsertPack(db, { id: 'p', title: 'P', contentHash: 'a' });
  for (const key of ['first', 'second']) {
    const { run } = await createRun(db, { key, packId: 'p', trigger: 'manual', asOf: '2026-11-22', configHash: '' });
    runs.push(run.id);
  }
});

describe('where alert rules stand', () => {
  test('is the newest state before a run, however often the run is published', async () => {
    const { db } = database;
    const [first = '', second = ''] = runs;
    const before = (runId: string) => listAlertStates(db, { packId: 'p', beforeRunId: runId });
    await insertAlertStates(db, { packId: 'p', runId: first }, [pending]);
    expect(await before(first)).toEqual([]);
    expect(await before(second)).toEqual([pending]);
    await insertAlertStates(db, { packId: 'p', runId: second }, [firing]);
    await insertAlertStates(db, { packId: 'p', runId: second }, [{ ...firing, reason: 'told again' }]);
    expect(await before(second)).toEqual([pending]);
    expect(await before('00000000-0000-4000-8000-000000000000')).toEqual([firing]);
  });
});
