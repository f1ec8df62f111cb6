import { join } from 'node:path';
import { runInherited, withToolchain } from './launch.mjs';
import { root } from './toolchain.mjs';

const names = [
  'accuracy',
  'probability',
  'speed',
  'nist',
  'landing',
  'robustness',
  'proof',
  'calibrate',
  'reconciliation',
  'fiscal-totals',
  'import',
];

/** `npm run bench <name> [-- options]`: runs tests/bench/<name>.ts under the project's Node. */
const [name = '', ...options] = process.argv.slice(2);
if (names.includes(name)) {
  await withToolchain((node, env) => runInherited(node, [join(root, 'tests/bench', `${name}.ts`), ...options], env));
} else {
  process.stderr.write(
    `usage: npm run bench <${names.join(' | ')}> -- [--limit series] [--peers series] [--seed integer] [--json]\n`,
  );
  process.exitCode = 1;
}
