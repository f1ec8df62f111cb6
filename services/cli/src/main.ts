import { enableCompileCache } from 'node:module';

// Before anything else is loaded: what is compiled after this line is kept for the commands to come.
enableCompileCache();
const { runProgram } = await import('./run-program.ts');
await runProgram();
