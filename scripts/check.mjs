import { runInherited, withToolchain } from './launch.mjs';

const gates = [['biome', 'ci', '.'], ['oxlint', '--type-aware', '.'], ['tsc', '-b', 'tests'], ['knip']];

await withToolchain(async (_node, env) => {
  const failed = [];
  for (const [program, ...args] of gates) {
    const name = [program, ...args].join(' ');
    process.stderr.write(`check: ${name}\n`);
    if ((await runInherited(program, args, env)) !== 0) failed.push(name);
  }
  process.stderr.write(failed.length === 0 ? 'check: all passed\n' : `check: failed: ${failed.join('; ')}\n`);
  return failed.length === 0 ? 0 : 1;
});
