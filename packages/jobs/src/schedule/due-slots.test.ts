import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CatchUp, dueSlots, slotAfter, type Timetable } from './due-slots.ts';

const weekly = { cron: '0 6 * * 1', zone: 'Asia/Karachi' };
const due = (catchUp: CatchUp, nextAt: string, cron = weekly.cron, zone = weekly.zone): Timetable => ({
  cron,
  zone,
  catchUp,
  nextAt,
});

describe('dueSlots', () => {
  test('gives nothing before the next slot', () => {
    const timetable = due('all', '2026-11-23T01:00:00.000Z');
    expect(dueSlots(timetable, '2026-11-23T00:59:59.999Z')).toEqual({
      slots: [],
      nextAt: timetable.nextAt,
    });
  });

  test('runs a slot at its instant and reads the hour in the zone', () => {
    expect(dueSlots(due('skip', '2026-11-23T01:00:00.000Z'), '2026-11-23T01:00:00.000Z')).toEqual({
      slots: ['2026-11-23T01:00:00.000Z'],
      nextAt: '2026-11-30T01:00:00.000Z',
    });
  });

  test.each(['skip', 'latest', 'all'] as const)('runs a first start at once, policy %s', (catchUp) => {
    const firstStart = '2026-11-22T00:41:07.123Z'; // no slot of the cron
    expect(dueSlots(due(catchUp, firstStart), '2026-11-22T00:41:12.000Z')).toEqual({
      slots: [firstStart],
      nextAt: '2026-11-23T01:00:00.000Z',
    });
  });

  const missed = {
    nextAt: '2026-11-02T01:00:00.000Z',
    now: '2026-11-22T12:00:00.000Z',
  };
  test.each([
    ['skip', []],
    ['latest', ['2026-11-16T01:00:00.000Z']],
    ['all', ['2026-11-02T01:00:00.000Z', '2026-11-09T01:00:00.000Z', '2026-11-16T01:00:00.000Z']],
  ] as const)('after three missed weeks policy %s runs %j', (catchUp, slots) => {
    expect(dueSlots(due(catchUp, missed.nextAt), missed.now)).toEqual({
      slots,
      nextAt: '2026-11-23T01:00:00.000Z',
    });
  });

  test('takes 72 hours of missed minutes in passes that leave none out', () => {
    const now = '2026-11-22T00:00:00.000Z';
    let nextAt = '2026-11-19T00:00:00.000Z';
    const taken: string[] = [];
    while (nextAt <= now) {
      const pass = dueSlots(due('all', nextAt, '* * * * *', 'UTC'), now);
      expect(pass.slots.length).toBeLessThanOrEqual(500);
      taken.push(...pass.slots);
      nextAt = pass.nextAt;
    }
    expect(taken).toHaveLength(72 * 60 + 1);
    expect(new Set(taken).size).toBe(taken.length);
  });

  test('a slot that clocks jump over in spring still happens once that day', () => {
    const spring = { cron: '30 2 * * *', zone: 'Europe/Berlin' };
    const slots = [slotAfter(spring, '2026-03-28T12:00:00.000Z'), slotAfter(spring, '2026-03-29T12:00:00.000Z')];
    expect(slots).toEqual(['2026-03-29T01:30:00.000Z', '2026-03-30T00:30:00.000Z']);
  });

  test('the next slot is always after now unless more are still due', () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 30 }).map((m) => m * 60_000);
    fc.assert(
      fc.property(minute, minute, fc.constantFrom<CatchUp>('skip', 'latest', 'all'), (startMs, lateMs, catchUp) => {
        const start = Date.parse('2026-03-01T00:00:00.000Z') + startMs;
        const now = new Date(start + lateMs).toISOString();
        const pass = dueSlots(due(catchUp, new Date(start).toISOString(), '*/10 * * * *', 'Asia/Karachi'), now);
        expect(pass.nextAt > now || pass.slots.length === 500).toBe(true);
        expect([...pass.slots].sort()).toEqual(pass.slots);
        expect(pass.slots.every((slot) => slot <= now)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('an unreadable cron or zone throws', () => {
    expect(() => slotAfter({ cron: '0 6 * * 9', zone: 'UTC' }, '2026-11-22T00:00:00.000Z')).toThrow();
    expect(() => slotAfter({ cron: '0 6 * * 1', zone: 'Mars/Olympus' }, '2026-11-22T00:00:00.000Z')).toThrow();
  });
});
