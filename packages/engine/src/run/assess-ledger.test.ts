import { expect, test } from 'vitest';
import { assessInPack, readBundledPack } from '../assess/pack-evidence.fixture.ts';
import { withScenarios } from './assess-ledger.ts';

test('scenarios are added to an assessment and nothing of it is lost', async () => {
  const assessment = assessInPack(await readBundledPack(), 'T01', '2026-11-22');
  expect(assessment.signals?.probability).toBeGreaterThan(0);
  expect(withScenarios(assessment, [])).toEqual(assessment);
});
