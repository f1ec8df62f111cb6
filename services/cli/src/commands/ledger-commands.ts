import type { Config } from '@hadaf/platform';
import type { Command } from 'commander';
import { noDay } from '../no-day.ts';
import { claims, conflicts } from './claims.ts';
import { importFile } from './import.ts';
import { months } from './months.ts';
import { observations } from './observations.ts';
import { observe } from './observe.ts';
import { overrule } from './overrule.ts';
import { releases } from './releases.ts';
import { revisions } from './revisions.ts';

const asJson = ['--json', 'print one JSON document'] as const;
const byWhom = ['--by <name>', 'who does it; by default the account of this terminal'] as const;

/** The commands that bring reported values in, judge them and show how they changed. */
export function addLedgerCommands(program: Command, readConfig: () => Config, exitWith: (code: number) => void): void {
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
    .action((indicator, period, value, options) => observe(readConfig(), [indicator, period, value], options));
  program
    .command('import <file>')
    .description('what a CSV file of observations would change; --apply changes it, all of it or nothing')
    .option('--apply', 'load it')
    .option('--beyond-range <reason>', 'why values outside their expected ranges are right')
    .addOption(noDay('values are recorded now; each row says when it was published'))
    .option(...byWhom)
    .option(...asJson)
    .action(async (file, options) => exitWith(await importFile(readConfig(), file, options)));
  program
    .command('observations <indicator>')
    .description('every reported value with its id, source, status and the day it became known')
    .option('--as-of <day>', 'only what was known on that day, YYYY-MM-DD')
    .option(...asJson)
    .action((id, options) => observations(readConfig(), id, options));
  program
    .command('overrule <observation>')
    .description('judge a reported value yourself, with a reason; the reading before stays on record')
    .requiredOption('--status <status>', 'accepted, suspect or rejected')
    .requiredOption('--reason <text>', 'why')
    .addOption(noDay('a judgement counts from now on, on every day shown'))
    .option(...byWhom)
    .option(...asJson)
    .action((id, options) => overrule(readConfig(), id, options));
  program
    .command('revisions <indicator>')
    .description('the revision triangle: each value by the day it became known, usual sizes, unusual ones')
    .option('--as-of <day>', 'as known on an earlier day')
    .option(...asJson)
    .action((id, options) => revisions(readConfig(), id, options));
  program
    .command('releases')
    .description('the release calendar: when the next figure of each indicator is due, why then, and what is overdue')
    .option('--as-of <day>', 'as known on an earlier day')
    .option(...asJson)
    .action((options) => releases(readConfig(), options));
  program
    .command('months <indicator>')
    .description('one monthly series from all reports: each month with what it rests on, years, conflicts')
    .option('--from <period>', 'from a month or year on: 2024-07, FY25')
    .option('--to <period>', 'to the end of a month or year')
    .option('--as-of <day>', 'as known on that day, YYYY-MM-DD')
    .option(...asJson)
    .action((id, options) => months(readConfig(), id, options));
  program
    .command('claims')
    .description('every numeric statement of the documents with its verdict and what it rests on')
    .option('--as-of <day>', 'as known on that day, YYYY-MM-DD')
    .option(...asJson)
    .action((options) => claims(readConfig(), options));
  program
    .command('conflicts')
    .description('the questions the sources answer differently, each side with its number')
    .option('--as-of <day>', 'as known on that day, YYYY-MM-DD')
    .option(...asJson)
    .action((options) => conflicts(readConfig(), options));
}
