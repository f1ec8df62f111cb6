import { describe, expect, test } from 'vitest';
import { settingsOf } from './formula-settings.ts';

const nothing = { start: [], bounds: [], prior: [] };

describe('settingsOf', () => {
  test('gathers what several options say of one parameter', () => {
    const said = settingsOf({ start: ['k=0.3'], bounds: ['k=0:2', 'a=:20000'], prior: ['a=15000:3000'] });
    expect(said).toEqual([
      ['k', { start: 0.3, lower: 0, upper: 2 }],
      ['a', { upper: 20000, prior: { mean: 15000, standardDeviation: 3000 } }],
    ]);
  });

  test.each([
    [{ start: ['k'] }],
    [{ start: ['k=fast'] }],
    [{ start: ['=1'] }],
    [{ bounds: ['k=1'] }],
    [{ bounds: ['k=2:1'] }],
    [{ bounds: ['k=0:1:2'] }],
    [{ prior: ['a=15000'] }],
    [{ prior: ['a=15000:0'] }],
    [{ start: ['k=5'], bounds: ['k=0:1'] }],
  ])('refuses %j', (options) => {
    expect(() => settingsOf({ ...nothing, ...options })).toThrow(expect.objectContaining({ code: 'REQUEST_INVALID' }));
  });
});
