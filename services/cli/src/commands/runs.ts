import { runsOn } from '@hadaf/engine';
import type { Config } from '@hadaf/platform';
import { readAsOf } from '../as-of.ts';
import { shownPackId } from '../published.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';

const mostRuns = 50;

/** `hadaf runs`: the newest runs, newest first; on an earlier day as they stood at its end. */
export async function runs(config: Config, options: { json?: boolean; asOf?: string }): Promise<void> {
  await withSession(config, async ({ store: { db } }) => {
    const packId = await shownPackId(db);
    const asOf = await readAsOf(db, options.asOf, packId);
    const now = () => new Date().toISOString();
    const found = await runsOn({ db, now }, packId, { asOf, limit: mostRuns });
    if (options.json) return printer.json(found);
    for (const { id, state, asOf: day, createdAt, finishedAt, isShown } of found) {
      const words = `${id}  ${state.padEnd(7)}  as of ${day}  asked ${createdAt}  finished ${finishedAt ?? '–'}`;
      printer.data(isShown ? `${words}  published` : words);
    }
    if (found.length === 0) printer.note(`no run had been asked for by the end of ${asOf}`);
  });
}
