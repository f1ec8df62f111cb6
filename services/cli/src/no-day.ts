import { CodedError } from '@hadaf/platform/coded-error';
import { Option } from 'commander';

/** Refuses an `--as-of` where a command has no day, and says why. */
export function noDay(because: string): Option {
  return new Option('--as-of <day>').hideHelp().argParser(() => {
    throw new CodedError('REQUEST_INVALID', `--as-of means nothing here: ${because}`);
  });
}
