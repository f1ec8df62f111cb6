import { parseConfig } from '@hadaf/platform';
import { buildProgram } from './program.ts';
import { printFailure } from './terminal/printer.ts';

// A reader that has read enough (`| head`) closes the pipe: that is its right, and no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

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
