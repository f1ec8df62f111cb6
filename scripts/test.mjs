import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runInherited, withToolchain } from './launch.mjs';
import { findSkips } from './test-servers.mjs';

function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

const present = {
  redis: Boolean(process.env.REDIS_URL) || isOnPath('redis-server'),
  chromium: isOnPath('chromium'),
};

// Without a project of the caller's choice the tests that kill servers and wait for them are left to `npm run faults`.
const given = process.argv.slice(2);
const projects = given.includes('--project') ? [] : ['--project', 'unit', '--project', 'integration'];

await withToolchain(async (_node, env) => {
  const { skipped, failed, unknown } = findSkips((name) => present[name], process.env.HADAF_REQUIRE);
  const tell = () => {
    for (const line of skipped) process.stderr.write(`\n*** ${line} ***\n`);
  };
  tell();
  if (failed.length > 0 || unknown.length > 0) {
    process.stderr.write(
      `HADAF_REQUIRE: ${[...failed.map((name) => `no ${name}`), ...unknown.map((name) => `${name} is unknown`)].join(', ')}\n`,
    );
    return 1;
  }
  const code = await runInherited('vitest', ['run', '--config', 'tests/vitest.config.ts', ...projects, ...given], env);
  tell();
  return code;
});
