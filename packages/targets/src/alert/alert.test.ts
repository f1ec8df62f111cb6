import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlertStanding, advanceAlert, initialAlertState } from './advance-alert.ts';
import type { AlertRule, AlertSignals } from './alert-rule.ts';
import { detect } from './detect.ts';

const rule = (detector: AlertRule['detector'], change: Partial<AlertRule> = {}): AlertRule => ({
  ...{ id: 'r', targetId: null, detector, limit: null, clear: null, releases: 1, method: null, because: '' },
  ...change,
});
const quiet: AlertSignals = {
  ...{ release: '2026-01-20', probability: null, burn: null, missedMilestones: [], overdueDays: null },
  unusualRevisions: [],
};
const likely = rule('probability', { limit: 0.25, clear: 0.35, releases: 2 });
const seen = (change: Partial<AlertSignals>) => ({ ...quiet, ...change });

describe('detect', () => {
  test.each([
    [likely, { probability: 0.25 }, 'fires', 'P is 25\u00a0%, at or below 25\u00a0%'],
    [likely, { probability: 0.3 }, 'between', 'P is 30\u00a0%, between 25\u00a0% and 35\u00a0%'],
    [likely, { probability: 0.35 }, 'clears', 'P is 35\u00a0%, at or above 35\u00a0%'],
    [likely, {}, 'no-data', 'no probability could be given'],
    [rule('burn', { limit: 1.5, clear: 1.2 }), { burn: 1.5 }, 'fires', 'burn is 1.5, at or above 1.5'],
    [rule('burn', { limit: 1.5, clear: 1.2 }), { burn: 1.3 }, 'between', 'burn is 1.3, between 1.2 and 1.5'],
    [rule('burn', { limit: 1.5 }), { burn: 1.49 }, 'clears', 'burn is 1.49, at or below 1.5'],
    [rule('stale'), { overdueDays: 0 }, 'clears', 'the next release is 0 days overdue, less than 1'],
    [rule('stale', { limit: 30 }), { overdueDays: 30 }, 'fires', 'the next release is 30 days overdue'],
    [rule('stale'), {}, 'no-data', 'no release is expected'],
  ] as const)('%o', (watch, signals, signal, reason) => {
    expect(detect(watch, seen(signals))).toEqual({ signal, reason });
  });

  test('tells which milestone is missed, and what was revised', () => {
    const missedMilestones = [{ on: '2025-06-30', planned: 50, reported: 40 }];
    expect(detect(rule('milestone-missed'), seen({ missedMilestones })).reason).toBe(
      'the milestone of 30 Jun 2025 is missed: 40 of 50 reported',
    );
    const unusualRevisions = [{ period: 'Nov 2024', from: 324, to: 310 }];
    expect(detect(rule('unusual-revision'), seen({ unusualRevisions })).reason).toBe(
      'Nov 2024 was revised by more than usual, from 324 to 310',
    );
    expect(detect(rule('unusual-revision'), quiet).signal).toBe('clears');
  });

  test('leaves comparing two runs to those who hold both', () => {
    expect(() => detect(rule('status-worsened'), quiet)).toThrow(RangeError);
  });
});

function standings(probabilities: readonly (number | null)[]): { standings: AlertStanding[]; told: string[] } {
  let state = initialAlertState;
  const told: string[] = [];
  const found = probabilities.map((probability, i) => {
    const step = advanceAlert(likely, state, detect(likely, seen({ probability })), `2026-01-${10 + i}`);
    state = step.state;
    if (step.transition) told.push(step.transition);
    return state.standing;
  });
  return { standings: found, told };
}

describe('advanceAlert', () => {
  test('fires and clears after two releases each', () => {
    expect(standings([0.2, 0.2, 0.4, 0.4])).toEqual({
      standings: ['pending', 'firing', 'recovering', 'ok'],
      told: ['raised', 'cleared'],
    });
  });

  test('does not flap around its bounds', () => {
    expect(standings([0.2, 0.3, 0.2, 0.3]).told).toEqual([]);
    expect(standings([0.2, 0.2, 0.4, 0.3, 0.4, 0.2])).toEqual({
      standings: ['pending', 'firing', 'recovering', 'firing', 'recovering', 'firing'],
      told: ['raised'],
    });
  });

  test('keeps its state without data', () => {
    expect(standings([0.2, 0.2, null, null]).standings).toEqual(['pending', 'firing', 'firing', 'firing']);
  });

  test('counts a release once, however often it is run', () => {
    const fires = detect(likely, seen({ probability: 0.1 }));
    const once = advanceAlert(likely, initialAlertState, fires, '2026-01-20');
    expect(advanceAlert(likely, once.state, fires, '2026-01-20')).toEqual({ state: once.state, transition: null });
  });

  test('raises and clears in turn', () => {
    const walk = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 60 });
    fc.assert(
      fc.property(walk, (probabilities) => {
        const { told } = standings(probabilities);
        expect(told).toEqual(told.map((_, i) => (i % 2 === 0 ? 'raised' : 'cleared')));
      }),
    );
  });
});
