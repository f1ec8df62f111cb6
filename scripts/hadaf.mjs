import { runCli } from './launch.mjs';

await runCli(process.argv.slice(2));
