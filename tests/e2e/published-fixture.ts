import type { FanChartView } from '@hadaf/charts';
import type { Citation, Figure, IndexReport, MatrixReport, TargetReport, TargetSummary } from '@hadaf/engine';
import type { PublishedRun } from '@hadaf/reporting';
import { indicatorFixture } from './indicator-fixture.ts';

/** Invented figures in the shape the engine publishes: they exercise the page, and claim nothing about Pakistan. */
const bank: Citation = {
  publisher: 'Business Recorder',
  agency: 'State Bank of Pakistan',
  url: 'https://example.org/ict-exports-fy25',
  publishedOn: '2025-07-19',
  knownBy: '2025-07-19',
  knownByBasis: 'the page is dated',
};
const ministry: Citation = {
  publisher: 'Daily Times',
  agency: 'MoITT',
  url: 'https://example.org/fifteen-billion',
  publishedOn: null,
  knownBy: '2025-08-31',
  knownByBasis: 'it states figures up to July 2025 and is cited in August',
};

/** Text that would break a page that trusts its data: markup, quotes, and a right-to-left run. */
export const hostileText = `<script>alert("1")</script> 'quoted' & ہدف ۲۰۳۰`;

const figure = (label: string, value: number | null, unit: string, more: Partial<Figure> = {}): Figure => ({
  label,
  value,
  unit,
  period: 'FY2025',
  basis: 'reported',
  note: '',
  citations: [bank],
  ...more,
});

const reported = [1065, 1191, 1437, 2108, 2616, 2596, 3223, 3800];
const actual = reported.map((y, index) => ({
  x: `${2018 + index}-06-30`,
  y,
  label: `FY${2018 + index}`,
  provisional: index === reported.length - 1,
}));

const spread = [
  { level: 0.5, width: 0.674 },
  { level: 0.8, width: 1.282 },
  { level: 0.95, width: 1.96 },
];
const forecast = [1, 2, 3, 4, 5].map((years) => {
  const median = 3800 * 1.15 ** years;
  return {
    x: `${2025 + years}-06-30`,
    label: `FY${2025 + years}`,
    median,
    intervals: spread.map(({ level, width }) => ({
      level,
      lower: median * Math.exp(-0.13 * width * Math.sqrt(years)),
      upper: median * Math.exp(0.13 * width * Math.sqrt(years)),
    })),
  };
});

const fan: FanChartView = {
  title: 'ICT services exports, fiscal years',
  unit: 'USD mn per year',
  actual,
  forecast,
  required: [0, 1, 2, 3, 4, 5].map((years) => ({
    x: `${2025 + years}-06-30`,
    y: 3800 * (15_000 / 3800) ** (years / 5),
  })),
  target: { x: '2030-06-30', y: 15_000, label: 'FY2030' },
};

const exportsSummary: TargetSummary = {
  targetId: 'T01',
  samePromiseAs: null,
  title: 'IT exports of $15bn by 2030',
  indicatorName: 'ICT services exports (State Bank of Pakistan)',
  unit: 'USD mn per year',
  targetValue: 15_000,
  dueLabel: 'FY2030',
  announcedOn: '2025-07-19',
  announcedBy: 'MoITT minister Shaza Fatima',
  latest: figure('Latest value', 3800, 'USD mn', {
    basis: 'reported, as printed ± 50',
  }),
  requiredGrowth: 0.316,
  achievedGrowth: 0.179,
  probability: { atDate: 0.004, byDate: 0.012 },
  status: 'off-track',
  label: 'unlikely',
  isSettled: false,
  standing: 'official',
  dueEnd: '2030-06-30',
  reason: 'The series grew 17.9 % over the last year; the target needs 31.6 % in every year left.',
  sparkline: {
    label: 'ICT services exports, FY2018 to FY2025, rising from $1.07bn to $3.80bn',
    values: actual,
  },
};

