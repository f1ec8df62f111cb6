import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createEngine,
  type Forecaster,
  forecastSettings,
  loadPack,
  openForecaster,
  type TargetReport,
} from '@hadaf/engine';
import { ensurePackSchedule } from '@hadaf/jobs';
import { createLogger } from '@hadaf/platform';
import { type Reporting, startReporting } from '@hadaf/reporting';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { targetLines } from '../../services/cli/src/terminal/target-lines.ts';
import { useTestDatabase } from './test-database.ts';

const database = useTestDatabase();
const asOf = '2026-11-22';
const main = join(import.meta.dirname, '../../services/cli/src/main.ts');
let home: string;
let reporting: Reporting;
let forecaster: Forecaster;

const manifest = (id: string) =>
  `format: 1\nid: ${id}\ntitle: Edges\ncalendar: { firstMonth: 7 }\ntimezone: UTC\nschedule: { cron: '0 6 * * 1', zone: UTC }\n`;
const documents =
  'id,title,publisher,url,published_on\npage,A page,Daily,https://example.org/1,2025-07-19\nlate,A later page,Daily,https://example.org/2,2026-03-01\n';
const heads = {
  indicators: 'id,name,unit,kind,frequency,definition,variant_of',
  observations: 'indicator,start,end,value,qualifier,half_width,agency,document,known_by,known_by_basis,status,note',
  targets:
    'id,title,indicator,measure,not_measurable_because,value,unit,direction,kind,due,due_wording,announced_on,announced_by,document,known_by,standing,part_of,supersedes,hold,upper,baseline_value,baseline_period',
};

/** A claim as its row; everything but its id has a sound default. */
interface Claim {
  readonly series?: string;
  readonly value?: number | string;
  readonly unit?: string;
  readonly kind?: string;
  readonly due?: string;
  readonly announced?: string;
  readonly known?: string;
  readonly partOf?: string;
  readonly supersedes?: string;
  readonly hold?: string;
  readonly upper?: string;
  readonly base?: string;
  readonly measure?: string;
}

function claimRow(id: string, claim: Claim): string {
  const { series = id.toLowerCase(), value = 200, unit = 'USD mn', kind = 'level', due = 'FY2030' } = claim;
  const { announced = '2025-07-19', known = '2025-07-19', measure = series } = claim;
  const { partOf = '', supersedes = '', hold = '', upper = '', base = ',' } = claim;
  const why = measure === '' ? 'nothing counts it' : '';
  return `${id},Claim ${id},${series},${measure},${why},${value},${unit},up,${kind},${due},by then,${announced},Minister,page,${known},official,${partOf},${supersedes},${hold},${upper},${base}`;
}

/** Values of consecutive fiscal years up to FY2025; null is a year without one. */
function yearly(indicator: string, values: readonly (number | null)[]): string[] {
  return values.flatMap((value, i) => {
    const year = 2025 - values.length + 1 + i;
    return value === null
      ? []
      : [`${indicator},${year - 1}-07-01,${year}-06-30,${value},exact,0,SBP,page,${year}-08-01,test,accepted,`];
  });
}

interface Edge {
  readonly values: readonly (number | null)[];
  readonly claim?: Claim;
  /** What its page, its document and the terminal say. */
  readonly says: readonly RegExp[];
  readonly more?: readonly string[];
}

