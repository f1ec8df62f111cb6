import { describe, expect, test } from 'vitest';
import { sparkline } from './sparkline.ts';

describe('sparkline', () => {
  test('spans its box from first to last day and lowest to highest value', () => {
    const values = [
      { x: '2025-01-01', y: 2 },
      { x: '2023-01-01', y: 1 },
      { x: '2024-01-01', y: 3 },
    ];
    expect(sparkline({ label: 'exports', values })).toContain('d="M4,22L48,4L92,13"');
  });

  test.each([{ values: [] }, { values: [{ x: '2025-01-01', y: 5 }] }])(
    'stands with $values.length values',
    ({ values }) => {
      const svg = sparkline({ label: '"<b>', values });
      expect(svg).not.toMatch(/NaN|Infinity|<b>/);
    },
  );

  test('leaves out what is not a number', () => {
    const values = [
      { x: '2023-01-01', y: 1 },
      { x: '2024-01-01', y: Number.NaN },
      { x: '2025-01-01', y: 2 },
    ];
    expect(sparkline({ label: 'gap', values })).toContain('d="M4,22L92,4"');
  });
});
