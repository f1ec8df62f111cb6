import { CodedError } from '@hadaf/platform/coded-error';
import { Command, InvalidArgumentError, Option } from 'commander';
import { addLedgerCommands } from './commands/ledger-commands.ts';
import { defaultProofData } from './commands/proof-data.ts';
import { addScenarioCommands } from './commands/scenario-commands.ts';
import { noDay } from './no-day.ts';
import type { ReadConfig } from './read-config.ts';

const asJson = ['--json', 'print one JSON document'] as const;
const asOfDay = ['--as-of <day>', 'as known on that day, YYYY-MM-DD'] as const;
const replayed = ['--replay', 'with --as-of: by today’s code, whatever was published then'] as const;

/** The reader's language; JSON holds both. */
const inLanguage = () => new Option('--language <code>', 'en, or ur for Urdu').choices(['en', 'ur']).default('en');

/** A port given on the command line wins over HADAF_PORT, and is checked like it. */
function portSetting(port: string | undefined): Record<string, string> {
  return port === undefined ? {} : { HADAF_PORT: port };
}

/** The number of a step of a chain, from 1. */
function stepNumber(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('must be the number of a step, such as 12');
}

/** An option that may be given again. */
const collect = (value: string, before: string[]): string[] => [...before, value];

/**
 * Every command of the terminal. A command's module is loaded when it is called: `help` loads none of them.
 *
 * @param readConfig  called when a command needs the environment, with the settings of its own options, so that
 *                    `--help` never fails on it
 * @param exitWith    takes the exit code of a command that ends without an error and yet not well
 */
