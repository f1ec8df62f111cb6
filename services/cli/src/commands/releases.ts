import { type ReleaseReport, releaseCalendar } from '@hadaf/engine';
import type { Config } from '@hadaf/platform';
import { counted } from '@hadaf/series';
import Table from 'cli-table3';
import { readAsOf } from '../as-of.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';

function basisOf({ release }: ReleaseReport): string {
  if (!release) return '';
  return release.basis === 'stated' ? 'stated by its publisher' : `from ${release.releases} past delays`;
}

/** `hadaf releases`: when the next figure of each indicator is due, on what basis, and what is overdue. */
export async function releases(config: Config, options: { asOf?: string; json?: boolean }): Promise<void> {
  await withSession(config, async ({ store }) => {
    const asOf = await readAsOf(store.db, options.asOf);
    const calendar = await releaseCalendar(store.db, asOf);
    const expected = calendar
      .filter(({ release }) => release !== null)
      .toSorted((a, b) => (b.release?.overdueDays ?? 0) - (a.release?.overdueDays ?? 0));
    if (options.json) return printer.json({ asOf, releases: calendar });
    const table = new Table({
      head: ['Indicator', 'Next release', 'Basis', 'Overdue'],
      colWidths: [30, 60, 26, 12],
      wordWrap: true,
      style: { head: [], border: [] },
    });
    for (const report of expected) {
      const days = report.release?.overdueDays ?? 0;
      table.push([report.name, report.sentence, basisOf(report), days > 0 ? counted(days, 'day') : '–']);
    }
    printer.data(table.toString());
    printer.note(
      `${calendar.length - expected.length} indicators without a calendar: irregular, or too few dated releases`,
    );
  });
}
