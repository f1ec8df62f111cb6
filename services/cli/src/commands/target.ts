import type { Config } from '@hadaf/platform';
import { reportOn } from '../day-documents.ts';
import { readReport } from '../published.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';
import { targetLines } from '../terminal/target-lines.ts';
import { urduTarget } from '../terminal/urdu-lines.ts';

interface TargetOptions {
  readonly json?: boolean;
  readonly asOf?: string;
  readonly language?: 'en' | 'ur';
}

/** `hadaf target <id>`: verdict, figures, models and sources of one target, published or as known on an earlier day. */
export async function target(config: Config, id: string, options: TargetOptions): Promise<void> {
  await withSession(config, async (session) => {
    const { asOf } = options;
    const report = asOf === undefined ? await readReport(session.store.db, id) : await reportOn(session, id, asOf);
    if (options.json) printer.json(report);
    else printer.data(options.language === 'ur' ? urduTarget(report) : targetLines(report));
  });
}
