import type { RecordStream, Reliability, SideBySide, TrackRecordReport } from '@hadaf/engine';
import { createLogger } from '@hadaf/platform';
import { describe, expect, test } from 'vitest';
import { hostileText, publishedFixture } from '../../../tests/e2e/published-fixture.ts';
import { buildApp } from './build-app.ts';

const log = createLogger({ level: 'silent' });
const rows = [{ from: 0, to: 0.1, count: 4, meanProbability: 0.04, hitShare: 0.25, lower: 0.08, upper: 0.55 }];
const reliability: Reliability = {
  ...{ questions: 4, events: 2, seriesCount: 1, brier: 0.2, logScore: 0.6, calibrationError: 0.21 },
  parts: { reliability: 0.044, resolution: 0, uncertainty: 0.1875, withinBins: 0 },
  ...{ rows, chart: { title: 'Reliability', bars: rows }, sentence: 'Too few.' },
};
const score = {
  mase: 1.66,
  mape: 0.12,
  bias: -0.04,
  skill: 0.1,
  crps: 1.09,
  coverage80: 0.71,
  coverage95: 0.86,
  brier: 0.259,
  logScore: 0.7,
};
const published: RecordStream = {
  ...{ kind: 'published', entries: 0, firstDay: null, lastDay: null, horizons: [], targetReliability: null },
  byDateReliability: null,
  ...{
    standardReliability: null,
    movement: null,
    pastTargets: [],
    others: null,
    landings: null,
    sentence: 'Nothing is published yet.',
  },
};
const page = {
  ...{ publisher: hostileText, agency: hostileText, url: 'javascript:alert(1)', publishedOn: null },
  ...{ knownBy: '2022-10-20', knownByBasis: 'dated' },
};
const others: SideBySide = {
  rows: [
    {
      ...{ targetId: 'T23', title: hostileText, announcedBy: hostileText, standing: 'official', knownBy: '2022-10-20' },
      ...{
        dueLabel: 'FY2023',
        unit: 'USD mn',
        said: 5000,
        source: page,
        outcome: 2500,
        outcomeSource: page,
        absent: null,
      },
      beside: { asOf: '2022-10-20', horizon: 1, ours: 3000, drift: 2900 },
    },
    {
      ...{ targetId: 'T24', title: hostileText, announcedBy: 'PSEB', standing: 'official', knownBy: '2023-08-18' },
      ...{ dueLabel: 'FY2023', unit: 'USD mn', said: 3000, source: page, outcome: 2500, outcomeSource: page },
      ...{ beside: null, absent: 'it was said after the year had ended' },
    },
  ],
  scores: [
    {
      ...{ standing: 'official', horizon: 1, cases: 1, unit: 'USD mn' },
      scores: [{ who: 'Official targets', mae: 2500, mape: 1, bias: 1, skill: -5.25 }],
    },
  ],
  sentence: '2 forecasts by others, 1 beside one of ours: too few to judge.',
};
const landingScore = { cases: 1, error: 0.04, oursOnSame: 0.04, crps: 0.021, coverage80: 1, coverage95: 1 };
const landings: NonNullable<RecordStream['landings']> = {
  months: [{ months: 6, scores: [{ name: 'Hadaf', ...landingScore }] }],
  scores: [
    { name: 'Hadaf', ...landingScore },
    {
      ...{ name: 'Equal months', cases: 1, error: 0.1, oursOnSame: 0.04, crps: 0.1 },
      coverage80: null,
      coverage95: null,
    },
  ],
  cases: [
    {
      ...{ seriesId: hostileText, label: 'FY2025', asOf: '2025-01-17', months: 6, unit: 'USD mn' },
      ...{ median: 3926, lower80: 3700, upper80: 4150, actual: 3800, sameShare: 4146, equalMonths: 3756 },
      official: { targetId: 'T20', value: 3500 },
    },
  ],
  milestoneReliability: null,
  sentence: '1 landing of 1 year of 1 series was answered.',
};
const replayed: RecordStream = {
  ...published,
  ...{ kind: 'replayed', entries: 61, firstDay: '2018-09-16', lastDay: '2026-11-21', sentence: 'Nobody read it then.' },
  horizons: [{ horizon: 1, years: 7, scores: [{ name: 'Hadaf', ...score }] }],
  ...{ targetReliability: reliability, others, landings },
  pastTargets: [
    {
      ...{ targetId: 'T23', title: hostileText, announcedBy: hostileText, standing: 'official', knownBy: '2021-10-01' },
      ...{ dueLabel: 'FY2023', unit: 'USD mn', targetValue: 5000, outcome: 2597, share: 0.519, reached: false },
      comparison: null,
      vintages: [{ asOf: '2022-10-20', probability: 0.05 }],
      ...{ missVisibleSince: '2022-10-20', missVisibleDays: 253 },
    },
  ],
};
const point = (year: number, y: number) => ({ x: `${year}-06-30`, y, label: `FY${year}` });
const hedgehog = {
  ...{ title: hostileText, unit: 'USD mn', actual: [point(2024, 3223), point(2025, 3804)] },
  paths: [{ asOf: '2024-12-19', isReplayed: true, points: [point(2024, 3223), point(2025, 3700)] }],
};

