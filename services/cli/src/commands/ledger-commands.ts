import type { Command } from 'commander';
import { noDay } from '../no-day.ts';
import type { ReadConfig } from '../read-config.ts';

const asJson = ['--json', 'print one JSON document'] as const;
const byWhom = ['--by <name>', 'who does it; by default the account of this terminal'] as const;

/** The commands that bring reported values in, judge them and show how they changed. */
export function addLedgerCommands(program: Command, readConfig: ReadConfig, exitWith: (code: number) => void): void {
  program
    .command('observe <indicator> <period> <value>')
    .description("record a value a page states: observe ict_services_exports 2026-03 '$402m' --source https://…")
    .requiredOption('--source <url>', 'the page that states it')
    .requiredOption('--publisher <name>', 'who published the page')
    .requiredOption('--published <day>', 'the day of the page, YYYY-MM-DD')
    .option('--agency <name>', 'whose figure it is, where not the publisher’s')
    .option('--note <text>', 'anything a reader should know')
    .option('--status <status>', 'accepted, or suspect: on record and left out of the verdicts', 'accepted')
    .option('--beyond-range <reason>', 'why a value outside the expected range is right')
    .option('--qualifier <word>', 'exact, rounded, about, over or range; by default from the value’s own words')
    .addOption(noDay('a value is recorded now; --published is the day its page states'))
    .option(...byWhom)
    .option(...asJson)
    .action(async (indicator, period, value, options) =>
      (await import('./observe.ts')).observe(await readConfig(), [indicator, period, value], options),
    );
  program
    .command('import <file>')
    .description('what a CSV file of observations would change; --apply changes it, all of it or nothing')
    .option('--apply', 'load it')
    .option('--beyond-range <reason>', 'why values outside their expected ranges are right')
    .addOption(noDay('values are recorded now; each row says when it was published'))
    .option(...byWhom)
    .option(...asJson)
    .action(async (file, options) =>
      exitWith(await (await import('./import.ts')).importFile(await readConfig(), file, options)),
    );
  program
    .command('observations <indicator>')
    .description('every reported value with its id, source, status and the day it became known')
    .option('--as-of <day>', 'only what was known on that day, YYYY-MM-DD')
    .option(...asJson)
    .action(async (id, options) => (await import('./observations.ts')).observations(await readConfig(), id, options));
  program
    .command('overrule <observation>')
    .description('judge a reported value yourself, with a reason; the reading before stays on record')
    .requiredOption('--status <status>', 'accepted, suspect or rejected')
    .requiredOption('--reason <text>', 'why')
    .addOption(noDay('a judgement counts from now on, on every day shown'))
    .option(...byWhom)
    .option(...asJson)
    .action(async (id, options) => (await import('./overrule.ts')).overrule(await readConfig(), id, options));
  program
    .command('revisions <indicator>')
    .description('the revision triangle: each value by the day it became known, usual sizes, unusual ones')
    .option('--as-of <day>', 'as known on an earlier day')
    .option(...asJson)
    .action(async (id, options) => (await import('./revisions.ts')).revisions(await readConfig(), id, options));
  program
    .command('releases')
    .description('the release calendar: when the next figure of each indicator is due, why then, and what is overdue')
    .option('--as-of <day>', 'as known on an earlier day')
    .option(...asJson)
    .action(async (options) => (await import('./releases.ts')).releases(await readConfig(), options));
  program
    .command('months <indicator>')
    .description('one monthly series from all reports: each month with what it rests on, years, conflicts')
    .option('--from <period>', 'from a month or year on: 2024-07, FY25')
    .option('--to <period>', 'to the end of a month or year')
    .option('--as-of <day>', 'as known on that day, YYYY-MM-DD')
    .option(...asJson)
    .action(async (id, options) => (await import('./months.ts')).months(await readConfig(), id, options));
  program
    .command('claims')
    .description('every numeric statement of the documents with its verdict and what it rests on')
    .option('--as-of <day>', 'as known on that day, YYYY-MM-DD')
    .option('--replay', 'with --as-of: by today’s code, whatever was published then')
    .option(...asJson)
    .action(async (options) => (await import('./claims.ts')).claims(await readConfig(), options));
  program
    .command('conflicts')
    .description('the questions the sources answer differently, each side with its number')
    .option('--as-of <day>', 'as known on that day, YYYY-MM-DD')
    .option('--replay', 'with --as-of: by today’s code, whatever was published then')
    .option(...asJson)
    .action(async (options) => (await import('./claims.ts')).conflicts(await readConfig(), options));
}
