import { readPack } from '@hadaf/packs';
import { urduSpeaker } from '@hadaf/targets';
import { describe, expect, test } from 'vitest';
import { assessInPack } from './pack-evidence.fixture.ts';

const asOf = '2026-11-22';
const [observationHead, targetHead] = [
  'indicator,start,end,value,qualifier,half_width,agency,document,known_by,known_by_basis,status,note',
  'id,title,indicator,measure,not_measurable_because,value,unit,direction,kind,due,due_wording,announced_on,announced_by,document,known_by,standing,part_of,baseline_value,baseline_period',
];

/** Values of consecutive fiscal years, the last one FY2025. */
function yearly(values: readonly number[], indicator = 'exports'): string {
  return values
    .map((value, i) => {
      const year = 2025 - values.length + 1 + i;
      return `${indicator},${year - 1}-07-01,${year}-06-30,${value},exact,0,SBP,page,${year}-08-01,test,accepted,`;
    })
    .join('\n');
}

interface Claim {
  readonly id?: string;
  readonly value?: number;
  readonly unit?: string;
  readonly due?: string;
  readonly kind?: string;
  readonly knownBy?: string;
  readonly announcedOn?: string;
  readonly terms?: string;
}

const claim = ({
  id = 'T1',
  value = 200,
  unit = 'USD mn',
  due = 'FY2030',
  kind = 'level',
  knownBy = '2025-07-19',
  announcedOn = '2025-07-19',
  terms = ',,',
}: Claim): string =>
  `${id},A claim,exports,exports,,${value},${unit},up,${kind},${due},by then,${announcedOn < knownBy ? announcedOn : knownBy},Minister,page,${knownBy},official,${terms}`;

async function reading(observations: string, claims: readonly Claim[], others: Readonly<Record<string, string>> = {}) {
  return readPack(
    new Map(
      Object.entries({
        'pack.yaml':
          "format: 1\nid: bad\ntitle: Bad input\ncalendar: { firstMonth: 7 }\ntimezone: Asia/Karachi\nschedule: { cron: '0 6 * * 1', zone: Asia/Karachi }\n",
        'documents.csv': 'id,title,publisher,url,published_on\npage,A page,Daily,https://example.org/1,2025-07-19\n',
        'indicators.csv': 'id,name,unit,kind,frequency,definition\nexports,Exports,USD mn,flow,year,As reported\n',
        'observations.csv': `${observationHead}\n${observations}\n`,
        'targets.csv': `${targetHead}\n${claims.map(claim).join('\n')}\n`,
        ...others,
      }),
    ),
  );
}

async function reportOf(
  observations: string,
  claims: readonly Claim[],
  others: Readonly<Record<string, string>> = {},
  day = asOf,
) {
  const read = await reading(observations, claims, others);
  if (read.kind === 'faulty') throw new Error(JSON.stringify(read.faults));
  return assessInPack(read.pack, 'T1', day).report;
}

const past = yearly([80, 90, 100]);

describe('bad input gets an honest verdict', () => {
  test.each<[string, string, Claim, RegExp]>([
    [
      'a base after the date',
      past,
      { due: 'FY2024', value: 95 },
      /^\$95m by FY2024 was missed, 95.% attained: the outcome was \$90m/,
    ],
    ['a zero base', yearly([0, 0, 0, 0]), {}, /the latest value is \$0m \(FY2025\)\.$/],
    ['negative bases', yearly([-20, -15, -12, -10]), {}, /the latest value is −\$10m \(FY2025\)\.$/],
    ['a target already met', yearly([150, 180, 210]), {}, /is reached, 105.% attained: before its date/],
    ['a base past the target', yearly([210, 230, 260]), { terms: ',260,FY2025' }, /is reached, 130.% attained/],
    ['no data at all', '', {}, /cannot be assessed: no value was known on this day/],
    [
      'no data after the announcement',
      past,
      { knownBy: '2026-07-01' },
      /is off track: .* the latest value is \$100m \(FY2025\)/,
    ],
    ['one value', yearly([100]), {}, /only one value is known, so there is no pace/],
  ])('%s', async (_, observations, stated, sentence) => {
    const { verdict, probability } = await reportOf(observations, [stated]);
    expect(verdict).toMatch(sentence);
    if (probability) expect(probability.atDate).toBeGreaterThanOrEqual(0);
  });

  test.each([
    ['zero', [0, 0, 0, 0], 'growth from zero has no rate'],
    ['negative', [-20, -15, -12, -10], 'no rate of growth crosses zero'],
  ])('growth from a %s base has no rate, but an amount', async (_, values, why) => {
    const { figures, requiredGrowth } = await reportOf(yearly(values), [{}]);
    const figure = (label: string) => figures.find((one) => one.label === label);
    expect(requiredGrowth).toBeNull();
    expect(figure('Growth required')).toMatchObject({ value: null, note: why });
    expect(figure('Amount required')?.value).toBe((200 - (values.at(-1) ?? 0)) / 5);
  });

  test('of two bases both are told', async () => {
    const { caveats } = await reportOf(past, [{ terms: ',120,FY2025' }]);
    expect(caveats).toContain('It starts from $120m in FY2025 by its own words; the series has $100m.');
  });

  test('parts that do not sum are told', async () => {
    const parts = [15, 1, 10].map((value, i) => ({ id: `P${i}`, value, terms: 'T1,,' }));
    const { caveats } = await reportOf(past, [{ value: 25 }, ...parts]);
    expect(caveats).toContain('Its stated parts do not add up: $15m + $1m + $10m = $26m, not $25m.');
  });
});

