import { describe, expect, test } from 'vitest';
import { citedCases } from './cited-cases.ts';
import { proveStatusMethods } from './prove-status-methods.ts';

describe('proveStatusMethods', () => {
  const proof = proveStatusMethods([citedCases]);

  test('reproduces every cited case but the one its publisher froze', () => {
    expect(proof.disagreements.map(({ caseId }) => caseId)).toEqual(['WE100']);
    expect(proof.disagreements[0]?.likelyCause).toContain('frozen on an earlier vintage');
    expect(proof.methods.reduce((sum, { cases }) => sum + cases, 0)).toBe(citedCases.rows.length);
  });

  test('covers every method that has published cases', () => {
    expect(proof.methods.map(({ method }) => method)).toEqual(
      expect.arrayContaining([
        'cagr-ratio',
        'cagr-direction',
        'un-progress',
        'un-direction',
        'un-projected',
        'sdsn-arrows',
        'weather',
        'escap',
        'arr',
        'linear-pace',
        'earned-schedule',
      ]),
    );
  });

  test('notices a wrong status, a wrong figure and a wrong arrow', () => {
    const spoil = (id: string, column: string, value: string) =>
      proveStatusMethods([
        {
          name: 'spoilt',
          rows: citedCases.rows.filter((row) => row['id'] === id).map((row) => ({ ...row, [column]: value })),
        },
      ]).disagreements;
    expect(spoil('WE047', 'expected_status', 'Deterioration')).toHaveLength(1);
    expect(spoil('WE001', 'expected_value', '0.90; score 2.15')).toEqual([]);
    expect(spoil('WE001', 'expected_value', '0.91; score 2.15')).toHaveLength(1);
    expect(spoil('WE083', 'expected_status', '↑')).toHaveLength(1);
  });

  test('knows a table by its columns, not by its name', () => {
    const statcan = {
      name: 'anything.csv',
      rows: [
        {
          indicator: '9-1-1',
          series: '1-1-1',
          base_year: '2015',
          base_value: '14.5',
          current_year: '2023',
          current_value: '10.4',
          target_year: '2030',
          target: '7.25',
          direction: '-1',
          limit: '',
          expected_progress_value: '0.9010899546976208',
          expected_score: '2.1506954374096354',
          expected_status: 'moderate_progress',
        },
      ],
    };
    expect(proveStatusMethods([statcan]).methods).toEqual([{ method: 'cagr-ratio', cases: 1, agree: 1 }]);
  });

  test('says which examples and files it leaves out', () => {
    const strange = { name: 'strange.csv', rows: [{ a: '1' }] };
    const alert = {
      name: 'alerts.csv',
      rows: [{ id: 'WE139', method: 'Alert state machine (Grafana)', expected_metric: 'state' }],
    };
    expect(proveStatusMethods([strange, alert]).leftOut).toEqual([
      'WE139 Alert state machine (Grafana)',
      'strange.csv: unknown columns',
    ]);
  });

  const arrow = {
    ...{ indicator: 'sdg1_x', country: 'AUT', year0: '2015.0', value0: '30', year1: '2018', value1: '50' },
    ...{ optimum_100: '100', lower_bound_0: '0', green_threshold: '90', published_arrow: '↑' },
  };

  test.each([
    ['other arrows of the same meaning', { value1: '38', published_arrow: '↗\ufe0f' }],
    [
      'thousands and shares as printed',
      { value0: '1,030', value1: '1,050', optimum_100: '1100%', lower_bound_0: '1,000', green_threshold: '1090' },
    ],
    ['columns nobody asked for', { reviewer: 'x' }],
  ])('reads an arrow with %s', (_, change) => {
    expect(proveStatusMethods([{ name: 'a', rows: [{ ...arrow, ...change }] }]).methods).toEqual([
      { method: 'sdsn-arrows', cases: 1, agree: 1 },
    ]);
  });

  test.each(['On track or maintaining SDG achievement', 'on_track', '⬆'])('reads the arrow written as %s', (word) => {
    expect(proveStatusMethods([{ name: 'a', rows: [{ ...arrow, published_arrow: word }] }]).disagreements).toEqual([]);
  });

  test.each([{ published_arrow: '' }, { published_arrow: '..' }])('takes an arrow with %j for no case', (change) => {
    const { methods, unread } = proveStatusMethods([{ name: 'a', rows: [{ ...arrow, ...change }] }]);
    expect([methods, unread]).toEqual([[], []]);
  });

  test.each([
    [{ value0: '' }, { field: 'value0', problem: 'is empty' }],
    [{ value1: 'NA' }, { field: 'value1', problem: 'is empty' }],
    [{ value1: 'twelve' }, { field: 'value1', problem: 'is no number: “twelve”' }],
    [{ year0: '20l5' }, { field: 'year0', problem: 'is no number: “20l5”' }],
    [{ lower_bound_0: '100' }, { field: 'lower_bound_0', problem: 'equals optimum_100, so the scale has no length' }],
    [{ published_arrow: '?' }, { field: 'published_arrow', problem: 'is no arrow we know: “?”' }],
  ])('counts an arrow with %j as not read, and goes on', (change, fault) => {
    const proved = proveStatusMethods([{ name: 'a.csv', rows: [arrow, { ...arrow, ...change }, arrow] }]);
    expect(proved.unread).toEqual([{ file: 'a.csv', row: 3, ...fault }]);
    expect(proved.methods).toEqual([{ method: 'sdsn-arrows', cases: 2, agree: 2 }]);
  });

  test('names the line of the file where the reader knows it', () => {
    const [unread] = proveStatusMethods([{ name: 'a', rows: [{ ...arrow, value0: '' }], lines: [7] }]).unread;
    expect(unread?.row).toBe(7);
  });

  const status = {
    ...{ variant: 'CR (target)', series: 'S', indicator: '1.1.1', base_year: '2015', base_value: '50' },
    ...{ latest_year: '2020', latest_value: '60', target_year: '2030', target: '97', direction: 'increase' },
    published_status: 'On Track',
  };
  const one = { base_year: '2020', base_value: '97' };
  const agrees = (change: Record<string, string>) => {
    const { variant: _, ...without } = status;
    const [proof] = proveStatusMethods([{ name: 'un', rows: [{ ...without, ...change }] }]).methods;
    return proof && [proof.method, proof.agree === proof.cases];
  };

  test.each<[string, Record<string, string>, string]>([
    ['a target without a year as one for 2030', { target_year: '', latest_value: '70' }, 'un-progress'],
    ['a bound as the value it names', { target: '≥ 60', published_status: 'target_achieved' }, 'un-progress'],
    [
      'down however it is said',
      { direction: 'Decreasing', target: '', published_status: 'DETERIORATION' },
      'un-direction',
    ],
    ['an empty value as no data', { latest_value: '', published_status: 'Insufficient Data' }, 'un-progress'],
    ['one data point as no data', { latest_year: '2015', published_status: 'No data' }, 'un-progress'],
    [
      'a series that ends in 2015 as no trend',
      { base_year: '2010', latest_year: '2015', published_status: 'No data after 2015' },
      'un-progress',
    ],
    [
      'growth from zero as no data',
      { base_value: '0', target: '', published_status: 'Insufficient Data' },
      'un-direction',
    ],
    [
      'a target met on one data point as achieved',
      { ...one, latest_value: '97', published_status: 'Target Achieved' },
      'un-progress',
    ],
    [
      'no variant by its target, a variant by its name',
      { variant: 'CAGR (no target)', published_status: 'On Track' },
      'un-direction',
    ],
    ['a fiscal year by its first', { base_year: '2015/16', latest_year: '2020-21', latest_value: '70' }, 'un-progress'],
    [
      'a base past its target and worsening as deterioration',
      { base_value: '99', latest_value: '90', published_status: 'Deterioration' },
      'un-progress',
    ],
    ['a value at its target as achieved', { latest_value: '97', published_status: 'Target Achieved' }, 'un-progress'],
    [
      'a value within 0.05 % of it as achieved',
      { latest_value: '96.96', published_status: 'Target Achieved' },
      'un-progress',
    ],
  ])('reads %s', (_, change, method) => {
    expect(agrees(change)).toEqual([method, true]);
  });

  test('takes a row without a published status for no case', () => {
    expect(agrees({ published_status: '' })).toBeUndefined();
  });

  test.each([
    [{ direction: '' }, 'direction'],
    [{ direction: 'not decrease' }, 'direction'],
    [{ latest_value: '' }, 'latest_value'],
    [{ target: 'half' }, 'target'],
    [{ variant: 'Likert' }, 'variant'],
    [{ published_status: 'Target Not Achieved' }, 'published_status'],
  ])('does not guess at %j', (change, field) => {
    expect(proveStatusMethods([{ name: 'un', rows: [{ ...status, ...change }] }]).unread).toMatchObject([{ field }]);
  });

  test('reads a worked example past one whose inputs are no JSON', () => {
    const rows = citedCases.rows.filter(({ id }) => id === 'WE032' || id === 'WE020');
    const spoilt = rows.map((row) => (row['id'] === 'WE020' ? { ...row, extra_inputs: '{limit' } : row));
    const proved = proveStatusMethods([{ name: 'w', rows: spoilt }]);
    expect(proved.methods).toEqual([{ method: 'cagr-direction', cases: 1, agree: 1 }]);
    expect(proved.unread).toMatchObject([{ row: 2, field: 'extra_inputs' }]);
  });
});
