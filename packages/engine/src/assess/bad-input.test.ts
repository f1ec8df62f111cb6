import { readPack } from '@hadaf/packs';
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
  readonly terms?: string;
}

const claim = ({
  id = 'T1',
  value = 200,
  unit = 'USD mn',
  due = 'FY2030',
  kind = 'level',
  knownBy = '2025-07-19',
  terms = ',,',
}: Claim): string =>
  `${id},A claim,exports,exports,,${value},${unit},up,${kind},${due},by then,2025-07-19,Minister,page,${knownBy},official,${terms}`;

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

async function reportOf(observations: string, claims: readonly Claim[], day = asOf) {
  const read = await reading(observations, claims);
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
