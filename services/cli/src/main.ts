import { parseConfig } from '@hadaf/platform';
import { buildProgram } from './program.ts';
import { printFailure } from './terminal/printer.ts';

try {
  const program = buildProgram(
    (settings) => parseConfig({ ...process.env, ...settings }),
    (code) => {
      process.exitCode = code;
    },
  );
  await program.parseAsync();
} catch (error) {
  process.exitCode = printFailure(error);
}
