import type { Config } from '@hadaf/platform';
import { listRuns } from '@hadaf/store';
import { shownPackId } from '../published.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';

const mostRuns = 50;

/** `hadaf runs`: the newest runs, newest first. */
export async function runs(config: Config, { json }: { json?: boolean }): Promise<void> {
  await withSession(config, async ({ store }) => {
    const found = await listRuns(store.db, { packId: await shownPackId(store.db), limit: mostRuns });
    if (json) return printer.json(found);
    for (const { id, state, asOf, createdAt, finishedAt } of found) {
      printer.data(`${id}  ${state.padEnd(7)}  as of ${asOf}  asked ${createdAt}  finished ${finishedAt ?? '–'}`);
    }
  });
}
