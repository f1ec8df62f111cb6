import { runCli } from './launch.mjs';

await runCli(['start', ...process.argv.slice(2)]);