const centres: TargetSummary = {
  ...exportsSummary,
  targetId: 'T30',
  title: '250 e-Rozgaar centres by FY2027',
  indicatorName: 'e-employment centres established',
  unit: 'count',
  targetValue: 250,
  dueLabel: 'FY2027',
  announcedOn: '2025-06-09',
  announcedBy: 'PSEB, Economic Survey 2024-25',
  latest: figure('Latest value', 40, 'count', { period: 'as of 8 Aug 2025' }),
  requiredGrowth: null,
  achievedGrowth: null,
  probability: null,
  status: 'at-risk',
  reason: 'Forty of the fifty centres due by June 2025 were reported in August 2025.',
  sparkline: null,
};

const summaries: TargetSummary[] = [
  exportsSummary,
  centres,
  {
    ...exportsSummary,
    targetId: 'T27',
    title: 'IT exports of $4.5bn in FY2026',
    targetValue: 4500,
    dueLabel: 'FY2026',
    announcedBy: 'JS Global, projection',
    probability: { atDate: 0.63, byDate: 0.63 },
    requiredGrowth: 0.184,
    status: 'on-track',
  },
  {
    ...exportsSummary,
    targetId: 'T21',
    title: 'IT exports of $3.5bn in FY2025',
    targetValue: 3500,
    dueLabel: 'FY2025',
    announcedOn: null,
    probability: null,
    requiredGrowth: null,
    isSettled: true,
    label: 'reached',
    reason: 'reached, 109 % attained',
    dueEnd: '2025-06-30',
    status: 'achieved',
  },
  {
    ...centres,
    targetId: 'T29',
    title: 'IT exports of $15bn, no date',
    status: 'not-assessable',
    reason: 'The claim states no date, so nothing can be required of any year.',
    dueLabel: 'no date stated',
    unit: 'USD mn per year',
    targetValue: 15_000,
  },
  {
    ...centres,
    targetId: 'T02',
    title: 'Digital economy of $25bn by 2030',
    status: 'not-measurable',
    reason: 'No statistic tracks the size of the digital economy; a published series would make it measurable.',
    dueLabel: 'CY2030 as worded',
    unit: 'USD mn',
    targetValue: 25_000,
    latest: null,
  },
  {
    ...centres,
    targetId: 'T99',
    title: hostileText,
    announcedBy: hostileText,
    status: 'not-measurable',
    reason: hostileText,
    dueLabel: hostileText,
    unit: 'event',
    targetValue: 1,
    latest: null,
  },
];

const runId = '0198f3a2-5c1e-7d40-9a51-3f0c2b7e6d11';
const stamp = { runId, asOf: '2026-11-22', dataThrough: '2026-02-28' };

const bare = {
  ...stamp,
  staleness: '',
  verdictUrdu: '',
  urdu: {},
  wording: { due: '', baseline: '', note: '' },
  dueReadings: [],
  assumption: null,
  monthsOf: null,
  claimHistory: [],
  slips: null,
  figures: [],
  years: [],
  endedYear: [],
  endedYearToDate: null,
  yearInProgress: [],
  yearToDate: null,
  whatItTakes: [],
  matrix: null,
  interval: [],
  fan: null,
  scenarios: [],
  rollOut: null,
  trackRecord: [],
  trackRecordNotes: [],
  explanation: [],
  models: [],
  alerts: [],
  caveats: [],
  citations: [ministry],
};

const wider = 'it_plus_freelance_exports';
const cell = (
  definitionId: string,
  windowYears: number | null,
  status: TargetSummary['status'],
  metric: number | null,
): MatrixReport['cells'][number] => ({
  methodId: windowYears === null ? 'probability' : 'cagr-ratio',
  ...{ definitionId, windowYears, status, metric, label: status },
  sentence: `On ${definitionId} the rule says ${status}.`,
});

const rule = {
  version: '1',
  variant: 'corrected',
  formula: 'R = a ÷ b',
  bands: 'R ≥ 0.95',
  source: 'a source',
} as const;