const year = { end: '2025-06-30', label: 'FY2025', median: 3700, lower: 3500, upper: 3900, actual: 3804 };
const path = { kind: 'replayed', asOf: '2024-12-19', originLabel: 'FY2024', isFirst: true, years: [year] } as const;

function recordOf(targetId: string): TrackRecordReport {
  return {
    ...{ runId: publishedFixture.runId, packId: 'pk', title: 'Pakistan IT', asOf: '2026-11-22' },
    streams: [published, replayed],
    series: [
      {
        ...{
          seriesId: 'exports',
          name: hostileText,
          unit: 'USD mn',
          targetIds: [targetId],
          hedgehog,
          forecasts: [path],
        },
        streams: [published, replayed],
      },
    ],
    chains: [{ kind: 'published', entries: 1, head: 'b6ed' }],
    ...{ calibration: null, panel: null },
  };
}

async function get(path: string, record: TrackRecordReport | null, before: TrackRecordReport | null = null) {
  const documentOf = (report: unknown) =>
    report ? { body: JSON.stringify(report), contentType: 'application/json', etag: '"r"' } : null;
  const find = async (at: string) => (at === '/v1/track-record' ? documentOf(record) : publishedFixture.find(at));
  const findEarlier = async () => documentOf(before);
  const projections = { request: async () => '', find: async () => null, listen: async function* () {} };
  const now = () => '2026-11-22T00:00:00.000Z';
  const app = await buildApp({
    readPublished: async () => ({ ...publishedFixture, find, findEarlier }),
    projections,
    now,
    log,
  });
  return app.inject({ url: path, headers: { accept: 'text/html' } });
}

async function firstTarget(): Promise<string> {
  const { targets } = JSON.parse((await get('/v1/targets', null)).body);
  return targets[0].targetId;
}

