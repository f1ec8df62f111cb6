import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const built = join(root, '.types/packages');

/** What a declaration imports, as it is found in the bundle: rooms beside each other below `types/`. */
function inBundle(text, path) {
  const upToRooms = relative(dirname(path), '.') || '.';
  return text
    .replaceAll(/(['"])@hadaf\/([a-z]+)\1/g, (_, quote, room) => `${quote}${upToRooms}/${room}/index.js${quote}`)
    .replaceAll(/(['"])(\.{1,2}\/[^'"]+)\.ts\1/g, (_, quote, module) => `${quote}${module}.js${quote}`)
    .replaceAll(/^\/\/# sourceMappingURL=.*$/gm, '');
}

/**
 * Writes the declarations of the library's rooms, and of the rooms they name, beside its bundle.
 *
 * @param rooms   rooms with a bundle `<room>.js` in `outdir`
 * @param outdir  the bundle's folder
 */
export function writeLibraryTypes(rooms, outdir) {
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-b', ...rooms.map((room) => `packages/${room}`)], { cwd: root });
  const needed = [...rooms];
  for (const room of needed) {
    for (const path of globSync('**/*.d.ts', { cwd: join(built, room) })) {
      const from = join(room, path);
      const text = readFileSync(join(built, from), 'utf8');
      for (const [, other] of text.matchAll(/['"]@hadaf\/([a-z]+)['"]/g))
        if (!needed.includes(other)) needed.push(other);
      const to = join(outdir, 'types', from);
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, inBundle(text, from));
    }
  }
  for (const room of rooms) writeFileSync(join(outdir, `${room}.d.ts`), `export * from './types/${room}/index.js';\n`);
}
