import type { StoredAlert } from '@hadaf/store';
import { expect, test } from 'vitest';
import { alertLine } from './alert-lines.ts';

const alert: StoredAlert = {
  ...{ id: '1', targetId: 'T26a', previousRunId: 'before', runId: 'now', raisedOn: '2026-11-22' },
  ...{ ruleId: 'status-worsened', transition: 'raised', from: 'on-track', to: 'off-track' },
  reason: 'Worsened from on track to off track, 2 bands down.',
};

test('an alert is told in words', () => {
  expect(alertLine(alert)).toBe(
    '22 Nov 2026  T26a  raised by “status worsened”  on track → off track  Worsened from on track to off track, 2 bands down.',
  );
});

test('a standing that has not moved is said once', () => {
  expect(alertLine({ ...alert, from: 'off-track', transition: 'cleared', reason: 'P is 40 %.' })).toBe(
    '22 Nov 2026  T26a  cleared by “status worsened”  off track  P is 40 %.',
  );
});
