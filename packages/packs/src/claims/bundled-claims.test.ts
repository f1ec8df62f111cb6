import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPack } from '../read-pack.ts';
import { assessClaims } from './assess-claim.ts';
import { listConflicts } from './conflict.ts';

/** Verdicts given by hand when the documents were collected, 2026-11-21. */
const verdicts = {
  holds: 'S0-01 S1-01 S1-02 S1-04 S1-06 S1-18 S2-01 S3-02 S3-09 S3-12 S3-23 S3-25 S3-26 S3-28 S4-05',
  'holds-by-rounding': 'S0-02 S0-03 S1-03 S1-05 S1-07 S2-02 S2-05 S3-13 S3-22 S3-24 S4-01 S4-02 S4-03 S4-04 S4-11',
  conflicting: 'S0-04 S0-11 S1-11 S1-17 S1-19 S1-20 S3-01 S3-03 S3-04 S4-06 S4-07 S4-10',
  'single-source':
    'S0-05 S0-06 S0-07 S0-08 S0-09 S0-10 S1-08 S1-09 S1-10 S1-12 S1-13 S1-14 S1-15 S1-24 S1-25 S1-26 S1-27 S2-03 S2-06 S2-08 S2-09 S3-05 S3-06 S3-07 S3-27 S3-29 S3-30 S4-08 S4-12 S4-13 S4-14',
  'promise-open': 'S0-12 S1-16 S1-21 S1-22 S1-23 S2-10 S2-11 S3-08 S3-10 S3-11 S3-15 S3-16 S3-17 S3-18 S3-19 S4-15',
  contradicted: 'S2-04 S2-07 S4-09 S4-16',
  'promise-missed': 'S3-14 S3-20',
  'promise-unverified': 'S3-21',
};

const folder = new URL('../../pakistan-it/', import.meta.url);
const reading = await readPack(
  new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])),
);
if (reading.kind !== 'pack') throw new Error(`pakistan-it is faulty: ${JSON.stringify(reading.faults.slice(0, 5))}`);
const { pack } = reading;
const assessed = assessClaims(pack, '2026-11-22');

describe('the claims of the five documents', () => {
  test('are 96', () => {
    expect(assessed.length).toBe(96);
  });
  test.each(Object.entries(verdicts))('%s: %s', (verdict, ids) => {
    expect(
      assessed
        .filter((claim) => claim.verdict === verdict)
        .map(({ claim }) => claim.id)
        .join(' '),
    ).toBe(ids);
  });
  test('rest on numbers the pack holds', () => {
    const unresolved = assessed.filter(({ claim, checks }) => checks.length !== claim.checks.length);
    expect(unresolved.map(({ claim }) => claim.id)).toEqual([]);
  });
  test('say what they rest on', () => {
    expect(assessed.find(({ claim }) => claim.id === 'S4-16')).toMatchObject({
      verdict: 'contradicted',
      because:
        'States $25,000 million, but 15,000 + 1,000 + 10,000 = 26,000, where $15,000 million is target T04, “IT exports of ' +
        '$15 billion in five years, a part of the $25 billion”; $1,000 million is target T05, “Telecom exports of $1 ' +
        'billion in five years, a part of the $25 billion”; $10,000 million is target T06, “Digitisation worth $10 ' +
        'billion in five years, a part of the $25 billion” (the parts announced in November 2024).',
    });
    expect(assessed.find(({ claim }) => claim.id === 'S3-20')?.because).toBe(
      'Due by 30 Jun 2025; 80\u00a0% of it was reported: 40 ÷ 50 = 0.8, where 40 is E-employment centres established, 8 Aug 2025.',
    );
  });
  test('before a number was known it confirms nothing', () => {
    const then = assessClaims(pack, '2025-07-31');
    expect(then.find(({ claim }) => claim.id === 'S3-20')?.verdict).toBe('promise-unverified');
    expect(then.find(({ claim }) => claim.id === 'S3-14')?.verdict).toBe('promise-open');
  });
});

describe('the conflict ledger', () => {
  const ledger = listConflicts(pack, '2026-11-22');
  test('shows every side with its number and source', () => {
    const sides = ledger.flatMap((conflict) => conflict.sides);
    expect(ledger.length).toBe(17);
    expect(sides.filter(({ value, documentIds }) => value === null || documentIds.length === 0)).toEqual([]);
  });
  test('keeps the parks’ three counts apart', () => {
    expect(ledger[0]?.sides.map(({ value }) => value)).toEqual([43, 50, 44]);
  });
  test('leaves open what nobody had said yet', () => {
    const parks = listConflicts(pack, '2025-03-01')[0];
    expect(parks?.sides.map(({ value }) => value)).toEqual([43, null, null]);
  });
});
