import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { buildProgram } from './program.ts';

/** Commands that have no day, each with the words that say so. */
const dayless: Readonly<Record<string, string>> = {
  start: 'assesses the present',
  observe: 'recorded now',
  import: 'recorded now',
  overrule: 'counts from now on',
  'scenario new': 'scenario show <scenario> --as-of',
  'scenario delete': 'stays on record',
  'pack new': 'no past',
  'pack check': 'as it stands on disk',
  'pack columns': 'this version reads',
  proof: 'do not change',
  reset: 'deletes all',
};

function leaves(command: Command, path: string[] = []): [string, Command][] {
  const below = command.commands.flatMap((child) => leaves(child, [...path, child.name()]));
  return below.length > 0 ? below : [[path.join(' '), command]];
}

const open = () =>
  buildProgram(
    () => Promise.reject(new Error('a command began its work')),
    () => undefined,
  );

describe('an earlier day', () => {
  test.each(leaves(open()))('is taken or refused in words by hadaf %s', async (path, command) => {
    const option = command.options.find(({ long }) => long === '--as-of');
    expect(option?.hidden).toBe(path in dayless);
    // Long enough for every command that takes arguments.
    const words = [...path.split(' '), 'a', 'b', 'c'].slice(
      0,
      path.split(' ').length + command.registeredArguments.length,
    );
    const asked = open().parseAsync([...words, '--as-of', '2025-12-31'], { from: 'user' });
    await expect(asked).rejects.toThrow(dayless[path] ?? 'a command began its work');
  });

  test('is refused where the whole chain of the record is checked', async () => {
    const asked = open().parseAsync(['record', '--verify', '--as-of', '2025-12-31'], { from: 'user' });
    await expect(asked).rejects.toThrow('--as-of means nothing with --verify');
  });
});
