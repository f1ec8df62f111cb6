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
});
