import type { Pack } from '@hadaf/packs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBundledPack } from '../assess/pack-evidence.fixture.ts';
import { comparePeriods, ideasOf } from './compose-variants.ts';

let pack: Pack;

beforeAll(async () => {
  pack = await readBundledPack();
});

const ideaOf = (id: string) => ideasOf(pack.indicators).find(([first]) => first?.id === id) ?? [];

describe('definitions of one idea', () => {
  test('stand together, the one the others vary first', () => {
    expect(ideaOf('ict_services_exports').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['ict_services_exports', 'it_plus_freelance_exports', 'it_exports_pseb_estimate']),
    );
    expect(ideaOf('ict_services_exports')[0]?.id).toBe('ict_services_exports');
    expect(ideasOf(pack.indicators).every((definitions) => definitions.length > 1)).toBe(true);
  });

  test('show $3.8bn beside $4.6bn for FY2025', () => {
    const periods = comparePeriods(ideaOf('ict_services_exports'), pack.observations);
    const year = periods.find(({ period }) => period === 'FY2025');
    expect(year?.values.map(({ indicator, value }) => [indicator, value])).toEqual(
      expect.arrayContaining([
        ['ict_services_exports', 3800],
        ['it_plus_freelance_exports', 4600],
      ]),
    );
  });

  test('leave out periods of which only the first speaks', () => {
    const periods = comparePeriods(ideaOf('ict_services_exports'), pack.observations);
    expect(periods.every(({ values }) => values.some(({ indicator }) => indicator !== 'ict_services_exports'))).toBe(
      true,
    );
    expect(periods.map(({ end }) => end)).toEqual(
      periods
        .map(({ end }) => end)
        .toSorted()
        .toReversed(),
    );
  });

  test('never repeat a definition within a period', () => {
    for (const definitions of ideasOf(pack.indicators)) {
      for (const { values } of comparePeriods(definitions, pack.observations)) {
        expect(new Set(values.map(({ indicator }) => indicator)).size).toBe(values.length);
      }
    }
  });
});
