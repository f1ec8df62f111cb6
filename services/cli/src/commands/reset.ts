import { createInterface } from 'node:readline/promises';
import { CodedError, type Config, stateFolder, wipeEmbeddedPostgres } from '@hadaf/platform';
import { printer } from '../terminal/printer.ts';

async function isConfirmed(question: string): Promise<boolean> {
  const lines = createInterface({
    input: process.stdin,
    output: process.stderr,
  });
  try {
    return (await lines.question(`${question} Type yes to go on: `)).trim() === 'yes';
  } finally {
    lines.close();
  }
}

/**
 * `npm run reset`: deletes the embedded database, after asking.
 *
 * @throws CodedError CONFIG_INVALID where DATABASE_URL is set, or nobody can be asked and `--yes` is not given
 */
export async function reset(config: Config, { yes }: { yes?: boolean }): Promise<number> {
  if (config.databaseUrl !== null) {
    throw new CodedError('CONFIG_INVALID', 'DATABASE_URL is set: reset deletes only the embedded database');
  }
  const stateDir = stateFolder(config.stateDir);
  if (!yes && process.stdin.isTTY !== true) {
    throw new CodedError('CONFIG_INVALID', 'nobody can be asked here; say it with: npm run reset -- --yes');
  }
  if (
    !yes &&
    !(await isConfirmed(
      `This deletes every run, forecast and alert, and every value added beside the packs, in ${stateDir}.`,
    ))
  ) {
    printer.note('nothing was deleted');
    return 1;
  }
  const hadData = await wipeEmbeddedPostgres({ stateDir });
  printer.note(hadData ? `deleted the database in ${stateDir}` : `there was no database in ${stateDir}`);
  return 0;
}
