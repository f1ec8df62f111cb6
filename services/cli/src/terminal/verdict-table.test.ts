import type { TargetSummary } from '@hadaf/engine';
import { describe, expect, test } from 'vitest';
import { publishedFixture } from '../../../../tests/e2e/published-fixture.ts';
import { verdicts } from './verdict-table.ts';

const look = { width: 120, plain: true, all: false };

async function firstOpen(): Promise<TargetSummary> {
  const { targets } = JSON.parse((await publishedFixture.find('/v1/targets'))?.body ?? '{}');
  return targets.find(({ targetId }: TargetSummary) => targetId === 'T01');
}

describe('verdicts', () => {
  test('sets targets whose date has passed without an outcome apart, as the page does', async () => {
    const open = { ...(await firstOpen()), dueEnd: '2030-06-30' };
    const due = {
      ...open,
      targetId: 'T90',
      title: 'A park',
      dueEnd: '2025-12-31',
      reason: 'no report says it happened',
    };
    const told = verdicts({ targets: [open, due], asOf: '2026-11-22' }, look);
    const heading = told.indexOf('Due, outcome not published');
    expect(told.indexOf('T01')).toBeLessThan(heading);
    expect(told.indexOf('T90')).toBeGreaterThan(heading);
    expect(told).toContain('no report says it happened');
    expect(verdicts({ targets: [open], asOf: '2026-11-22' }, look)).not.toContain('Due, outcome');
  });
});
