import { describe, expect, test } from 'vitest';
import { matchId, nearWords } from './match-id.ts';

const ids = ['T01', 'T02', 'T10', 'ict_services_exports', 'ict_trade_surplus', 'freelancer_remittances'];

describe('matchId', () => {
  test.each([
    ['t01', 'T01'],
    ['T01', 'T01'],
    ['ICT_Services_Exports', 'ict_services_exports'],
  ])('%s is %s', (asked, id) => {
    expect(matchId(ids, asked)).toEqual({ kind: 'found', id });
  });

  test('prefers the id as written', () => {
    expect(matchId(['t01', 'T01'], 'T01')).toEqual({ kind: 'found', id: 'T01' });
  });

  test.each([
    ['T11', ['T01', 'T10']],
    ['ict_service_exports', ['ict_services_exports']],
    ['services_exports', ['ict_services_exports']],
    ['freelancers_remitances', ['freelancer_remittances']],
    ['weather', []],
    ['', []],
  ])('%s may mean %o', (asked, near) => {
    expect(matchId(ids, asked)).toEqual({ kind: 'unknown', near });
  });

  test('asks in words', () => {
    expect(nearWords(['T01', 'T10'])).toBe('; did you mean T01, T10?');
    expect(nearWords([])).toBe('');
  });
});
