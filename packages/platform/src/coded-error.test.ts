import { describe, expect, test } from 'vitest';
import { CodedError, codes, toCodedError } from './coded-error.ts';

describe('codes', () => {
  test('never promise that another try helps where the caller must mend the request', () => {
    const wrong = Object.entries(codes).filter(([, { http, retry }]) => retry && [400, 404, 409, 422].includes(http));
    expect(wrong).toEqual([]);
  });

  test('exit 1 or 2, and 3 is kept for a target off track', () => {
    expect(new Set(Object.values(codes).map((meaning) => meaning.exit))).toEqual(new Set([1, 2]));
  });
});

describe('toCodedError', () => {
  test('leaves a coded error as it is', () => {
    const error = new CodedError('PORT_TAKEN', 'port 80 is taken');
    expect(toCodedError(error)).toBe(error);
  });

  test('wraps anything else as INTERNAL, with its cause', () => {
    const cause = new TypeError('odd');
    expect(toCodedError(cause)).toMatchObject({ code: 'INTERNAL', message: 'odd', cause });
    expect(toCodedError('text')).toMatchObject({ code: 'INTERNAL', message: 'text' });
  });
});
