import { describe, expect, test } from 'vitest';
import { findSkips } from './test-servers.mjs';

describe('findSkips', () => {
  test('is silent where everything is there', () => {
    expect(findSkips(() => true, 'redis,chromium')).toEqual({
      skipped: [],
      failed: [],
      unknown: [],
    });
  });

  test('names what is skipped and how to mend it', () => {
    const { skipped, failed } = findSkips((name) => name !== 'redis');
    expect(skipped).toEqual(['SKIPPED: tests of the queue on Redis (no redis; install redis-server or set REDIS_URL)']);
    expect(failed).toEqual([]);
  });

  test('turns a skip into a failure where it is required', () => {
    expect(findSkips(() => false, 'redis, chromium').failed).toEqual(['redis', 'chromium']);
    expect(findSkips(() => false, 'chromium').failed).toEqual(['chromium']);
  });

  test('notices a requirement it does not know', () => {
    expect(findSkips(() => true, 'postgres').unknown).toEqual(['postgres']);
  });
});
