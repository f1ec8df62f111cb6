import { join } from 'node:path';
import { runInherited, withToolchain } from './launch.mjs';
import { root } from './toolchain.mjs';

/** `npm run bundle`: the library for browsers, in dist/. */
await withToolchain((node, env) =>
  runInherited(node, [join(root, 'scripts/bundle-library.mjs'), ...process.argv.slice(2)], env),
);
