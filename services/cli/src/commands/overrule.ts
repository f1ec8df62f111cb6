import { overrule as judge } from '@hadaf/engine';
import type { Config } from '@hadaf/platform';
import { assessAgain } from '../ask-for-run.ts';
import { authorOf } from '../author.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';

export interface OverruleOptions {
  readonly status: string;
  readonly reason: string;
  readonly by?: string;
  readonly json?: boolean;
}

/** `hadaf overrule <observation>`: records a person's judgement of a value as its next reading. */
export async function overrule(config: Config, id: string, options: OverruleOptions): Promise<void> {
  await withSession(config, async ({ store }) => {
    const { status, reason, by } = options;
    const author = authorOf(by);
    const overruled = await judge(store.db, { id, status, reason, author, origin: 'terminal' });
    const { reading, isChanged } = overruled;
    const { indicatorId, start, end, value, note } = reading.observation;
    if (options.json) printer.json(overruled);
    else printer.data(`${indicatorId}, ${start} to ${end}, ${value}: ${status}, version ${reading.version}\n  ${note}`);
    printer.note(isChanged ? await assessAgain(store.db) : 'it was read so already; nothing was changed');
  });
}
