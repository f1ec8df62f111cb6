import type { Config } from '@hadaf/platform';
import { listAlerts } from '@hadaf/store';
import { readAsOf } from '../as-of.ts';
import { withSession } from '../session.ts';
import { alertLine } from '../terminal/alert-lines.ts';
import { printer } from '../terminal/printer.ts';

const mostAlerts = 200;

/** `hadaf alerts`: the newest alerts, newest first; on an earlier day those raised by then. */
export async function alerts(config: Config, { json, asOf }: { json?: boolean; asOf?: string }): Promise<void> {
  await withSession(config, async ({ store }) => {
    const by = asOf === undefined ? undefined : await readAsOf(store.db, asOf);
    const found = await listAlerts(store.db, { limit: mostAlerts, ...(by && { by }) });
    if (json) return printer.json(found);
    for (const alert of found) printer.data(alertLine(alert));
    if (found.length === 0)
      printer.note(`no alerts${by ? ` by ${by}` : ''}: no rule of the pack has fired between two runs`);
  });
}
