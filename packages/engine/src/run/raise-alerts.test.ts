import type { StoredAlertState, StoredAssessment } from '@hadaf/store';
import type { AlertRule, AlertSignals, Status } from '@hadaf/targets';
import { describe, expect, test } from 'vitest';
import { judgeRules } from './raise-alerts.ts';

const rule = (change: Partial<AlertRule> & Pick<AlertRule, 'detector'>): AlertRule => ({
  ...{ id: 'rule', targetId: null, limit: null, clear: null, releases: 1, method: null, because: '' },
  ...change,
});
const unlikely = rule({ detector: 'probability', limit: 0.25, clear: 0.35, releases: 2, because: 'one in four' });

const signals = (release: string, probability: number | null): AlertSignals => ({
  ...{ release, probability, burn: null, missedMilestones: [], overdueDays: 40, unusualRevisions: [] },
});

/** An assessment as the store gives it back: only what rules read. */
function assessment(status: Status, seen: AlertSignals | null, targetId = 'T1'): StoredAssessment {
  const cells = [{ methodId: 'un-progress', definitionId: 'exports', windowYears: 1, status }];
  const methods = [{ id: 'un-progress', name: 'UN progress chart' }];
  const matrix = { definitions: [{ id: 'exports', isMeasure: true }], methods, cells };
  const detail = { report: { matrix }, ...(seen && { signals: seen }) };
  return {
    ...{ id: targetId, runId: 'run', targetId, targetVersion: 1, vintage: '2026-01-01', configHash: 'x', status },
    ...{ reason: `is ${status}.`, probability: null, forecastId: null, detail, createdAt: '2026-01-01T00:00:00Z' },
    provenance: null,
  };
}

/** Runs one after another, each with the states the one before left. */
function runs(rules: readonly AlertRule[], seen: readonly (AlertSignals | null)[], status: Status = 'at-risk') {
  let states: StoredAlertState[] = [];
  return seen.map((one, i) => {
    const pair = {
      before: [assessment(status, null)],
      after: [assessment(status, one)],
      states,
      asOf: `2026-02-0${i + 1}`,
    };
    const judged = judgeRules(rules, pair);
    states = [...judged.states, ...states];
    return judged.alerts.map(({ transition, reason }) => `${transition}: ${reason}`);
  });
}

describe('alert rules over runs', () => {
  test('fire once after two releases, not after two runs on one', () => {
    const low = signals('2026-01-20', 0.1);
    expect(runs([unlikely], [low, low, low]).flat()).toEqual([]);
    expect(runs([unlikely], [low, signals('2026-02-20', 0.1), signals('2026-03-20', 0.1)])).toEqual([
      [],
      ['raised: P is 10\u00a0%, at or below 25\u00a0% (rule: one in four).'],
      [],
    ]);
  });

  test('a series without releases is judged by the day of the run', () => {
    const stale = rule({ detector: 'stale', limit: 30 });
    expect(runs([stale], [signals('2026-01-20', null), signals('2026-01-20', null)])).toEqual([
      ['raised: the next release is 40 days overdue (rule).'],
      [],
    ]);
  });

  test('an assessment that failed changes no state', () => {
    expect(runs([unlikely], [null, null]).flat()).toEqual([]);
  });

  test('watch their own target only', () => {
    const other = { ...unlikely, targetId: 'T2', releases: 1 };
    expect(runs([other], [signals('2026-01-20', 0.1)]).flat()).toEqual([]);
  });

  test('a verdict, or what one method says, must fall by the bands stated', () => {
    const fall = (limit: number, method: string | null) =>
      judgeRules([rule({ detector: 'status-worsened', limit, method })], {
        before: [assessment('on-track', null)],
        after: [assessment('off-track', null)],
        ...{ states: [], asOf: '2026-02-01' },
      }).alerts.map(({ reason }) => reason);
    expect(fall(2, null)).toEqual(['Worsened from on track to off track, 2 bands down. is off-track.']);
    expect(fall(3, null)).toEqual([]);
    expect(fall(1, 'un-progress')).toEqual([
      'By UN progress chart: Worsened from on track to off track, 2 bands down.',
    ]);
    expect(fall(1, 'weather')).toEqual([]);
  });
});
