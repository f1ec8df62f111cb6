import { rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { writeLibraryTypes } from './library-types.mjs';

const root = resolve(import.meta.dirname, '..');
const rooms = ['models', 'evaluation'];

/** For browsers: an import of Node's own modules is an error here. */
const forBrowsers = {
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2024',
  minify: true,
  metafile: true,
};

/** What an application pays that imports those names and nothing else; chunks loaded on demand are not counted. */
async function bytesOf(names, room) {
  const contents = `export { ${names.join(', ')} } from '@hadaf/${room}';`;
  const { metafile } = await build({
    ...forBrowsers,
    stdin: { contents, resolveDir: root, loader: 'ts' },
    splitting: true,
    outdir: 'measured',
    write: false,
    logLevel: 'error',
  });
  return Object.entries(metafile.outputs).find(([path]) => basename(path) === 'stdin.js')[1].bytes;
}

/** Bundles both rooms with what they share in chunks; @returns the bytes of each file by name. */
async function bundleInto(outdir) {
  const { metafile } = await build({
    ...forBrowsers,
    entryPoints: Object.fromEntries(rooms.map((room) => [room, join(root, `packages/${room}/src/index.ts`)])),
    splitting: true,
    outdir,
    chunkNames: 'chunks/[name]-[hash]',
    sourcemap: true,
    logLevel: 'error',
  });
  const code = Object.entries(metafile.outputs).filter(([path]) => path.endsWith('.js'));
  return Object.fromEntries(code.map(([path, { bytes }]) => [resolve(path).slice(outdir.length + 1), bytes]));
}

/** Ours to empty; a folder that somebody names is not. */
const usualFolder = 'dist';

const [folder = usualFolder, asJson] = process.argv.slice(2);
if (folder === usualFolder) rmSync(join(root, usualFolder), { recursive: true, force: true });
const files = await bundleInto(resolve(root, folder));
writeLibraryTypes(rooms, resolve(root, folder));
const imports = {
  'one benchmark (naive)': await bytesOf(['naive'], 'models'),
  'one model (theta)': await bytesOf(['theta'], 'models'),
  'one growth model (logisticGrowth)': await bytesOf(['logisticGrowth'], 'models'),
  'the combination (forecastSeries)': await bytesOf(['forecastSeries'], 'models'),
  'one score (pinballLoss)': await bytesOf(['pinballLoss'], 'evaluation'),
};
if (asJson === '--json') process.stdout.write(`${JSON.stringify({ files, imports })}\n`);
else {
  const line = ([name, bytes]) => `  ${name.padEnd(36)} ${(bytes / 1024).toFixed(1).padStart(7)} KiB\n`;
  process.stdout.write(
    `Bundled into ${folder}, minified, with declarations:\n${Object.entries(files).map(line).join('')}`,
  );
  process.stdout.write(`What an application pays that imports only\n${Object.entries(imports).map(line).join('')}`);
}
