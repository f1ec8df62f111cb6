import { writeExamplePack } from '@hadaf/engine';
import { printer } from '../terminal/printer.ts';

/** `hadaf pack new <folder>`: a working example to start a pack of your own from. */
export async function packNew(folder: string, asked: { id?: string; title?: string }): Promise<void> {
  const { id, title } = await writeExamplePack(folder, asked);
  printer.data(`${folder}: pack ${id}, “${title}”. It runs as it is; edit its files, then`);
  printer.data(`  npm run --silent hadaf -- pack check ${folder}`);
  printer.data(`  npm start -- --pack ${folder}`);
}
