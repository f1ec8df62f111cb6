import type { Indicator, Observation, SourceDocument } from '@hadaf/series';
import type { RollOutPlan, Target } from '@hadaf/targets';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import { listDocuments, upsertDocuments } from './documents.ts';
import { findIndicator, getIndicator, listIndicators, upsertIndicators } from './indicators.ts';
import { insertObservations, listObservations } from './observations.ts';
import { findPack, upsertPack } from './packs.ts';
import { insertPlans, listPlans } from './plans.ts';
import { findTarget, getTarget, insertTargets, listTargets, listTargetVersions } from './targets.ts';

const survey: SourceDocument = {
  ...{
    id: 'survey-2025',
    title: 'Economic Survey',
    publisher: 'Finance Division',
  },
  ...{ url: 'https://finance.example/survey', publishedOn: '2025-06-09' },
};
const undated: SourceDocument = { ...survey, id: 'undated', publishedOn: null };
const exports: Indicator = {
  ...{
    id: 'exports',
    name: 'IT exports',
    unit: 'USD mn',
    kind: 'flow',
    frequency: 'month',
  },
  ...{ calendar: { firstMonth: 7 }, definition: 'receipts', variantOf: null },
};
const withFreelancers: Indicator = {
  ...exports,
  id: 'exports_all',
  variantOf: 'exports',
};
const march: Observation = {
  ...{
    indicatorId: 'exports',
    start: '2025-03-01',
    end: '2025-03-31',
    value: 342,
    qualifier: 'exact',
    halfWidth: 0.5,
  },
  ...{
    agency: 'SBP',
    documentId: 'survey-2025',
    publishedOn: '2025-06-09',
    knownBy: '2025-06-09',
  },
  ...{ knownByBasis: 'dated', status: 'accepted', note: '' },
};
const target: Target = {
  ...{
    id: 'T01',
    title: '15bn',
    indicatorId: 'exports',
    measure: { indicatorId: 'exports', assumption: null },
  },
  ...{
    notMeasurableBecause: null,
    value: 15_000,
    unit: 'USD mn',
    direction: 'up',
    kind: 'level',
  },
  due: [{ label: 'FY2030', start: '2029-07-01', end: '2030-06-30' }],
  ...{
    dueWording: 'by 2030',
    baselineWording: '3800',
    announcedOn: '2025-07-19',
    knownBy: '2025-07-19',
  },
  ...{
    announcedBy: 'MoITT',
    documentId: 'survey-2025',
    note: '',
    standing: 'official',
  },
};
const economy: Target = {
  ...{
    ...target,
    id: 'T02',
    indicatorId: 'digital_economy',
    measure: null,
    due: [],
  },
  notMeasurableBecause: 'no statistic tracks it',
};
const plan: RollOutPlan = {
  ...{ targetId: 'T03', startsOn: '2024-07-01' },
  milestones: [
    { on: '2025-06-30', planned: 50, source: 'plan' },
    { on: '2027-06-30', planned: 250, source: 'plan' },
  ],
};

