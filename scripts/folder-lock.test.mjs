import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isHeld, withFolderLock } from './folder-lock.mjs';

describe('withFolderLock', () => {
  let folder;
  let path;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hadaf-lock-'));
    path = join(folder, 'lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('lets one in at a time and says who is waited for', async () => {
    const waitedFor = [];
    let inside = 0;
    const enter = () =>
      withFolderLock(
        path,
        (pid) => waitedFor.push(pid),
        async () => {
          inside += 1;
          expect(inside).toBe(1);
          await new Promise((resolve) => setImmediate(resolve));
          inside -= 1;
        },
      );
    await Promise.all([enter(), enter(), enter()]);
    expect(new Set(waitedFor)).toEqual(new Set([String(process.pid)]));
    expect(existsSync(path)).toBe(false);
  });

  test('takes over the lock of a dead process', async () => {
    writeFileSync(path, '999999999 1');
    expect(
      await withFolderLock(
        path,
        () => {},
        async () => 'in',
      ),
    ).toBe('in');
  });

  test('opens again after a failure', async () => {
    const fail = withFolderLock(
      path,
      () => {},
      () => Promise.reject(new Error('no')),
    );
    await expect(fail).rejects.toThrow('no');
    expect(existsSync(path)).toBe(false);
  });

  test('does not take a later process of the same number for the holder', () => {
    expect(isHeld(`${process.pid} 1`)).toBe(false);
  });
});
