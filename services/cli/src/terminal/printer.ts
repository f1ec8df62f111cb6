import { type CodedError, codes, toCodedError } from '@hadaf/platform/coded-error';
import pico from 'picocolors';

/** Data on standard output, everything else on standard error. */
export interface Printer {
  data(text: string): void;
  /** One JSON document. */
  json(value: unknown): void;
  note(text: string): void;
}

export const printer: Printer = {
  data: (text) => {
    process.stdout.write(`${text}\n`);
  },
  json: (value) => {
    process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  },
  note: (text) => {
    process.stderr.write(`${text}\n`);
  },
};

/** Whether a person is looking: colours and moving bars are for people only. */
export function isTerminal(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true;
}

/** Says what went wrong, line by line, and gives the exit code of the table. */
export function printFailure(thrown: unknown): number {
  const failure: CodedError = toCodedError(thrown);
  printer.note(`${pico.red('✗')} ${failure.message}`);
  for (const fault of failure.faults) printer.note(`  ${fault}`);
  const { exit } = codes[failure.code];
  if (exit === 2) printer.note(pico.dim(`  (${failure.code}; ${failure.stack?.split('\n')[1]?.trim() ?? 'no trace'})`));
  return exit;
}