const matrix: MatrixReport = {
  definitions: [
    { id: 'ict', name: 'ICT services exports', definition: 'the bank’s', isMeasure: true, citations: [bank] },
    { id: wider, name: 'IT exports with freelancers', definition: 'wider', isMeasure: false, citations: [ministry] },
  ],
  windows: [1, 2, 3, 5],
  methods: [
    { id: 'cagr-ratio', name: 'Eurostat-type growth ratio', ...rule },
    { id: 'probability', name: 'calibrated probability', ...rule },
  ],
  cells: [
    cell('ict', 1, 'at-risk', 0.61),
    cell('ict', 2, 'at-risk', 0.74),
    cell('ict', 3, 'off-track', 0.54),
    cell('ict', 5, 'at-risk', 0.81),
    cell(wider, 1, 'on-track', 0.99),
    ...[2, 3, 5].map((years) => cell(wider, years, 'not-assessable', null)),
    cell('ict', null, 'off-track', 0.01),
    cell(wider, null, 'not-assessable', null),
  ],
  majority: 'at-risk',
  disagreement: 0.5,
  summary:
    'Of 10 verdicts 6 could be given: 3 at risk, 2 off track, 1 on track. The most frequent is at risk; 3 differ from it.',
  contrast: {
    from: { definitionId: 'ict', windowYears: 3, ratio: 0.54 },
    to: { definitionId: wider, windowYears: 1, ratio: 0.99 },
    definitionPart: 0.38,
    windowPart: 0.07,
    sentence: 'Of the difference of 0.45, 0.38 is the definition and 0.07 the window.',
  },
};

const claimHistory: TargetReport['claimHistory'] = [
  { targetId: 'T09', relation: 'first', isSuperseded: true, announcedOn: '2023-01-05', knownBy: '2023-01-06' },
  { targetId: 'T01', relation: 'moves-date', isSuperseded: false, announcedOn: null, knownBy: '2025-07-19' },
].map((claim) => ({
  ...claim,
  relation: claim.relation === 'first' ? 'first' : 'moves-date',
  ground: 'inferred',
  title: `claim ${claim.targetId}`,
  sentence: `MoITT (${claim.knownBy}) said so.`,
  citation: ministry,
}));

const trackRecord: TargetReport['trackRecord'] = [
  ...[['T22', 'official', 3500, 2619] as const, ['T25', 'projection', 3000, 3223] as const].map(
    ([targetId, standing, targetValue, outcome]) => ({
      ...{ targetId, standing, targetValue, outcome, share: outcome / targetValue, reached: outcome >= targetValue },
      ...{ title: `target ${targetId}`, announcedBy: 'MoITT', announcedOn: '2022-04-24', dueLabel: 'FY2022' },
      ...{ unit: 'USD mn', citation: ministry },
    }),
  ),
];

const exportsVerdict =
  'IT exports of $15bn in FY2030 are very unlikely: the probability is below 1 %, because exports would have to grow 31.6 % in every year left and grew 17.9 % in the last.';
const exportsVerdictUrdu = 'مالی سال 2030 تک 15 ارب ڈالر سالانہ کا ہدف راہ سے ہٹا ہوا ہے۔';

