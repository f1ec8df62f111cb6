import { runInherited, withToolchain } from './launch.mjs';

/** `node scripts/run.mjs biome check --write`: a program of node_modules/.bin under the project's Node. */
const [name, ...args] = process.argv.slice(2);
if (name === undefined) {
  process.stderr.write('usage: node scripts/run.mjs <program> [arguments]\n');
  process.exitCode = 1;
} else {
  await withToolchain((_node, env) => runInherited(name, args, env));
}
