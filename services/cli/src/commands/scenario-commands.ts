import type { Command } from 'commander';
import { noDay } from '../no-day.ts';
import type { ReadConfig } from '../read-config.ts';

const asJson = ['--json', 'print one JSON document'] as const;
const asOfDay = ['--as-of <day>', 'as known on that day, YYYY-MM-DD'] as const;
const byWhom = ['--by <name>', 'who does it; by default the account of this terminal'] as const;
const collected: string[] = [];

/** `hadaf scenario …`: what-if questions, saved, answered and compared. */
export function addScenarioCommands(program: Command, readConfig: ReadConfig): void {
  const scenario = program
    .command('scenario')
    .description('what-if questions about a target: saved, answered, compared');
  scenario
    .command('new <target> <name>')
    .description('save a question and answer it: --growth 25, --cap 20000, --add "Karachi IT Park" 70 from 2027')
    .option('--growth <percent>', 'growth a year from where the forecast starts')
    .option('--growth-path <percents>', 'growth year by year, 20,25,30; the last holds for the years after')
    .option('--accelerate <factor>', 'times the growth forecast; of a roll-out, times its pace so far')
    .option('--formula <text>', 'the middle by fiscal year t; may use forecast and origin; other names are fitted')
    .option('--cap <value>', 'no year above it, in the series’ unit')
    .option('--add <line...>', 'an amount on top: label, amount, from, year or day; `once` for a single one', collected)
    .option('--open <claims...>', 'what a claim says begins with an event: T54 T44', collected)
    .option('--delay <delay...>', 'what comes later, and by how many months: T44 12', collected)
    .option('--probability <p>', 'solve what it would take for this probability, 0.66 or 66%')
    .addOption(noDay('it is saved now; then: hadaf scenario show <scenario> --as-of <day>'))
    .option(...byWhom)
    .option(...asJson)
    .action(async (target, name, options) =>
      (await import('./scenario.ts')).newScenario(await readConfig(), [target, name], options),
    );
  scenario
    .command('list [target]')
    .description('what was saved and by whom')
    .option('--deleted', 'with the deleted ones')
    .option(...asOfDay)
    .option(...asJson)
    .action(async (target, options) => (await import('./scenario.ts')).listSaved(await readConfig(), target, options));
  scenario
    .command('show <scenario>')
    .description('one scenario, by its id or as T01/name, answered from what is known today')
    .option(...asOfDay)
    .option(...asJson)
    .action(async (reference, options) =>
      (await import('./scenario.ts')).showScenario(await readConfig(), reference, options),
    );
  scenario
    .command('compare <target> [scenarios...]')
    .description('the scenarios of a target beside its forecast; all of them where none is named')
    .option(...asOfDay)
    .option(...asJson)
    .action(async (target, references, options) =>
      (await import('./scenario.ts')).compareScenarios(await readConfig(), [target, references], options),
    );
  scenario
    .command('delete <scenario>')
    .description('ask it no more; it and its answers stay on record')
    .addOption(noDay('what is deleted is deleted now, and stays on record'))
    .option(...byWhom)
    .option(...asJson)
    .action(async (reference, options) =>
      (await import('./scenario.ts')).removeScenario(await readConfig(), reference, options),
    );
}