const past = [80, 90, 100];
const edges: Readonly<Record<string, Edge>> = {
  E01: {
    values: past,
    claim: { due: 'FY2024', value: 95 },
    says: [/was missed, 95.% attained: the outcome was \$90m/],
  },
  E02: { values: [0, 0, 0, 0], says: [/growth from zero has no rate/, /the latest value is \$0m/] },
  E03: { values: [-20, -15, -12, -10], says: [/no rate of growth crosses zero/, /the latest value is −\$10m/] },
  E04: { values: [150, 180, 210], says: [/is reached, 105.% attained/] },
  E05: { values: [210, 230, 260], claim: { base: '260,FY2025' }, says: [/is reached, 130.% attained/] },
  E06: {
    values: past,
    claim: { base: '120,FY2025' },
    says: [/It starts from \$120m in FY2025 by its own words; the series has \$100m\./],
  },
  E07: {
    values: past,
    claim: { known: '2026-07-01' },
    says: [/is off track: .* the latest value is \$100m \(FY2025\)/],
  },
  E08: { values: [], says: [/cannot be assessed: no value was known on this day/] },
  E09: { values: [100], says: [/only one value is known, so there is no pace/] },
  E10: { values: past, says: [/Its stated parts do not add up: \$15m \+ \$1m \+ \$10m = \$26m, not \$200m/] },
  E11: {
    values: [80, 90, 100, 150],
    claim: { announced: '2023-01-01' },
    says: [
      /cannot be assessed: it was set on the definition before 1.Jul.2024/,
      /Since 1.Jul.2024 Series e11 has another definition, “wider”; no link to values before is stated/,
    ],
  },
  E12: {
    values: [80, 90, 100, 150],
    claim: { announced: '2023-01-01' },
    says: [/It was set as \$200m on an earlier definition; through the stated link it is judged as \$250m/],
  },
  E13: {
    values: [210, null, 230, 240],
    claim: { hold: 'yes', announced: '2021-08-01', known: '2021-08-01', due: 'FY2027' },
    says: [/It is to hold in every year until 30.Jun.2027/],
  },
  E14: {
    values: past,
    claim: { base: '90,FY2024' },
    more: ['e14,2023-07-01,2024-06-30,97,exact,0,SBP,late,,,accepted,revised'],
    says: [/It starts from \$90m in FY2024 by its own words; the series has \$97m\./],
  },
  E15: {
    values: past,
    claim: { base: '40,FY2019' },
    says: [/It starts from \$40m in FY2019 by its own words; the series has no value of that period\./],
  },
  E16: { values: past, claim: { value: 0 }, says: [/is reached/] },
  E17: {
    values: past,
    claim: { upper: '300' },
    says: [/It names a range, \$200m to \$300m; it is met at the weaker end/],
  },
  E18: {
    values: [],
    claim: { kind: 'event', value: 1, unit: 'event', due: '2025-12-31', measure: '' },
    says: [/overdue/],
  },
  E19: { values: past, claim: { due: '' }, says: [/cannot be assessed: no date is stated/] },
};
const ids = Object.keys(edges);

