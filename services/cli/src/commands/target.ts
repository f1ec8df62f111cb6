import type { Config } from '@hadaf/platform';
import { type DayOptions, reportAsked } from '../day-documents.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';
import { targetLines } from '../terminal/target-lines.ts';
import { urduTarget } from '../terminal/urdu-lines.ts';

interface TargetOptions extends DayOptions {
  readonly json?: boolean;
  readonly language?: 'en' | 'ur';
}

/** `hadaf target <id>`: verdict, figures, models and sources of one target, published or as known on an earlier day. */
export async function target(config: Config, id: string, options: TargetOptions): Promise<void> {
  await withSession(config, async (session) => {
    const report = await reportAsked(session, id, options);
    if (options.json) printer.json(report);
    else printer.data(options.language === 'ur' ? urduTarget(report) : targetLines(report));
  });
}