export function buildProgram(readConfig: ReadConfig, exitWith: (code: number) => void): Command {
  const program = new Command('hadaf')
    .description('Where public targets stand: how likely, what it would take, and why it changed')
    .showHelpAfterError();
  program
    .command('start')
    .description('assess every target, show the verdicts and serve the page (npm start)')
    .option('--once', 'do the main job once and exit')
    .option('--port <port>', 'port of the page; 0 takes any free one')
    .option('--pack <folder>', 'a data pack of your own')
    .addOption(noDay('it assesses the present; an earlier day is shown by targets --as-of <day>'))
    .action(async (options) => {
      const { start } = await import('./commands/start.ts');
      await start(await readConfig(portSetting(options.port)), options);
    });
  program
    .command('targets')
    .description('the verdict table of the published run')
    .option('--all', 'with the targets that cannot be assessed or measured')
    .option(...asOfDay)
    .option(...replayed)
    .addOption(inLanguage())
    .option(...asJson)
    .action(async (options) => (await import('./commands/targets.ts')).targets(await readConfig(), options));
  program
    .command('indicators')
    .description('what is measured: the newest value, its source, and when the next one is due')
    .option(...asOfDay)
    .option(...replayed)
    .option(...asJson)
    .action(async (options) => (await import('./commands/indicators.ts')).indicators(await readConfig(), options));
  program
    .command('variants [indicator]')
    .description('an idea under its several definitions, period by period; without one, the ideas there are')
    .option(...asOfDay)
    .option(...replayed)
    .option(...asJson)
    .action(async (id, options) => (await import('./commands/variants.ts')).variants(await readConfig(), id, options));
  program
    .command('target <id>')
    .description('verdict, figures, models and sources of one target')
    .option(...asOfDay)
    .option(...replayed)
    .addOption(inLanguage())
    .option(...asJson)
    .action(async (id, options) => (await import('./commands/target.ts')).target(await readConfig(), id, options));
  program
    .command('explain <id>')
    .description('the chain from source numbers to the verdict of one target, to be done again with a calculator')
    .option('--step <number>', 'only this step and those it rests on', stepNumber)
    .addOption(inLanguage())
    .option(...asOfDay)
    .option(...replayed)
    .option(...asJson)
    .action(async (id, options) => (await import('./commands/explain.ts')).explain(await readConfig(), id, options));
  program
    .command('why <id>')
    .description('why its probability and its forecast moved, by causes that sum to the change')
    .option('--from <run or day>', 'the older side; else the run before, or the day before the newest release')
    .option('--to <run or day>', 'the newer side; else the published run')
    .option('--as-of <day>', 'the same as --to: what had moved by that day')
    .addOption(new Option('--since <day>', 'the same as --from').hideHelp())
    .option(...asJson)
    .action(async (id, { since, ...options }) =>
      (await import('./commands/why.ts')).why(await readConfig(), id, { ...(since && { from: since }), ...options }),
    );
  program
    .command('project <id>')
    .description('a projection on demand, of a target or an indicator')
    .option('--horizon <years>', 'fiscal years past the newest one')
    .option('--probability <p>', 'of a target: what it would take for this probability, 0.66; even odds by default')
    .option(...asOfDay)
    .option(...asJson)
    .action(async (id, options) => (await import('./commands/project.ts')).project(await readConfig(), id, options));
  program
    .command('backtest <indicator>')
    .description('how the models would have done on what was known then, and what we would have said about its targets')
    .option('--horizon <years>', 'fiscal years ahead, 1 to 10', '3')
    .option(...asOfDay)
    .option(...asJson)
    .action(async (id, options) => (await import('./commands/backtest.ts')).backtest(await readConfig(), id, options));
  program
    .command('record')
    .description('the record of our forecasts: scores, reliability, past targets; published and replayed apart')
    .option(
      '--verify',
      'check the chain of hashes: that nothing was changed, taken out or added between; exit code 1 where it was',
    )
    .option('--head <hash>', 'the same, with a head noted earlier that the chain must still hold')
    .option(...asOfDay)
    .option(...replayed)
    .option(...asJson)
    .action(async ({ verify, ...options }) => {
      const { record, verifyRecord } = await import('./commands/record.ts');
      const isCheck = verify || options.head !== undefined;
      if (isCheck && options.asOf !== undefined) {
        throw new CodedError('REQUEST_INVALID', '--as-of means nothing with --verify: a chain is checked whole');
      }
      if (isCheck) exitWith(await verifyRecord(await readConfig(), options));
      else await record(await readConfig(), options);
    });
  program
    .command('formula <text> <indicator>')
    .description("fit a formula of t, the fiscal year, to an indicator's yearly values: 'a*exp(b*(t - 2020))'")
    .option('--start <name=value>', 'where the search for a parameter begins; may be repeated', collect, [])
    .option('--bounds <name=lower:upper>', 'bounds of a parameter, either may be empty; may be repeated', collect, [])
    .option('--prior <name=mean:deviation>', 'what you believe of a parameter; may be repeated', collect, [])
    .option('--horizon <years>', 'fiscal years ahead, 1 to 25', '5')
    .option(...asOfDay)
    .option(...asJson)
    .action(async (text, id, options) =>
      exitWith(await (await import('./commands/formula.ts')).formula(await readConfig(), text, id, options)),
    );
  program
    .command('runs')
    .description('the newest runs')
    .option(...asOfDay)
    .option(...asJson)
    .action(async (options) => (await import('./commands/runs.ts')).runs(await readConfig(), options));
  program
    .command('alerts')
    .description('what the alert rules raised and cleared')
    .option(...asOfDay)
    .option(...asJson)
    .action(async (options) => (await import('./commands/alerts.ts')).alerts(await readConfig(), options));
  addScenarioCommands(program, readConfig);
  addLedgerCommands(program, readConfig, exitWith);
  const pack = program.command('pack').description('data packs');
  pack
    .command('new <folder>')
    .description('a working example to start a pack of your own from')
    .option('--id <id>', 'names the pack in addresses; by default the folder’s name')
    .option('--title <text>', 'what the pack tracks')
    .addOption(noDay('a new pack has no past'))
    .action(async (folder, options) => (await import('./commands/pack-new.ts')).packNew(folder, options));
  pack
    .command('check [folder]')
    .description('every fault of a pack, with file, row, field and mend; the bundled pack by default')
    .addOption(noDay('a pack is checked as it stands on disk'))
    .option(...asJson)
    .action(async (folder, options) =>
      exitWith(await (await import('./commands/pack-check.ts')).packCheck(folder, options)),
    );
  pack
    .command('columns [table]')
    .description('the columns of each table of a pack; those in brackets may be absent')
    .addOption(noDay('the format is what this version reads'))
    .option(...asJson)
    .action(async (table, options) => (await import('./commands/pack-columns.ts')).listPackColumns(table, options));
  program
    .command('proof')
    .description('re-run the published cases of every status method, and name each disagreement')
    .addOption(noDay('published cases are re-run, and they do not change'))
    .addOption(
      new Option('--data <folder>', 'where status-methods/*.csv are').env('HADAF_BENCH_DATA').default(defaultProofData),
    )
    .option(...asJson)
    .action(async (options) => (await import('./commands/proof.ts')).proof(options));
  program
    .command('reset')
    .description('delete the embedded database (npm run reset)')
    .option('--yes', 'do not ask')
    .addOption(noDay('it deletes all there is'))
    .action(async (options) =>
      exitWith(await (await import('./commands/reset.ts')).reset(await readConfig(), options)),
    );
  return program;
}