function writePack(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(home, name);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`;

function edgePack(): Readonly<Record<string, string>> {
  const indicator = (id: string, { claim }: Edge) =>
    `${id.toLowerCase()},Series ${id.toLowerCase()},${claim?.unit ?? 'USD mn'},${claim?.kind === 'event' ? 'stock' : 'flow'},year,As reported,`;
  return {
    'pack.yaml': manifest('edges'),
    'documents.csv': documents,
    'indicators.csv': lines(heads.indicators, ...Object.entries(edges).map(([id, edge]) => indicator(id, edge))),
    'observations.csv': lines(
      heads.observations,
      ...Object.entries(edges).flatMap(([id, { values, more = [] }]) => [...yearly(id.toLowerCase(), values), ...more]),
    ),
    'targets.csv': lines(
      heads.targets,
      ...Object.entries(edges).map(([id, { claim = {} }]) => claimRow(id, claim)),
      ...[15, 1, 10].map((value, i) => claimRow(`P${i}`, { series: 'e10', value, partOf: 'E10' })),
    ),
    'definitions.csv': lines(
      'indicator,valid_from,label,definition,document,known_by,link_factor,link_basis',
      'e11,2024-07-01,wider,Wider coverage,page,2024-08-01,,',
      'e12,2024-07-01,wider,Wider coverage,page,2024-08-01,1.25,125 against 100 in the overlap',
    ),
  };
}

/** Runs a command as a process of its own on the test's database. */
function hadaf(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, DATABASE_URL: database.connectionString, HADAF_STATE_DIR: home };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [main, ...args], { env }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'hadaf-bad-packs-'));
  const { db, log } = database;
  const { pool } = database.store;
  await loadPack(db, writePack('edges', edgePack()));
  await ensurePackSchedule(db, 'edges', `${asOf}T00:00:00.000Z`);
  forecaster = openForecaster(1);
  const settings = forecastSettings;
  const engine = createEngine({
    db,
    log,
    forecaster,
    settings,
    codeVersion: 'one',
    today: () => asOf,
    postsAlerts: false,
  });
  const { runId, shards } = await engine.beginRun({ scheduleId: 'weekly_edges', slot: `${asOf}T06:00:00.000Z`, asOf });
  for (const shard of shards) {
    await engine.assessShard({ runId, shard });
    await engine.finishShard({ runId, shard });
  }
  await engine.publishRun(runId);
  const enqueueProjection = async () => undefined;
  const silent = createLogger({ level: 'silent' });
  reporting = await startReporting({
    db,
    pool,
    enqueueProjection,
    packId: null,
    host: '127.0.0.1',
    port: 0,
    log: silent,
  });
});
afterAll(async () => {
  await reporting.close();
  await forecaster.close();
  rmSync(home, { recursive: true, force: true });
});

const get = async (path: string) => {
  const response = await fetch(`${reporting.address}${path}`, { headers: { accept: 'text/html' } });
  return { status: response.status, body: await response.text() };
};
const textOf = (body: string) =>
  body
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll(/[\s\u00a0]+/g, ' ');

describe('a legitimate edge gets the right words and numbers', () => {
  test.each(ids)('%s on its page, in its document and in the terminal', async (id) => {
    const page = await get(`/targets/${id}`);
    const urdu = await get(`/ur/targets/${id}`);
    const document = await get(`/v1/targets/${id}`);
    expect([page.status, urdu.status, document.status]).toEqual([200, 200, 200]);
    const report: TargetReport = JSON.parse(document.body);
    const terminal = targetLines(report);
    for (const words of edges[id]?.says ?? []) {
      expect(textOf(page.body)).toMatch(words);
      expect(terminal.replaceAll('\u00a0', ' ')).toMatch(words);
    }
    for (const text of [textOf(page.body), textOf(urdu.body), terminal]) {
      expect(text).not.toMatch(/\bNaN\b|Infinity|undefined|\bnull\b|\[object/);
    }
    const { probability } = report;
    for (const p of [probability?.atDate, probability?.byDate])
      if (p !== undefined) expect(p >= 0 && p <= 1).toBe(true);
  });

  test('all of them in one list', async () => {
    const { code, out } = await hadaf('targets', '--all');
    expect(code).toBe(0);
    for (const id of ids) expect(out).toContain(id);
    expect(out).not.toMatch(/\bNaN\b|Infinity|undefined|\[object/);
  });
});

/** Bad rows of a pack, each with the line that `hadaf pack check` prints of it. */
const bad: readonly (readonly [row: string, said: RegExp])[] = [
  [
    claimRow('B01', { due: 'FY2026', base: '100,FY2027' }),
    /targets\.csv row 2, baseline_period: ends after the target’s date, 2026-06-30 \("FY2027"\); mend one/,
  ],
  [
    claimRow('B02', { unit: 'USD bn' }),
    /row 3, unit: is not the indicator's, USD mn \("200 USD bn"\); write 200000 USD mn/,
  ],
  [
    claimRow('B03', { unit: 'count' }),
    /row 4, unit: cannot be compared with USD mn \("count"\); state the target in USD mn/,
  ],
  [claimRow('B04', { unit: 'bananas' }), /row 5, unit: cannot be compared with USD mn \("bananas"\)/],
  [claimRow('B05', { upper: '150' }), /row 6, upper: is not above the value \("150"\); write the lower end as value/],
  [claimRow('b01', {}), /row 7, id: is the id of row 2 in another case \("b01"\); give every row its own id/],
  [
    claimRow('B06', { series: 'nothing', measure: '' }),
    /row 8, indicator: is not in indicators\.csv \("nothing"\); add the indicator, or mend its id/,
  ],
  [claimRow('B07', { supersedes: 'B07' }), /row 9, supersedes: is the target itself \("B07"\); name the earlier claim/],
  [
    claimRow('B08', { supersedes: 'B99' }),
    /row 10, supersedes: is not in targets\.csv \("B99"\); mend the id, or write none/,
  ],
  [
    claimRow('B09', { supersedes: 'B10' }),
    /row 11, supersedes: supersedes B09 in turn \("B10"\); one of the two came later/,
  ],
  [claimRow('B10', { supersedes: 'B09' }), /row 12, supersedes: supersedes B10 in turn \("B09"\)/],
  [
    claimRow('B11', { due: '2025-02-30' }),
    /row 13, due: names no period \("2025-02-30"\); write FY2030, calendar 2030, 2025-10-31/,
  ],
  [claimRow('B12', { kind: 'event', value: 3 }), /row 14, value: is not 1, but an event happens or does not \("3"\)/],
  [
    claimRow('B13', { kind: 'roll-out', hold: 'yes' }),
    /row 15, hold: is no promise of a roll-out \("yes"\); only a level can be held/,
  ],
  [
    claimRow('B14', { partOf: 'B15' }),
    /row 16, unit: is not that of the whole, percent \("USD mn"\); state B14 in percent/,
  ],
  [
    claimRow('B15', { series: 'rate', unit: 'percent', value: 5 }),
    /milestones\.csv row 3, on: is after the target’s date, 2030-06-30/,
  ],
  [
    claimRow('B16', { series: 'rate', unit: 'share', value: '0.05' }),
    /row 18, unit: cannot be compared with percent \("share"\); state the target in percent/,
  ],
  [
    claimRow('B17', { value: '2,82' }).replace('2,82', '"2,82"'),
    /row 19, value: has a decimal comma \("2,82"\); write 2\.82/,
  ],
];

describe('a bad row is named with the way out', () => {
  let printed: { code: number; out: string; err: string };

  beforeAll(async () => {
    const folder = writePack('bad', {
      'pack.yaml': manifest('bad'),
      'documents.csv': documents,
      'indicators.csv': lines(
        heads.indicators,
        ...bad.map((_, i) => `b${String(i + 1).padStart(2, '0')},S,USD mn,flow,year,As reported,`),
        'rate,Rate,percent,share,year,As reported,',
      ),
      'observations.csv': lines(
        heads.observations,
        'rate,2025-06-30,2024-07-01,5,exact,0,SBP,page,,,accepted,',
        'rate,2024-07-01,2025-06-30,5,exact,0,SBP,paper,,,accepted,',
      ),
      'targets.csv': lines(heads.targets, ...bad.map(([row]) => row)),
      'milestones.csv': lines(
        'target,starts_on,on,planned,source',
        'B13,2024-07-01,2025-06-30,50,page',
        'B13,2024-07-01,2031-06-30,200,page',
        'B12,2024-07-01,2025-06-30,50,page',
        'B12,2024-07-01,2026-06-30,40,page',
      ),
    });
    printed = await hadaf('pack', 'check', folder);
  });

  test.each([
    ...bad.map(([, said]) => said),
    /milestones\.csv row 5, planned: is less than the milestone before, 50 \("40"\); planned units are cumulative/,
    /observations\.csv row 2, end: is before the period starts, 2025-06-30 \("2024-07-01"\); exchange start and end/,
    /observations\.csv row 3, document: is not in documents\.csv \("paper"\); add the document, or mend its id/,
  ])('%s', (said) => {
    expect(printed.code).toBe(1);
    expect(printed.out).toMatch(said);
  });

  test('and nothing else, and every line has a way out', () => {
    const said = printed.out.trim().split('\n');
    expect(said.length).toBe(bad.length + 3);
    for (const line of said) expect(line).toMatch(/^\S+\.csv row \d+, \w+: .+; \S/);
  });

  test('nothing of a bad pack is loaded, nor of one that takes the ids of another', async () => {
    const { db } = database.store;
    await expect(loadPack(db, join(home, 'bad'))).rejects.toMatchObject({ code: 'PACK_INVALID' });
    const twin = writePack('twin', { ...edgePack(), 'pack.yaml': manifest('twin') });
    const faults = expect.arrayContaining([
      'indicators.csv, id: e01 belongs to pack edges; write another id, such as twin_e01',
    ]);
    await expect(loadPack(db, twin)).rejects.toMatchObject({ code: 'PACK_CONFLICT', faults });
    const { rows } = await database.store.pool.query("select count(*)::int as n from pack where id <> 'edges'");
    expect(rows).toEqual([{ n: 0 }]);
  });
});
