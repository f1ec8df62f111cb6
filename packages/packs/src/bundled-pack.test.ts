import { readdirSync, readFileSync } from 'node:fs';
import {
  describeStaleness,
  fiscalYearSeries,
  nextRelease,
  type Observation,
  reconcileMonths,
  revisionTriangle,
} from '@hadaf/series';
import { describe, expect, test } from 'vitest';
import { readPack } from './read-pack.ts';

const folder = new URL('../pakistan-it/', import.meta.url);
const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
const reading = await readPack(files);
if (reading.kind !== 'pack') throw new Error(`pakistan-it is faulty: ${JSON.stringify(reading.faults.slice(0, 5))}`);
const { pack } = reading;

function observationsOf(indicatorId: string): Observation[] {
  return pack.observations.filter((observation) => observation.indicatorId === indicatorId);
}

const exportsAt = (asOf: string) => fiscalYearSeries(observationsOf('ict_services_exports'), pack.calendar, asOf);

describe('pakistan-it', () => {
  test('holds every collected row', () => {
    const documents = /^00\d_|^collection-/;
    const printed = pack.observations.filter(({ note }) => !note.startsWith('Not printed: implied by'));
    const fromPages = printed.filter(({ documentId }) => !documents.test(documentId));
    expect([fromPages.length, printed.length - fromPages.length]).toEqual([717, 28]);
    const ofDocuments = new Set(['T62', 'T63', 'T64', 'T65', 'T66', 'T67']);
    expect(pack.targets.filter(({ id }) => !ofDocuments.has(id)).length).toBe(63);
  });
  test('quotes every claim it takes from a paper at hand', () => {
    const own = /^(?:app-2025-06-09|urdupoint-2025-02-13|daily-times-2025-07-19|00[0-4]_.*)$/;
    const quoted = pack.targets.filter(({ documentId }) => own.test(documentId));
    expect(quoted.length).toBe(23);
    expect(quoted.filter(({ terms }) => !terms?.wording).map(({ id }) => id)).toEqual([]);
  });
  test('knows the year before the headline only by the growth printed with it', () => {
    const headline = observationsOf('it_plus_freelance_exports').map(({ start, value, qualifier }) => [
      start,
      value,
      qualifier,
    ]);
    expect(headline[0]).toEqual(['2023-07-01', 3639, 'about']);
    expect(4600 / 1.264).toBeCloseTo(3639, 0);
  });
  test('says for 193 undated pages’ rows by when they were known, and why', () => {
    const undated = pack.observations.filter(
      ({ publishedOn, documentId }) => publishedOn === null && /undated|-\d{4}-\d{2}$/.test(documentId),
    );
    expect(undated.length).toBe(193 + 10); // ten rows of two pages dated by month only
    expect(undated.filter(({ knownBy, end, knownByBasis }) => knownBy < end || knownByBasis === '')).toEqual([]);
  });
  test('ends with the totals of ten fiscal years', () => {
    expect(exportsAt('2026-11-22').years.map(({ label, value, halfWidth }) => [label, value, halfWidth])).toEqual([
      ['FY2016', 788.64, 0.0005],
      ['FY2017', 938.64, 0.0005],
      ['FY2018', 1065, 0.5],
      ['FY2019', 1191.864, 0.0005],
      ['FY2020', 1438.827, 0.0005],
      ['FY2021', 2108, 0.5],
      ['FY2022', 2619.1, 0.0005],
      ['FY2023', 2596, 0.5],
      ['FY2024', 3223, 0.5],
      ['FY2025', 3800, 50],
    ]);
  });
  test('has eight months of FY2026, beside the same months of earlier years', () => {
    const { inProgress } = exportsAt('2026-11-22');
    expect(inProgress).toMatchObject({
      label: 'FY2026',
      months: 8,
      value: 2970,
      halfWidth: 5,
      basis: 'year-to-date-report',
    });
    expect(inProgress?.precedents.map(({ annual, yearToDate }) => [annual.label, yearToDate.value])).toEqual([
      ['FY2019', 702.99],
      ['FY2020', 917.84],
      ['FY2021', 1300.1],
      ['FY2022', 1688.862],
      ['FY2023', 1718],
      ['FY2024', 1978],
      ['FY2025', 2480],
    ]);
  });
  test('knew on 1 December 2024 what was known then', () => {
    const { years, unreported } = exportsAt('2024-12-01');
    expect(years.at(-1)).toMatchObject({ label: 'FY2023', value: 2597 });
    expect(unreported.map(({ label, months, value }) => [label, months, value])).toEqual([
      ['FY2024', 11, 2925],
      ['FY2025', 4, 1200],
    ]);
  });
  test('puts the first release of November 2024 before its undated revision', () => {
    const november = observationsOf('ict_services_exports').filter(
      ({ start, end }) => start === '2024-11-01' && end === '2024-11-30',
    );
    expect(november.map(({ value, status, knownBy }) => [value, status, knownBy])).toEqual([
      [324, 'accepted', '2024-12-31'],
      [310, 'accepted', '2025-01-31'],
      [318, 'suspect', '2025-04-18'],
    ]);
  });
  test('measures 36 targets, 9 of them on a stated assumption', () => {
    const measurable = pack.targets.filter(({ measure }) => measure !== null);
    expect(measurable.length).toBe(36);
    expect(measurable.filter(({ measure }) => measure?.assumption).map(({ indicatorId }) => indicatorId)).toEqual(
      Array.from({ length: 9 }, () => 'erozgaar_centres'),
    );
  });
  test('says why the $25 billion cannot be measured', () => {
    expect(pack.targets.find(({ id }) => id === 'T02')).toMatchObject({
      measure: null,
      notMeasurableBecause: expect.stringContaining('15 + 1 + 10'),
    });
  });
  test('reads “by 2030” both ways, fiscal first', () => {
    expect(pack.targets.find(({ id }) => id === 'T01')?.due.map(({ label }) => label)).toEqual([
      'FY2030',
      'calendar 2030',
    ]);
  });
  test('plans 50 centres by June 2025 and 250 by June 2027', () => {
    expect(pack.plans).toEqual([
      {
        targetId: 'T30',
        startsOn: '2024-07-01',
        milestones: [
          { on: '2025-06-30', planned: 50, source: 'app-2025-06-09' },
          { on: '2027-06-30', planned: 250, source: 'app-2025-06-09' },
        ],
      },
    ]);
  });
  test('flags the six revisions of exports beyond the usual', () => {
    const { rows } = revisionTriangle(observationsOf('ict_services_exports'), '2026-11-22');
    const unusual = rows.flatMap(({ revisions }) => revisions.filter((revision) => revision.isUnusual));
    expect(unusual.map(({ from, to }) => [from.value, to.value])).toEqual([
      [1090, 1191.864],
      [653, 684],
      [887.47, 917.84],
      [196, 193],
      [236, 224],
      [324, 310],
    ]);
  });
  test('says how old the exports are', () => {
    const indicator = pack.indicators.find(({ id }) => id === 'ict_services_exports');
    const release = indicator && nextRelease(observationsOf(indicator.id), indicator, '2026-11-22');
    expect(release && describeStaleness(release, '2026-11-22', pack.calendar)).toBe(
      'Latest data: Feb 2026, 9 months old. Mar 2026 was expected about 19 Apr 2026 and is overdue, as are 6 later releases.',
    );
  });
  test('its misprints are found when they are let in', () => {
    const letIn = observationsOf('ict_services_exports').map((report) => ({ ...report, status: 'accepted' as const }));
    const { conflicts } = reconcileMonths(letIn, { asOf: '2026-11-22', nonNegative: true });
    const culprits = conflicts.map(({ likelyCulprit: { value, end } }) => `${value} for ${end}`);
    expect(culprits).toEqual(
      expect.arrayContaining([
        '520.043 for 2018-02-28',
        '224.95 for 2023-07-31',
        '324 for 2024-10-31',
        '318 for 2024-11-30',
        '366 for 2025-11-30',
      ]),
    );
  }, 20_000);
  test('every report of exports left is honoured by the months', () => {
    const exports = observationsOf('ict_services_exports');
    const { months, reports, conflicts } = reconcileMonths(exports, { asOf: '2026-11-22', nonNegative: true });
    const misses = reports.map(({ start, end, value, halfWidth, qualifier }) => {
      const within = months.filter(({ span }) => span.start >= start && span.end <= end);
      const excess = within.reduce((sum, month) => sum + (month.value ?? Number.NaN), 0) - value;
      return excess > 0 && qualifier === 'rounded' ? excess - 2 * halfWidth : Math.abs(excess) - halfWidth;
    });
    expect(Math.max(...misses)).toBeLessThan(1e-6);
    expect(conflicts.filter(({ excess }) => excess > 2).map(({ likelyCulprit }) => likelyCulprit.value)).toEqual([
      517.63,
    ]);
    const labelled = (label: string) => months.filter((month) => month.label === label).length;
    expect([labelled('reported'), labelled('derived'), labelled('estimated')]).toEqual([64, 19, 45]);
  }, 20_000);

  test('cites its documents as people do', () => {
    const raw = pack.documents.filter(({ title }) => /, page |\?p=|\/|\b\d+ \d+\b|^[a-z]/.test(title));
    expect(raw.map(({ title }) => title)).toEqual([]);
    const words = [...pack.targets, ...pack.observations].map(({ note }) => note);
    expect(words.filter((note) => /\bdocument 00\d/.test(note))).toEqual([]);
  });
});
