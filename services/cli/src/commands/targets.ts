import type { Config } from '@hadaf/platform';
import { indexOn } from '../day-documents.ts';
import { readIndex } from '../published.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';
import { urduIndex } from '../terminal/urdu-lines.ts';
import { lookOf, verdicts } from '../terminal/verdict-table.ts';

/** `hadaf targets`: the verdict table of the published run. */
export async function targets(
  config: Config,
  { all, json, asOf, language }: { all?: boolean; json?: boolean; asOf?: string; language?: 'en' | 'ur' },
): Promise<void> {
  await withSession(config, async (session) => {
    const index = asOf === undefined ? await readIndex(session.store.db) : await indexOn(session, asOf);
    if (json) return printer.json(index);
    if (language === 'ur') return printer.data(urduIndex(index, all ?? false));
    printer.data(verdicts(index, { ...lookOf(process.stdout), all: all ?? false }));
  });
}
