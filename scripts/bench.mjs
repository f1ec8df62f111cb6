import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runInherited, withToolchain } from './launch.mjs';
import { root } from './toolchain.mjs';

/** `npm run bench <name> [-- options]`: runs tests/bench/<name>.ts under the project's Node. */
const [name = '', ...options] = process.argv.slice(2);
const file = join(root, 'tests/bench', `${name}.ts`);
if (/^[a-z]+$/.test(name) && existsSync(file)) {
  await withToolchain((node, env) => runInherited(node, [file, ...options], env));
} else {
  const names = globSync(join(root, 'tests/bench/{accuracy,probability,speed,landing,nist,proof,calibrate}.ts'));
  process.stderr.write(`usage: npm run bench <${names.map((path) => basename(path, '.ts')).join(' | ')}>`);
  process.stderr.write(' -- [--limit series] [--seed integer] [--json]\n');
  process.exitCode = 1;
}