const exportsReport: TargetReport = {
  ...bare,
  ...exportsSummary,
  claimHistory,
  trackRecord,
  trackRecordNotes: ['FY2023: the outcome is 87 % of $3bn, 52 % of $5bn.'],
  matrix,
  slips: {
    dates: [
      { targetId: 'T45', dueOn: '2025-02-18', knownBy: '2025-09-18', announcedBy: 'the contract', slipDays: 0 },
      { targetId: 'T46', dueOn: '2025-10-31', knownBy: '2025-09-18', announcedBy: 'the contract', slipDays: 255 },
    ],
    totalDays: 255,
    sentence: 'The date moved once, from 2025-02-18 to 2025-10-31: 255 days later.',
  },
  yearInProgress: [
    figure('Year in progress, so far', 2970, 'USD mn', {
      period: 'Jul 2025 to Feb 2026',
      basis: 'reported as one sum',
      note: '8 of 12 months known',
    }),
    figure('Needed in each remaining month', 508, 'USD mn a month', { note: '1.16 times the best month ever known' }),
  ],
  whatItTakes: [figure('Date of even odds', 2036, 'fiscal year', { basis: 'first year whose median reaches it' })],
  staleness: 'Latest data: February 2026, nearly 9 months old; the March 2026 release is overdue.',
  verdict: exportsVerdict,
  verdictUrdu: exportsVerdictUrdu,
  urdu: { [exportsVerdict]: exportsVerdictUrdu },
  wording: {
    due: '‘by 2030’ (as worded by press; plan horizon FY2029-30)',
    baseline: '3800 (FY25)',
    note: 'Said together with the $25bn digital economy.',
  },
  dueReadings: ['fiscal 2030, July 2029 to June 2030 (default)', 'calendar 2030, January to December 2030'],
  assumption: 'IT exports are read as ICT services exports of the State Bank of Pakistan.',
  monthsOf: 'exports',
  figures: [
    exportsSummary.latest ?? figure('Latest value', null, 'USD mn'),
    figure('Gap at the date', -7356, 'USD mn', {
      period: 'FY2030',
      basis: 'forecast median − target',
    }),
    figure('Growth required', 31.6, 'percent a year', {
      period: 'FY2025 to FY2030',
      basis: '(15,000 ÷ 3,800)^(1/5) − 1',
    }),
    figure('Growth achieved, 1 year', 17.9, 'percent a year', {
      basis: '3,800 ÷ 3,223 − 1',
      citations: [bank, ministry],
    }),
    figure('Growth achieved, 5 years', null, 'percent a year', {
      note: 'No fiscal year 2020 under this definition.',
    }),
    figure('Achieved ÷ required', 0.57, 'ratio', { basis: '17.9 ÷ 31.6' }),
  ],
  interval: spread.map(({ level }, index) => {
    const last = forecast.at(-1)?.intervals[index];
    return {
      period: 'FY2030',
      level,
      lower: last?.lower ?? 0,
      upper: last?.upper ?? 0,
    };
  }),
  fan,
  models: [
    {
      name: 'damped trend on logs',
      weight: 0.31,
      leftOut: null,
      parameters: { alpha: 0.61, beta: 0.12, phi: 0.94 },
    },
    {
      name: 'random walk with drift on logs',
      weight: 0.46,
      leftOut: null,
      parameters: { driftTerm: 0.1547 },
    },
    { name: 'theta', weight: 0.23, leftOut: null, parameters: { alpha: 0.88 } },
    {
      name: 'logistic growth',
      weight: 0,
      leftOut: 'did not converge: the values show no ceiling yet',
      parameters: {},
    },
  ],
  alerts: [
    {
      raisedOn: '2026-11-22',
      from: 'at-risk',
      to: 'off-track',
      reason: 'P fell from 6 % to below 1 % after the February 2026 release.',
    },
  ],
  caveats: [
    'The $4.6bn headline adds freelancers’ earnings; this series does not.',
    'FY2025 is printed as $3.8bn and may be off by up to $50m.',
  ],
};

const centresReport: TargetReport = {
  ...bare,
  ...centres,
  verdict: '250 e-Rozgaar centres by FY2027 are at risk: 40 of the 50 due by June 2025 were reported.',
  assumption: 'e-Rozgaar centres are read as e-employment centres established.',
  monthsOf: null,
  rollOut: {
    title: 'e-Rozgaar centres, cumulative',
    unit: 'count',
    planned: [
      { x: '2024-07-01', y: 0 },
      { x: '2025-06-30', y: 50 },
      { x: '2027-06-30', y: 250 },
    ],
    reported: [
      { x: '2024-07-01', y: 0 },
      { x: '2025-02-13', y: 12 },
      { x: '2025-08-08', y: 40 },
    ],
  },
  figures: [
    figure('Centres due', 50, 'count', {
      period: '30 Jun 2025',
      basis: 'the first milestone',
    }),
    figure('Centres reported', 40, 'count', { period: 'as of 8 Aug 2025' }),
    figure('Schedule performance index', 0.8, 'ratio', {
      period: '30 Jun 2025',
      basis: '40 ÷ 50',
    }),
  ],
};