describe('the track record', () => {
  test('is the published document, and its page keeps published and replayed apart', async () => {
    const record = recordOf(await firstTarget());
    expect(JSON.parse((await get('/v1/track-record', record)).body)).toEqual(record);
    const { statusCode, body } = await get('/track-record', record);
    expect(statusCode).toBe(200);
    expect(body).toMatch(/id="published"[\s\S]*Nothing is published yet[\s\S]*id="replayed"[\s\S]*Nobody read it then/);
    expect(body).toContain('hadaf record --verify');
  });

  test('shows past targets with what we said of them, and the diagram with its table', async () => {
    const { body } = await get('/track-record', recordOf(await firstTarget()));
    expect(body).toContain('253 days before');
    expect(body).toContain('href="/targets/T23"');
    expect(body.match(/Called 4&#160;%|Called 4\u00a0%/g)?.length).toBe(2);
    expect(body).toContain('8&#160;% to 55'.replace('&#160;', '\u00a0'));
  });

  test('shows what others said beside ours, with errors and pages, and why one is not compared', async () => {
    const { body } = await get('/track-record', recordOf(await firstTarget()));
    expect(body).toMatch(/Others’ forecasts beside ours[\s\S]*too few to judge[\s\S]*−5\.25/);
    expect(body).toMatch(/\+100\u00a0%[\s\S]*\+20\u00a0%[\s\S]*\+16\u00a0%[\s\S]*said after the year had ended/);
    expect(body).not.toContain('href="javascript:');
  });

  test('shows where years were to land, by the months known, with what came', async () => {
    const { body } = await get('/track-record', recordOf('T01'));
    expect(body).toContain('Where the year lands, by months known');
    expect(body).toContain('6 months known, 1 case');
    expect(body).toMatch(/\$3\.93bn<span class="sub">\$3\.70bn – \$4\.15bn/);
    expect(body).toContain('<a href="/targets/T20">$3.50bn</a>');
  });

  test('is every forecast beside what came, as CSV', async () => {
    const { statusCode, headers, body } = await get('/v1/track-record.csv', recordOf(await firstTarget()));
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const [head = '', line = ''] = body.split('\r\n');
    expect(head.split(',').slice(0, 8)).toEqual([
      ...['kind', 'series', 'unit', 'forecast_on', 'origin', 'is_scored', 'period', 'period_end'],
    ]);
    expect(line).toBe(
      `replayed,exports,USD mn,2024-12-19,FY2024,true,FY2025,2025-06-30,1,3700,3500,3900,3804,-104,2026-11-22,${publishedFixture.runId}`,
    );
    expect((await get('/v1/track-record.csv', null)).statusCode).toBe(202);
  });

  test('escapes what documents say', async () => {
    const { body } = await get('/track-record', recordOf(await firstTarget()));
    expect(body).not.toContain('<script>');
  });

  test('is part of the page of each target it is about, once it is made', async () => {
    const id = await firstTarget();
    const own = (await get(`/targets/${id}`, { ...recordOf(id), panel: reliability })).body;
    expect(own).toContain('How our forecasts of it did');
    expect(own).toContain('Scores by years ahead');
    expect(own).toContain('id="panel-reliability"');
    expect((await get(`/targets/${id}`, recordOf(id))).body).not.toContain('panel-reliability');
    const other = (await get(`/targets/${id}`, recordOf('another'))).body;
    expect(other).toContain('there is nothing to score');
    expect((await get(`/targets/${id}`, null)).body).not.toContain('How our forecasts of it did');
  });

  test.each([
    [0.2, 12, 'held 20 % of 12 outcomes, 1 year ahead: so far it was too narrow'],
    [0.95, 20, 'held 95 % of 20 outcomes, 1 year ahead: so far it was wider'],
    [0.75, 12, 'held 75 % of 12 outcomes, 1 year ahead: about as many as it should'],
    [0, 1, 'held 0 % of 1 outcome, 1 year ahead: too few to judge it'],
  ])('says beside the interval how such intervals did: %f of %d', async (coverage80, years, words) => {
    const id = await firstTarget();
    const streams = [
      { ...replayed, horizons: [{ horizon: 1, years, scores: [{ name: 'Hadaf', ...score, coverage80 }] }] },
    ];
    const record = recordOf(id);
    const body = (await get(`/targets/${id}`, { ...record, series: record.series.map((one) => ({ ...one, streams })) }))
      .body;
    expect(body.replaceAll('\u00a0', ' ')).toContain(words);
  });

  test.each(['/track-record', '/v1/track-record', '/v1/variants'])(
    '%s never shows today for another day',
    async (path) => {
      const { statusCode, body } = await get(`${path}?as_of=2025-01-01`, recordOf(await firstTarget()));
      expect([statusCode, body]).toEqual([400, expect.stringContaining('shows no earlier day')]);
    },
  );

  test('stands as it was until the newest run’s is made, and says so with its day', async () => {
    const id = await firstTarget();
    const before = { ...recordOf(id), runId: 'the-run-before', asOf: '2026-10-01' };
    const page = await get('/track-record', null, before);
    expect(page.statusCode).toBe(200);
    expect(page.body).toMatch(/Being updated[\s\S]*1.Oct.2026[\s\S]*the-run-before/);
    const json = await get('/v1/track-record', null, before);
    expect(JSON.parse(json.body)).toEqual(before);
    expect(json.headers).toMatchObject({
      ...{ 'hadaf-run': 'the-run-before', 'hadaf-being-updated': publishedFixture.runId },
      'cache-control': 'no-cache',
    });
    expect((await get(`/targets/${id}`, null, before)).body).toMatch(/How our forecasts of it did[\s\S]*Being updated/);
    const made = await get('/track-record', recordOf(id), before);
    expect([made.body.includes('Being updated'), made.headers['hadaf-being-updated']]).toEqual([false, undefined]);
  });

  test.each([
    ['there is none', null],
    ['this code cannot read the one before', { runId: 'old' }],
  ])('is being made where %s: 202, and when to ask again', async (_why, before) => {
    const record = before as TrackRecordReport | null;
    const json = await get('/v1/track-record', null, record);
    expect([json.statusCode, json.headers['retry-after'], JSON.parse(json.body)]).toEqual([
      ...[202, '5', { state: 'being-made', runId: publishedFixture.runId }],
    ]);
    const page = await get('/track-record', null, record);
    expect([page.statusCode, page.headers.refresh]).toEqual([202, '5']);
    expect(page.body).toContain('The first record is being made');
  });

  test('is linked from the foot of the index', async () => {
    expect((await get('/', null)).body).toContain('href="/track-record"');
  });
});
