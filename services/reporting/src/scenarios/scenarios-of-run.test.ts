import { expect, test } from 'vitest';
import { publishedFixture } from '../../../../tests/e2e/published-fixture.ts';
import { HeldRun } from '../published/published-cache.ts';
import { scenariosOfRun } from './scenarios-of-run.ts';

const held = new HeldRun(publishedFixture);
const run = {
  ...{ runId: held.runId, unconfirmedSince: null, day: null },
  find: held.find.bind(held),
  findEarlier: held.findEarlier.bind(held),
  remember: held.remember.bind(held),
};

test('scenarios of a run are found whatever the case of the target asked for', async () => {
  expect(await scenariosOfRun(run, 't01')).toEqual(await scenariosOfRun(run, 'T01'));
  await expect(scenariosOfRun(run, 'T999')).rejects.toMatchObject({ code: 'TARGET_NOT_FOUND' });
});