const plan = (last: string) => ({
  'milestones.csv': `target,starts_on,on,planned,source\nT1,2024-07-01,2025-06-30,50,page\nT1,2024-07-01,${last},200,page\n`,
});

describe('bad input is refused with its row, field and the way out', () => {
  test.each<[string, Claim, Readonly<Record<string, string>>, object]>([
    [
      'units that cannot be compared',
      { unit: 'count' },
      {},
      { file: 'targets.csv', row: 2, field: 'unit', mend: 'state the target in USD mn' },
    ],
    ['units of another size', { unit: 'USD bn' }, {}, { file: 'targets.csv', row: 2, mend: 'write 200000 USD mn' }],
    [
      'a base after the target’s date',
      { due: 'FY2026', terms: ',100,FY2027' },
      {},
      { file: 'targets.csv', row: 2, field: 'baseline_period', problem: 'ends after the target’s date, 2026-06-30' },
    ],
    [
      'a milestone after the deadline',
      { kind: 'roll-out', due: 'FY2027' },
      plan('2029-06-30'),
      { file: 'milestones.csv', row: 3, field: 'on', problem: 'is after the target’s date, 2027-06-30' },
    ],
  ])('%s', async (_, stated, files, fault) => {
    const read = await reading(past, [stated], files);
    expect(read.kind === 'faulty' ? read.faults : []).toEqual([expect.objectContaining(fault)]);
  });

  test('a milestone on the deadline stands', async () => {
    const read = await reading(past, [{ kind: 'roll-out', due: 'FY2027' }], plan('2027-06-30'));
    expect(read.kind).toBe('pack');
  });
});

const definitionHead = 'indicator,valid_from,label,definition,document,known_by,link_factor,link_basis';
const changed = (cells: string) => ({ 'definitions.csv': `${definitionHead}\nexports,${cells}\n` });
/** 100 of the first definition are 125 of the second, in force from FY2025 and told a month into it. */
const unlinked = changed('2024-07-01,BPM6,Wider coverage,page,2024-08-01,,');
const linked = changed('2024-07-01,BPM6,Wider coverage,page,2024-08-01,1.25,125 against 100 in the overlap');
const widened = yearly([80, 90, 100, 150]);

