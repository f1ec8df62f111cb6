import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CodedError } from '@hadaf/platform';

/** What editors check `pack.yaml` with. */
const schemaFile = 'pack.schema.json';

/** The small pack that others are started from. */
function examplePackFolder(): string {
  return fileURLToPath(new URL('../example-okr', import.meta.resolve('@hadaf/packs')));
}

/**
 * Copies the example pack into a new or empty folder.
 *
 * @throws CodedError REQUEST_INVALID where the folder holds anything: nothing of anybody's is overwritten
 */
export async function writeExamplePack(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new CodedError('REQUEST_INVALID', `${folder} is not empty`);
  const example = examplePackFolder();
  for (const name of await readdir(example)) await cp(join(example, name), join(folder, name));
  await cp(join(example, '..', schemaFile), join(folder, schemaFile));
  const manifest = join(folder, 'pack.yaml');
  await writeFile(manifest, (await readFile(manifest, 'utf8')).replace(`../${schemaFile}`, schemaFile));
}
