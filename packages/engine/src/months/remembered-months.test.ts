import type { Pack } from '@hadaf/packs';
import type { Observation } from '@hadaf/series';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBundledPack } from '../assess/pack-evidence.fixture.ts';
import { describeMonths } from './describe-months.ts';
import { describeMonthsOnce } from './remembered-months.ts';

let pack: Pack;

beforeAll(async () => {
  pack = await readBundledPack();
});

function described(asOf: string, of: typeof describeMonths, change: (one: Observation) => Observation = (one) => one) {
  const indicator = pack.indicators.find(({ id }) => id === 'ict_services_exports');
  if (!indicator) throw new Error('the pack has no ict_services_exports');
  const known = pack.observations.filter((one) => one.indicatorId === indicator.id && one.knownBy <= asOf).map(change);
  return of(indicator, known, new Map(pack.documents.map((document) => [document.id, document])), asOf);
}

describe('months described once', () => {
  test('are those of each day, asked for in any order', () => {
    // Nothing of the series became known between the first two days.
    for (const day of ['2025-08-24', '2025-08-25', '2024-06-30', '2025-08-25', '2025-08-24']) {
      expect(described(day, describeMonthsOnce)).toEqual(described(day, describeMonths));
    }
  });

  test('of a definition changed between two days without a report are those of each day', () => {
    const indicator = pack.indicators.find(({ id }) => id === 'ict_services_exports');
    if (!indicator) throw new Error('the pack has no ict_services_exports');
    const change = { validFrom: '2024-07-01', knownBy: '2025-08-25', label: 'BPM7', definition: 'more', link: null };
    const changed = { ...indicator, changes: [{ ...change, documentId: pack.documents[0]?.id ?? '' }] };
    const known = pack.observations.filter((one) => one.indicatorId === indicator.id && one.knownBy <= '2025-08-24');
    const documents = new Map(pack.documents.map((document) => [document.id, document]));
    const [before, after] = ['2025-08-24', '2025-08-25'].map((asOf) => {
      const once = describeMonthsOnce(changed, known, documents, asOf);
      expect(once).toEqual(describeMonths(changed, known, documents, asOf));
      return once;
    });
    expect(after?.indicator).not.toEqual(before?.indicator);
  });

  test('of reports read otherwise are others', () => {
    const doubled = (one: Observation) => ({ ...one, value: one.value * 2 });
    const before = described('2024-06-30', describeMonthsOnce);
    const after = described('2024-06-30', describeMonthsOnce, doubled);
    expect(after).toEqual(described('2024-06-30', describeMonths, doubled));
    expect(after).not.toEqual(before);
  });
});
