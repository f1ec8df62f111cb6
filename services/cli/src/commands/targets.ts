import type { Config } from '@hadaf/platform';
import { type DayOptions, indexAsked } from '../day-documents.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';
import { urduIndex } from '../terminal/urdu-lines.ts';
import { lookOf, verdicts } from '../terminal/verdict-table.ts';

/** `hadaf targets`: the verdict table of the published run. */
export async function targets(
  config: Config,
  { all, json, language, ...day }: DayOptions & { all?: boolean; json?: boolean; language?: 'en' | 'ur' },
): Promise<void> {
  await withSession(config, async (session) => {
    const index = await indexAsked(session, day);
    if (json) return printer.json(index);
    if (language === 'ur') return printer.data(urduIndex(index, all ?? false));
    printer.data(verdicts(index, { ...lookOf(process.stdout), all: all ?? false }));
  });
}
