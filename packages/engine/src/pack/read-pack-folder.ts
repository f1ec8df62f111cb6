import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PackReading, readPack } from '@hadaf/packs';
import { CodedError } from '@hadaf/platform';

/** A file larger than this is no pack file; bulk data have a door of their own. */
const largestFile = 64 * 1024 * 1024;

/** A folder with more tables than this is no pack. */
const mostTables = 64;

/** The folder of the pack that comes with Hadaf. */
export function bundledPackFolder(): string {
  return fileURLToPath(new URL('../pakistan-it', import.meta.resolve('@hadaf/packs')));
}

async function readOne(folder: string, name: string): Promise<readonly [string, string] | null> {
  const path = join(folder, name);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  if (found.size > largestFile) throw new CodedError('PACK_INVALID', `${path} is larger than 64 MiB`);
  // A byte that is no UTF-8 becomes U+FFFD, which the reader of the cell then names.
  return [name, await readFile(path, 'utf8')];
}

/**
 * Reads and checks a pack from its folder.
 *
 * @throws CodedError PACK_NOT_FOUND where there is no such folder
 */
export async function readPackFolder(folder: string): Promise<PackReading> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new CodedError('PACK_NOT_FOUND', `no folder ${folder}`);
  const names = (await readdir(folder)).filter((name) => name === 'pack.yaml' || name.endsWith('.csv')).sort();
  if (names.length > mostTables) throw new CodedError('PACK_INVALID', `${folder} holds ${names.length} tables`);
  const files = await Promise.all(names.map((name) => readOne(folder, name)));
  return readPack(new Map(files.filter((file) => file !== null)));
}
