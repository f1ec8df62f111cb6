import { readPackFolder, writeExamplePack } from '@hadaf/engine';
import { printer } from '../terminal/printer.ts';

/** `hadaf pack new <folder>`: a working example to start a pack of your own from. */
export async function packNew(folder: string): Promise<void> {
  await writeExamplePack(folder);
  const reading = await readPackFolder(folder);
  const id = reading.kind === 'pack' ? reading.pack.id : '';
  printer.data(`${folder}: pack ${id}; edit it, then`);
  printer.data(`  npm run --silent hadaf -- pack check ${folder}`);
  printer.data(`  npm start -- --pack ${folder}`);
}
