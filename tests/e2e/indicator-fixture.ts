import type { IndicatorReport, IndicatorsReport, MonthRow, ReportRow } from '@hadaf/engine';

/** Invented reports in the shape the engine publishes: they exercise the page, and claim nothing about Pakistan. */
export interface IndicatorFixture {
  readonly list: IndicatorsReport;
  readonly exports: IndicatorReport;
  readonly hostile: IndicatorReport;
}

const bank = {
  id: 'bank',
  title: 'Exports to March',
  publisher: 'Business Recorder',
  url: 'https://example.org/march',
  publishedOn: '2025-04-17',
};
const undated = { id: 'undated', title: 'Exports to February', publisher: 'A blog', url: '', publishedOn: null };

function report(period: string, value: number, more: Partial<ReportRow> = {}): ReportRow {
  return {
    ...{ start: '2024-07-01', end: '2025-03-31', period, value, qualifier: 'exact', halfWidth: 0.5, agency: 'SBP' },
    ...{ document: 'bank', publishedOn: '2025-04-17', knownBy: '2025-04-17', status: 'accepted' },
    ...more,
  };
}

const march = report('Jul–Mar FY2025', 2828);
const february = report('Jul–Feb FY2025', 2486, { document: 'undated', knownBy: '2025-03-20', publishedOn: null });

const months: readonly MonthRow[] = [
  {
    ...{ start: '2025-02-01', end: '2025-02-28', period: 'Feb 2025', fiscalYear: 'FY2025', label: 'estimated' },
    ...{ value: 305.2, standardDeviation: 11.6 },
    restsOn: {
      ...{ period: 'Jul–Feb FY2025', value: 2486, halfWidth: 0.5, arithmetic: 'Jul–Feb FY2025 2,486' },
      reports: [{ sign: 1, ...february }],
    },
  },
  {
    ...{ start: '2025-03-01', end: '2025-03-31', period: 'Mar 2025', fiscalYear: 'FY2025', label: 'derived' },
    ...{ value: 342, standardDeviation: 0.3 },
    restsOn: {
      ...{ period: 'Mar 2025', value: 342, halfWidth: 1 },
      arithmetic: 'Jul–Mar FY2025 2,828 less Jul–Feb FY2025 2,486',
      reports: [
        { sign: 1, ...march },
        { sign: -1, ...february },
      ],
    },
  },
  {
    ...{ start: '2025-04-01', end: '2025-04-30', period: 'Apr 2025', fiscalYear: 'FY2025', label: 'unknown' },
    ...{ value: null, standardDeviation: null, restsOn: null },
  },
];

const indicator: IndicatorReport['indicator'] = {
  ...{ id: 'exports', name: 'ICT services exports', unit: 'USD mn', definition: 'As banks report.', variantOf: null },
  kind: 'flow',
  calendar: { firstMonth: 7 },
};

/** What a run of the fixture publishes about its indicators. */
export function indicatorFixture(
  stamp: { readonly runId: string; readonly packId: string; readonly title: string; readonly asOf: string },
  hostileText: string,
): IndicatorFixture {
  const documents = { bank, undated };
  const total = report('FY2024', 3223);
  const exports: IndicatorReport = {
    ...stamp,
    ...{ indicator, dataThrough: '2025-03-31', months, documents },
    years: [
      {
        ...{
          fiscalYear: 'FY2024',
          published: total,
          sum: 3223.2,
          difference: 0.2,
          isWithinPrint: true,
          explanation: '',
        },
        labels: { reported: 9, derived: 3, estimated: 0, unknown: 0 },
        others: [{ ...report('FY2024', 3210), difference: 13.2, isWithinPrint: false }],
      },
      {
        ...{ fiscalYear: 'FY2023', published: report('FY2023', 2605), sum: 2596, difference: -9, isWithinPrint: false },
        ...{ explanation: 'the total cannot hold together with 2 other reports', others: [] },
        labels: { reported: 12, derived: 0, estimated: 0, unknown: 0 },
      },
    ],
    conflicts: [
      {
        ...{ kind: 'sums', excess: 0.03, impliesNegative: false, reason: 'printed by 1 page, known by 2025-03-20' },
        ...{ reports: [march, february, report('Mar 2025', 343)], likelyCulprit: february },
      },
      {
        ...{ kind: 'suspect', excess: 10.9, impliesNegative: true, reason: 'left out as suspect: mislabelled' },
        ...{ reports: [report('Jul 2023', 224.95), report('Jul 2023', 214)] },
        likelyCulprit: report('Jul 2023', 224.95),
      },
    ],
    targets: [{ targetId: 'T01', title: 'IT exports of $15 billion' }],
  };
  const hostile: IndicatorReport = {
    ...exports,
    indicator: { ...indicator, id: 'hostile', name: hostileText, definition: hostileText },
    documents: { bank: { ...bank, title: hostileText, publisher: hostileText, url: 'javascript:alert(1)' }, undated },
    conflicts: exports.conflicts.map((conflict) => ({ ...conflict, reason: hostileText })),
    targets: [{ targetId: 'T01', title: hostileText }],
  };
  const summary = {
    observations: 3,
    from: '2024-07-01',
    dataThrough: '2025-03-31',
    latest: march,
    conflicts: 2,
    nextRelease: null,
  };
  const labels = { reported: 0, derived: 1, estimated: 1, unknown: 1 };
  const { calendar: _calendar, ...named } = indicator;
  const list: IndicatorsReport = {
    ...stamp,
    indicators: [
      { ...named, ...summary, labels, exceptions: 1, document: bank },
      {
        ...named,
        ...summary,
        id: 'centres',
        kind: 'stock',
        name: hostileText,
        labels: null,
        exceptions: 0,
        document: null,
      },
    ],
  };
  return { list, exports, hostile };
}
