import type { Config } from '@hadaf/platform';
import { readIndex } from '../published.ts';
import { withSession } from '../session.ts';
import { isTerminal, printer } from '../terminal/printer.ts';
import { otherTargets, verdictTable } from '../terminal/verdict-table.ts';

/** Columns to use where the terminal does not say. */
const usualWidth = 120;

/** `hadaf targets`: the verdict table of the published run. */
export async function targets(config: Config, { all, json }: { all?: boolean; json?: boolean }): Promise<void> {
  await withSession(config, async ({ store }) => {
    const index = await readIndex(store.db);
    if (json) return printer.json(index);
    const shown = all ? index.targets : index.targets.filter(({ status }) => !status.startsWith('not-'));
    printer.data(verdictTable(shown, process.stdout.columns ?? usualWidth, !isTerminal(process.stdout)));
    if (!all) printer.note(otherTargets(index.targets, shown.length));
  });
}
