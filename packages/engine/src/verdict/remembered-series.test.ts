import type { Indicator, Observation } from '@hadaf/series';
import type { RecordedReport } from '@hadaf/store';
import { expect, test } from 'vitest';
import { measureSeries } from '../assess/measured-series.ts';
import { measureOnce } from './remembered-series.ts';

const indicator: Indicator = {
  ...{ id: 'exports', name: 'Exports', unit: 'USD mn', kind: 'flow', frequency: 'year', calendar: { firstMonth: 7 } },
  ...{ definition: '', variantOf: null },
};

function report(fact: string, year: number, value: number, version = 1): RecordedReport {
  const observation: Observation = {
    ...{ indicatorId: 'exports', start: `${year - 1}-07-01`, end: `${year}-06-30`, value, qualifier: 'exact' },
    ...{ halfWidth: 0, agency: 'SBP', documentId: `page-${fact}`, publishedOn: null, knownBy: `${year}-08-20` },
    ...{ knownByBasis: 'dated', status: 'accepted', note: '' },
  };
  return { fact, version, recordedAt: '2025-09-01T00:00:00.000Z', observation };
}

const documents = new Map();
const asOf = '2025-12-31';

test('series of the same readings are measured once, of other readings or days anew', () => {
  const measure = measureOnce();
  const reports = [report('a', 2023, 1), report('b', 2024, 2), report('c', 2025, 3)];
  const first = measure({ indicator, reports, documents, asOf });
  expect(first).toEqual(
    measureSeries(
      indicator,
      reports.map(({ observation }) => observation),
      documents,
      asOf,
    ),
  );
  expect(measure({ indicator, reports: [...reports], documents, asOf })).toBe(first);
  const again = measure({ indicator, reports: [...reports.slice(0, 2), report('c', 2025, 4, 2)], documents, asOf });
  expect(again.years.map(({ value }) => value)).toEqual([1, 2, 4]);
  expect(measure({ indicator, reports, documents, asOf: '2025-01-01' }).years).toHaveLength(2);
});
