import type { Config } from '@hadaf/platform';
import { readIndex } from '../published.ts';
import { replayOn } from '../replayed.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';
import { lookOf, verdicts } from '../terminal/verdict-table.ts';

/** `hadaf targets`: the verdict table of the published run. */
export async function targets(
  config: Config,
  { all, json, asOf }: { all?: boolean; json?: boolean; asOf?: string },
): Promise<void> {
  await withSession(config, async (session) => {
    const index = asOf === undefined ? await readIndex(session.store.db) : (await replayOn(session, asOf)).index;
    if (json) return printer.json(index);
    printer.data(verdicts(index.targets, { ...lookOf(process.stdout), all: all ?? false }));
  });
}
