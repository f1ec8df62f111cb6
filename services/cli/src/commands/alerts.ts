import type { Config } from '@hadaf/platform';
import { listAlerts } from '@hadaf/store';
import { withSession } from '../session.ts';
import { alertLine } from '../terminal/alert-lines.ts';
import { printer } from '../terminal/printer.ts';

const mostAlerts = 200;

/** `hadaf alerts`: the newest alerts, newest first. */
export async function alerts(config: Config, { json }: { json?: boolean }): Promise<void> {
  await withSession(config, async ({ store }) => {
    const found = await listAlerts(store.db, { limit: mostAlerts });
    if (json) return printer.json(found);
    for (const alert of found) printer.data(alertLine(alert));
    if (found.length === 0) printer.note('no alerts: no rule of the pack has fired between two runs');
  });
}
