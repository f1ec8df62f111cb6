import type { Config } from '@hadaf/platform';
import { listAlerts } from '@hadaf/store';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';

const mostAlerts = 200;

/** `hadaf alerts`: the newest alerts, newest first. */
export async function alerts(config: Config, { json }: { json?: boolean }): Promise<void> {
  await withSession(config, async ({ store }) => {
    const found = await listAlerts(store.db, { limit: mostAlerts });
    if (json) return printer.json(found);
    for (const { raisedOn, targetId, from, to, reason } of found) {
      printer.data(`${raisedOn}  ${targetId}  ${from} → ${to}  ${reason}`);
    }
    if (found.length === 0) printer.note('no alerts: no target has worsened between two runs');
  });
}