const hostileReport: TargetReport = {
  ...exportsReport,
  ...Object.fromEntries(Object.entries(summaries.at(-1) ?? {})),
  targetId: 'T99',
  verdict: hostileText,
  verdictUrdu: hostileText,
  urdu: { [hostileText]: hostileText },
  staleness: hostileText,
  wording: { due: hostileText, baseline: hostileText, note: hostileText },
  dueReadings: [hostileText],
  assumption: hostileText,
  monthsOf: null,
  figures: [
    figure(hostileText, 1, hostileText, {
      period: hostileText,
      basis: hostileText,
      note: hostileText,
    }),
  ],
  fan: {
    ...fan,
    title: hostileText,
    unit: hostileText,
    target: { ...fan.target, label: hostileText },
  },
  years: [
    {
      ...{ fiscalYear: 2026, label: hostileText, start: '2025-07-01', end: '2026-06-30', state: 'running' },
      ...{ monthsKnown: 1, monthsOver: 12, monthsOverdue: null, landing: null, milestone: null },
      sentences: [hostileText],
    },
  ],
  yearInProgress: [figure(hostileText, 1, hostileText, { period: hostileText })],
  yearToDate: {
    chart: {
      ...{ title: hostileText, unit: hostileText, months: Array.from({ length: 12 }, () => hostileText) },
      year: { label: hostileText, points: [{ months: 1, y: 1 }] },
      earlier: [{ label: hostileText, points: [{ months: 12, y: 9 }] }],
      ...{ landing: null, milestone: null, pace: [], needed: null },
    },
    citations: [],
  },
  models: [{ name: hostileText, weight: 0, leftOut: hostileText, parameters: {} }],
  alerts: [
    {
      raisedOn: '2026-11-22',
      from: 'on-track',
      to: 'at-risk',
      reason: hostileText,
    },
  ],
  caveats: [hostileText],
  matrix: {
    ...matrix,
    definitions: matrix.definitions.map((one) => ({ ...one, name: hostileText })),
    methods: matrix.methods.map((one) => ({ ...one, name: hostileText, formula: hostileText })),
    cells: matrix.cells.map((one) => ({ ...one, sentence: hostileText })),
  },
  claimHistory: claimHistory.map((one) => ({ ...one, title: hostileText, sentence: hostileText })),
  trackRecord: trackRecord.map((one) => ({ ...one, announcedBy: hostileText, dueLabel: hostileText })),
  trackRecordNotes: [hostileText],
  citations: [
    {
      ...bank,
      publisher: hostileText,
      agency: hostileText,
      url: 'javascript:alert(1)',
    },
  ],
};

const index: IndexReport = {
  ...stamp,
  packId: 'fixture',
  title: 'Pakistan’s IT targets',
  urdu: {},
  record: { entries: 3, head: 'a1b2' },
  targets: summaries,
};
const reports: TargetReport[] = [
  exportsReport,
  centresReport,
  hostileReport,
  ...summaries.slice(2, -1).map((summary) => ({ ...bare, ...summary, verdict: summary.reason })),
];

const indicators = indicatorFixture({ runId, packId: index.packId, title: index.title, asOf: index.asOf }, hostileText);

const documents = new Map<string, unknown>([
  ['/v1/targets', index],
  ['/v1/indicators', indicators.list],
  ['/v1/indicators/exports', indicators.exports],
  ['/v1/indicators/hostile', indicators.hostile],
  ...reports.map((report) => [`/v1/targets/${report.targetId}`, report] as const),
]);

/** A published run as the store would hand it out. */
export const publishedFixture: PublishedRun = {
  runId,
  find: async (path) => {
    const document = documents.get(path);
    if (document === undefined) return null;
    return {
      body: JSON.stringify(document),
      contentType: 'application/json',
      etag: `"${runId}${path}"`,
    };
  },
};
