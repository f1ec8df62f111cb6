import { describe, expect, test } from 'vitest';
import { OpenStreams } from './open-streams.ts';

const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
  return null;
};

describe('OpenStreams', () => {
  test('gives an address its share, and a place back once', () => {
    const streams = new OpenStreams({ ofAddress: 2 });
    const close = streams.open('a');
    streams.open('a');
    expect(codeOf(() => streams.open('a'))).toBe('RATE_LIMITED');
    expect(codeOf(() => streams.open('b'))).toBeNull();
    close();
    close();
    expect([codeOf(() => streams.open('a')), codeOf(() => streams.open('a'))]).toEqual([null, 'RATE_LIMITED']);
  });

  test('gives all addresses together no more than the process has', () => {
    const streams = new OpenStreams({ ofProcess: 2, ofAddress: 2 });
    const close = streams.open('a');
    streams.open('b');
    expect(codeOf(() => streams.open('c'))).toBe('SERVICE_BUSY');
    close();
    expect(codeOf(() => streams.open('c'))).toBeNull();
  });
});