describe('the ledger', () => {
  const database = useTestDatabase();

  beforeAll(async () => {
    await upsertPack(database.db, {
      id: 'pk',
      title: 'Pakistan IT',
      contentHash: 'a',
    });
    await upsertPack(database.db, {
      id: 'other',
      title: 'Another',
      contentHash: 'b',
    });
    await upsertDocuments(database.db, [survey, undated]);
    await upsertIndicators(database.db, 'pk', [withFreelancers, exports]);
  });

  test('gives back what it was given', async () => {
    expect(await findPack(database.db, 'pk')).toEqual({
      id: 'pk',
      title: 'Pakistan IT',
      contentHash: 'a',
      schedule: { cron: '0 6 * * 1', zone: 'Asia/Karachi' },
    });
    expect(await listDocuments(database.db, ['undated', 'survey-2025'])).toEqual([survey, undated]);
    expect(await listIndicators(database.db, 'pk')).toEqual([exports, withFreelancers]);
    expect(await getIndicator(database.db, 'exports')).toEqual(exports);
    expect(await findIndicator(database.db, 'EXPORTS')).toEqual(exports);
    expect(await findIndicator(database.db, 'none')).toBeUndefined();
    await expect(getIndicator(database.db, 'none')).rejects.toMatchObject({
      code: 'INDICATOR_NOT_FOUND',
    });
  });

  test('keeps the days from which an indicator measures something else', async () => {
    const change = {
      ...{
        validFrom: '2024-07-01',
        label: 'BPM6',
        definition: 'Wider',
        documentId: 'survey-2025',
        knownBy: '2025-06-09',
      },
      link: { factor: 1.25, basis: 'overlap' },
    };
    const changed = { ...exports, changes: [change] };
    expect(await upsertIndicators(database.db, 'pk', [changed, withFreelancers])).toBe(1);
    expect(await getIndicator(database.db, 'exports')).toEqual(changed);
    expect(await upsertIndicators(database.db, 'pk', [changed])).toBe(0);
    expect(await upsertIndicators(database.db, 'pk', [exports])).toBe(1);
    expect(await getIndicator(database.db, 'exports')).toEqual(exports);
  });

  test('does not change when the same is loaded twice', async () => {
    expect(await upsertDocuments(database.db, [survey, undated])).toBe(0);
    expect(await upsertIndicators(database.db, 'pk', [exports, withFreelancers])).toBe(0);
    await insertObservations(database.db, [march]);
    expect(await insertObservations(database.db, [march, march])).toBe(0);
  });

  test('says what differs', async () => {
    expect(await upsertDocuments(database.db, [{ ...survey, title: 'Survey' }, undated])).toBe(1);
    expect(await upsertDocuments(database.db, [survey])).toBe(1);
  });

  test('keeps ids to one pack', async () => {
    await insertTargets(database.db, 'pk', [target]);
    const taken = {
      code: 'PACK_CONFLICT',
      faults: ['indicators.csv, id: exports belongs to pack pk; write another id, such as other_exports'],
    };
    await expect(upsertIndicators(database.db, 'other', [exports])).rejects.toMatchObject(taken);
    await expect(insertTargets(database.db, 'other', [{ ...target, id: 't01' }])).rejects.toMatchObject({
      code: 'PACK_CONFLICT',
      faults: ['targets.csv, id: T01 belongs to pack pk; write another id, such as other_T01'],
    });
  });

  test('shows an observation from the day it was known', async () => {
    await insertObservations(database.db, [march]);
    const of = (asOf: string) => listObservations(database.db, { indicatorIds: ['exports'], asOf });
    expect(await of('2025-06-08')).toEqual([]);
    expect(await of('2025-06-09')).toEqual([march]);
    expect(
      await listObservations(database.db, {
        indicatorIds: [],
        asOf: '2025-06-09',
      }),
    ).toEqual([]);
  });

  test('counts the newest reading of a fact, back and forth', async () => {
    const april = {
      ...march,
      start: '2025-04-01',
      end: '2025-04-30',
      documentId: 'undated',
      publishedOn: null,
    };
    const suspect = { ...april, status: 'suspect' as const, note: 'misprint' };
    const read = async () =>
      (
        await listObservations(database.db, {
          indicatorIds: ['exports'],
          asOf: '2026-01-01',
        })
      ).filter((o) => o.start === april.start);
    for (const reading of [april, suspect, april]) {
      expect(await insertObservations(database.db, [reading])).toBe(1);
      expect(await read()).toEqual([reading]);
    }
  });

  test('loads the same facts from two writers at once as one', async () => {
    const facts = Array.from({ length: 500 }, (_, i) => ({
      ...march,
      value: 1000 + i,
    }));
    const counts = await Promise.all([1, 2, 3].map(() => insertObservations(database.db, facts)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(500);
  });

  test.each(['update observation set value = 0', 'delete from target', 'truncate observation'])(
    'refuses: %s',
    async (statement) => {
      await expect(sql.raw(statement).execute(database.db)).rejects.toThrow(/append-only/);
    },
  );

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses the value %d', async (value) => {
    await expect(insertObservations(database.db, [{ ...march, value }])).rejects.toThrow(/observation_value_check/);
  });

  test('keeps every version of a target and shows the newest', async () => {
    expect(await insertTargets(database.db, 'pk', [target, economy])).toBeLessThanOrEqual(2);
    expect(await insertTargets(database.db, 'pk', [target, economy])).toBe(0);
    const revised = { ...target, value: 14_000, due: [] };
    expect(await insertTargets(database.db, 'pk', [revised, economy])).toBe(1);
    expect((await listTargets(database.db, 'pk')).map((t) => [t.version, t.target])).toEqual([
      [2, revised],
      [1, economy],
    ]);
    expect((await listTargetVersions(database.db, 'T01')).map((t) => t.target.value)).toEqual([14_000, 15_000]);
    expect((await getTarget(database.db, 'T02')).target).toEqual(economy);
    expect((await findTarget(database.db, 't01'))?.version).toBe(2);
    expect(await findTarget(database.db, 'T99')).toBeUndefined();
    await expect(getTarget(database.db, 'T99')).rejects.toMatchObject({
      code: 'TARGET_NOT_FOUND',
    });
  });

  test('shows the newest version of a plan with its milestones', async () => {
    const [first] = plan.milestones;
    const changed = {
      ...plan,
      milestones: [first, { on: '2028-06-30', planned: 250, source: 'later plan' }],
    };
    expect(await insertPlans(database.db, [plan])).toBe(1);
    expect(await insertPlans(database.db, [plan])).toBe(0);
    expect(await listPlans(database.db, ['T03'])).toEqual([plan]);
    expect(await insertPlans(database.db, [changed])).toBe(1);
    expect(await listPlans(database.db, ['T03', 'T01'])).toEqual([changed]);
    expect(await listPlans(database.db, [])).toEqual([]);
  });
});
