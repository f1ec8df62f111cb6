import type { IndexReport, TargetSummary } from '@hadaf/engine';
import { expect, test } from 'vitest';
import { publishedFixture } from '../../../../tests/e2e/published-fixture.ts';
import { indexPage } from './index-page.ts';

async function publishedIndex(): Promise<IndexReport> {
  const document = await publishedFixture.find('/v1/targets');
  return JSON.parse(String(document?.body));
}

/** The index with these changes to its first target. */
async function indexWith(...changes: Partial<TargetSummary>[]): Promise<string> {
  const report = await publishedIndex();
  const [first, ...others] = report.targets;
  if (!first) throw new Error('the fixture has no target');
  return indexPage(
    { ...report, targets: [...changes.map((change) => ({ ...first, ...change })), ...others] },
    null,
    'en',
  );
}

const section = (body: string, id: string): string =>
  new RegExp(`<section[^>]*aria-labelledby="${id}"[\\s\\S]*?</section>`).exec(body)?.[0] ?? '';

test('lists what is due without an outcome apart, between the open and the past', async () => {
  const body = await indexWith(
    { targetId: 'T15', title: 'due in June', dueEnd: '2026-06-30' },
    { targetId: 'T44', title: 'a park', dueEnd: '2025-12-31', dueLabel: '2025-12-31', unit: 'event', label: 'overdue' },
    { targetId: 'T50', title: 'still ahead', dueEnd: '2027-06-30' },
  );
  const due = section(body, 'unpublished-heading');
  expect(due).toContain('Due, outcome not published <span class="count">2</span>');
  expect(due).toContain('due in June');
  expect(due).toContain('Overdue');
  expect(due).toContain('31\u00a0Dec\u00a02025');
  expect(due).not.toMatch(/>(event|completion)</);
  expect(section(body, 'assessed')).toContain('still ahead');
  expect(section(body, 'assessed')).not.toContain('due in June');
  const places = ['id="assessed"', 'id="unpublished"', 'id="settled"'].map((text) => body.indexOf(text));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('has no such list where nothing is due', async () => {
  expect(await indexWith({})).not.toContain('id="unpublished"');
});

test('lists a promise once, with the targets that repeat it', async () => {
  const again = { targetId: 'T19', title: 'the same, told later', samePromiseAs: 'T01' };
  const body = await indexWith({ targetId: 'T01', title: 'the promise' }, again, {
    targetId: 'T50',
    samePromiseAs: 'T99',
  });
  expect(body).toContain('The same promise in <a href="/targets/T19"');
  expect(body).not.toContain('>the same, told later</a>');
  expect(body).toContain('href="/targets/T50"');
});
