import { buildProgram } from './program.ts';
import type { ReadConfig } from './read-config.ts';

const readConfig: ReadConfig = async (settings) =>
  (await import('@hadaf/platform')).parseConfig({ ...process.env, ...settings });

function exitWith(code: number): void {
  process.exitCode = code;
}

/** Runs the command that the arguments of this process name, and sets its exit code. */
export async function runProgram(): Promise<void> {
  // A reader that has read enough (`| head`) closes the pipe: that is its right, and no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    await buildProgram(readConfig, exitWith).parseAsync();
  } catch (error) {
    exitWith((await import('./terminal/printer.ts')).printFailure(error));
  }
}
