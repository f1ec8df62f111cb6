import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Status } from '../target.ts';
import { worsened } from './worsened.ts';

const bands: Status[] = ['achieved', 'on-track', 'at-risk', 'off-track'];

describe('worsened', () => {
  test('names both statuses and the bands between', () => {
    expect(worsened('on-track', 'off-track')).toEqual({
      worsened: true,
      bands: 2,
      reason: 'Worsened from on track to off track, 2 bands down.',
    });
  });

  test('is never true both ways', () => {
    const band = fc.constantFrom(...bands);
    fc.assert(fc.property(band, band, (a, b) => !(worsened(a, b).worsened && worsened(b, a).worsened)));
  });

  test.each(bands)('does not fire when %s stays', (status) => {
    expect(worsened(status, status)).toMatchObject({ worsened: false, bands: 0 });
  });

  test('says one band in the singular', () => {
    expect(worsened('off-track', 'at-risk').reason).toBe('Improved from off track to at risk, 1 band up.');
  });

  test.each(['not-assessable', 'not-measurable'] as const)('does not call losing the data (%s) worse', (to) => {
    expect(worsened('on-track', to)).toMatchObject({ worsened: false, bands: null });
    expect(worsened(to, to).reason).toContain('Still');
  });
});
