import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CodedError } from '@hadaf/platform';

/** What editors check `pack.yaml` with. */
const schemaFile = 'pack.schema.json';
const longestId = 60;

/** How a pack names itself. */
export interface PackName {
  readonly id: string;
  readonly title: string;
}

/** The small pack that others are started from. */
export function examplePackFolder(): string {
  return fileURLToPath(new URL('../example-okr', import.meta.resolve('@hadaf/packs')));
}

/** `My Company` is the pack `my-company`: letters with accents lose them, all else becomes a hyphen. */
export function packNameOf(folder: string, asked: Partial<PackName> = {}): PackName {
  const words = basename(resolve(folder));
  const derived = words
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, longestId);
  const id = asked.id ?? derived;
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(id)) {
    throw new CodedError(
      'REQUEST_INVALID',
      `"${asked.id ?? words}" makes no pack id; give one of small letters, digits and -: --id my-pack`,
    );
  }
  const title = asked.title ?? words.replaceAll(/[-_]+/g, ' ').trim();
  return { id, title: `${title.slice(0, 1).toUpperCase()}${title.slice(1)}` };
}

/** The manifest under another name; its comments and the rest stay. */
function renamed(manifest: string, { id, title }: PackName): string {
  return manifest
    .replace(`../${schemaFile}`, schemaFile)
    .replace(/^id: .*$/m, `id: ${id}`)
    .replace(/^title: .*$/m, () => `title: ${JSON.stringify(title)}`);
}

/**
 * Copies the example pack into a new or empty folder, under a name of its own.
 *
 * @throws CodedError REQUEST_INVALID where the folder holds anything: nothing of anybody's is overwritten; or where it
 *   makes no id
 */
export async function writeExamplePack(folder: string, asked: Partial<PackName> = {}): Promise<PackName> {
  const name = packNameOf(folder, asked);
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new CodedError('REQUEST_INVALID', `${folder} is not empty`);
  const example = examplePackFolder();
  for (const file of await readdir(example)) await cp(join(example, file), join(folder, file));
  await cp(join(example, '..', schemaFile), join(folder, schemaFile));
  const manifest = join(folder, 'pack.yaml');
  await writeFile(manifest, renamed(await readFile(manifest, 'utf8'), name));
  return name;
}
