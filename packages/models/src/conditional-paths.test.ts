import { describe, expect, test } from 'vitest';
import { cappedPaths, pathRatios, pathsAlong, pathsWithAddedLine } from './conditional-paths.ts';

const set = { paths: Float64Array.of(1, 2, 3, 4), horizon: 2 };

describe('conditional paths', () => {
  test('stay below a cap', () => {
    expect([...cappedPaths(set, 2.5).paths]).toEqual([1, 2, 2.5, 2.5]);
  });

  test('carry an added line from its step on', () => {
    expect([...pathsWithAddedLine(set, [0, 10]).paths]).toEqual([1, 12, 3, 14]);
  });

  test('keep their ratio to the median when it is moved', () => {
    expect([...pathsAlong(set, [2, 3], [4, 30]).paths]).toEqual([2, 20, 6, 40]);
  });

  test('divide one series by another along each path', () => {
    expect([...pathRatios(set, { paths: Float64Array.of(2, 4), horizon: 2 }).paths]).toEqual([0.5, 0.5]);
  });

  test('ask for a value a step and one horizon', () => {
    expect(() => pathsWithAddedLine(set, [1])).toThrow(RangeError);
    expect(() => pathsAlong(set, [1, 2], [1])).toThrow(RangeError);
    expect(() => pathRatios(set, { paths: set.paths, horizon: 4 })).toThrow(RangeError);
  });
});
