import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { FactFilter } from './fact-filter.ts';

const hashOf = (i: number) => hash('sha256', `fact ${i}`, 'binary');

describe('FactFilter', () => {
  test('suspects every repeat and hardly anything else', () => {
    const filter = new FactFilter();
    const count = 200_000;
    let suspected = 0;
    for (let i = 0; i < count; i += 1) if (filter.mayRepeat(hashOf(i))) suspected += 1;
    expect(suspected).toBeLessThan(20);
    for (let i = 0; i < count; i += 100) expect(filter.mayRepeat(hashOf(i))).toBe(true);
  });
});