describe('a definition that changed midway', () => {
  test('joins nothing where no link is stated: no growth, no method, and says why', async () => {
    const values = yearly([80, 90, 100, 130, 140, 150]);
    const sooner = changed('2022-07-01,BPM6,Wider coverage,page,2022-08-01,,');
    const { figures, matrix, caveats, fan, status } = await reportOf(values, [{}], sooner);
    expect(status).not.toBe('not-assessable');
    expect(fan?.actual.map(({ y }) => y)).toEqual([130, 140, 150]);
    expect(figures.find(({ label }) => label === 'Growth achieved, last 3 years')).toMatchObject({
      ...{ value: null, period: 'FY2022 to FY2025' },
      note: 'the definition changed on 1 Jul 2022 and no link is stated',
    });
    const crossing = matrix?.cells.filter(({ windowYears }) => (windowYears ?? 0) > 2) ?? [];
    expect(crossing.length).toBeGreaterThan(0);
    for (const cell of crossing) {
      expect([cell.status, cell.sentence]).toEqual([
        'not-assessable',
        expect.stringContaining('definition changed on'),
      ]);
    }
    expect(caveats[0]).toBe(
      'Since 1 Jul 2022 Exports has another definition, “BPM6”; no link to values before is stated, so none is compared with them.',
    );
  });

  test('leaves one value alone, and says since when', async () => {
    const { reason, matrix } = await reportOf(widened, [{}], unlinked);
    expect(reason).toBe('only one value is known since the definition changed on 1 Jul 2024, so there is no pace');
    expect(matrix?.cells.filter(({ status }) => status !== 'not-assessable')).toEqual([]);
  });

  test.each([unlinked, linked])('is told in Urdu too', async (change) => {
    const say = urduSpeaker();
    for (const announcedOn of ['2023-01-01', '2025-07-19']) {
      const { caveats, reason, explanation } = await reportOf(widened, [{ announcedOn }], change);
      const said = [...caveats.filter((text) => text.includes('definition')), reason];
      const steps = explanation
        .flatMap(({ title, formula, expression, note }) => [
          ...[title, note, ...(expression === null ? [formula] : [])],
        ])
        .filter((text) => text !== '' && !text.startsWith('“A claim”')); // a claim in its own words has no Urdu
      expect([...said, ...steps].filter((text) => say(text) === null)).toEqual([]);
    }
  });

  test('lifts what came before by a stated link, and says so', async () => {
    const { figures, caveats, fan } = await reportOf(widened, [{}], linked);
    const growth = figures.find(({ label }) => label === 'Growth achieved, last year');
    expect(growth).toMatchObject({ note: 'linked across the change of definition of 1 Jul 2024' });
    expect(growth?.value).toBeCloseTo((150 / 125 - 1) * 100, 10);
    expect(fan?.actual.map(({ y }) => y)).toEqual([100, 112.5, 125, 150]);
    expect(caveats[0]).toContain('values before enter times 1.25 (125 against 100 in the overlap)');
  });

  test('makes an older target one nobody can assess, by any method', async () => {
    const { status, reason, verdict, matrix, latest } = await reportOf(
      widened,
      [{ announcedOn: '2023-01-01' }],
      unlinked,
    );
    expect(status).toBe('not-assessable');
    expect(reason).toBe(
      'it was set on the definition before 1 Jul 2024, its date lies after, and no link between the two is stated',
    );
    expect(verdict).toContain(reason);
    expect(latest?.value).toBe(150);
    expect(new Set(matrix?.cells.map((cell) => cell.status))).toEqual(new Set(['not-assessable']));
  });

  test('judges an older target through the link, told in words and in the chain', async () => {
    const { targetValue, caveats, explanation } = await reportOf(widened, [{ announcedOn: '2023-01-01' }], linked);
    expect(targetValue).toBe(250);
    expect(caveats).toContain(
      'It was set as $200m on an earlier definition; through the stated link it is judged as $250m.',
    );
    expect(explanation.slice(0, 2).map(({ title, value }) => [title, value])).toEqual([
      ['What was promised', 200],
      ['What was promised, on the definition it is judged by', 250],
    ]);
  });

  test('leaves a target of the old definition its old outcome', async () => {
    const old = { announcedOn: '2023-01-01', due: 'FY2024', value: 110 };
    for (const change of [unlinked, linked]) {
      const { verdict, latest } = await reportOf(widened, [old], change);
      expect(verdict).toMatch(/was missed, 91.% attained: the outcome was \$100m/);
      expect(latest).toMatchObject({ value: 100, period: 'FY2024' });
    }
    const { trackRecord } = await reportOf(widened, [{}, { ...old, id: 'T2' }], unlinked);
    expect(trackRecord.map(({ targetId, outcome }) => [targetId, outcome])).toEqual([['T2', 100]]);
  });

  test('within the period of a target leaves nothing to compare', async () => {
    const within = changed('2025-01-01,BPM6,Wider coverage,page,2025-02-01,1.25,overlap');
    const { status, reason } = await reportOf(widened, [{ due: 'FY2025' }], within);
    expect([status, reason]).toEqual(['not-assessable', 'what is measured changed within its period, FY2025']);
  });

  test('counts only from the day it was public', async () => {
    const { caveats, figures } = await reportOf(widened, [{ knownBy: '2024-07-02' }], unlinked, '2024-07-31');
    expect(caveats.join()).not.toContain('definition');
    expect(figures.some(({ note }) => note.includes('definition'))).toBe(false);
  });

  test.each([
    ['2024-07-01,BPM6,Wider,page,,0,overlap', 'link_factor', 'is not above 0'],
    ['2024-07-01,BPM6,Wider,page,,1.25,', 'link_basis', 'is empty'],
    ['2024-07-01,BPM6,Wider,page,,,overlap', 'link_factor', 'is empty, but its basis is not'],
    ['2024-07-01,,Wider,page,,,', 'label', 'is empty'],
    ['July 2024,BPM6,Wider,page,,,', 'valid_from', 'is not a day'],
    ['2024-07-01,BPM6,Wider,paper,,,', 'document', 'is not in documents.csv'],
    ['2024-07-01,A,Wider,page,,,\nexports,2023-07-01,B,Wider,page,,,', 'valid_from', 'is not after 2024-07-01'],
    ['2024-07-01,A,Wider,page,,,\nimports,2025-07-01,B,Wider,page,,,', 'indicator', 'is not in indicators.csv'],
  ])('%s is refused', async (cells, field, problem) => {
    const read = await reading(widened, [{}], changed(cells));
    expect(read.kind === 'faulty' ? read.faults : []).toEqual([
      expect.objectContaining({ file: 'definitions.csv', field, problem, mend: expect.stringMatching(/\w/) }),
    ]);
  });
});
