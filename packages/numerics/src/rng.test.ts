import { describe, expect, test } from 'vitest';
import { philox } from './philox.ts';
import { counterRng } from './rng.ts';

describe('philox', () => {
  test('gives the published known answer for zeros', () => {
    const out = new Uint32Array(4);
    philox(0, 0, 0, 0, out);
    // Random123 1.14, kat_vectors, philox4x32 10
    expect([...out].map((word) => word.toString(16))).toEqual(['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8']);
  });
});

describe('counterRng', () => {
  test('repeats itself for the same key and seed', () => {
    const first = counterRng('exports', 7);
    const second = counterRng('exports', 7);
    for (let i = 0; i < 100; i += 1) expect(second.normal()).toBe(first.normal());
  });

  test('differs by key and by seed', () => {
    const draw = (key: string, seed: number) => counterRng(key, seed).uniform();
    expect(new Set([draw('a', 1), draw('b', 1), draw('a', 2), draw('', 1)]).size).toBe(4);
  });

  test('stays inside (0, 1) and has the moments of a uniform', () => {
    const rng = counterRng('moments', 1);
    const n = 200_000;
    let sum = 0;
    let squares = 0;
    let inside = true;
    for (let i = 0; i < n; i += 1) {
      const u = rng.uniform();
      inside &&= u > 0 && u < 1;
      sum += u;
      squares += u * u;
    }
    expect(inside).toBe(true);
    expect(sum / n).toBeCloseTo(0.5, 2);
    expect(squares / n).toBeCloseTo(1 / 3, 2);
  });

  test('has the moments of a standard normal', () => {
    const rng = counterRng('normal', 3);
    const n = 200_000;
    const moments = [0, 0, 0, 0];
    for (let i = 0; i < n; i += 1) {
      const z = rng.normal();
      for (let power = 1; power <= 4; power += 1) moments[power - 1] += z ** power / n;
    }
    expect(Math.abs(moments[0])).toBeLessThan(0.01);
    expect(Math.abs(moments[1] - 1)).toBeLessThan(0.015);
    expect(Math.abs(moments[2])).toBeLessThan(0.03);
    expect(Math.abs(moments[3] - 3)).toBeLessThan(0.1);
  });
});
