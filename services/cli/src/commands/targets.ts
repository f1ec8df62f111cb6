import type { Config } from '@hadaf/platform';
import { readIndex } from '../published.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';
import { lookOf, verdicts } from '../terminal/verdict-table.ts';

/** `hadaf targets`: the verdict table of the published run. */
export async function targets(config: Config, { all, json }: { all?: boolean; json?: boolean }): Promise<void> {
  await withSession(config, async ({ store }) => {
    const index = await readIndex(store.db);
    if (json) return printer.json(index);
    printer.data(verdicts(index.targets, { ...lookOf(process.stdout), all: all ?? false }));
  });
}
