import { type FormulaAnswer, type FormulaReport, fitIndicatorFormula, forecastSettings } from '@hadaf/engine';
import { CodedError, type Config } from '@hadaf/platform';
import { formatQuantity } from '@hadaf/series';
import { getPackOfIndicator } from '@hadaf/store';
import Table from 'cli-table3';
import { readAsOf } from '../as-of.ts';
import { indicatorIdOf } from '../known-ids.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';
import { type SettingOptions, settingsOf } from './formula-settings.ts';

const longestHorizon = 25;

interface FormulaOptions extends SettingOptions {
  readonly horizon: string;
  readonly asOf?: string;
  readonly json?: boolean;
}

type Fitted = Extract<FormulaAnswer, { kind: 'fitted' }>;

function tableOf(head: string[], rows: readonly string[][]): string {
  const table = new Table({
    head,
    colAligns: head.map((_, column) => (column === 0 ? 'left' : 'right')),
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  table.push(...rows);
  return table.toString();
}

/** Six significant digits: enough to type a parameter into another program and see the same curve. */
const significant = (value: number): string => (Number.isNaN(value) ? '–' : String(Number(value.toPrecision(6))));

function describeFit({ unit }: FormulaReport, fitted: Fitted): string[] {
  const { parameters, weak, years, forecast, starts, degreesOfFreedom, residualStandardDeviation } = fitted;
  const interval = (bounds: Fitted['forecast'][number]['intervals'], level: number) => {
    const found = bounds.find((one) => one.level === level);
    return found ? `${formatQuantity(found.lower, unit)} to ${formatQuantity(found.upper, unit)}` : '–';
  };
  return [
    tableOf(
      ['Parameter', 'Estimate', 'Standard error', ''],
      parameters.map(({ name, value, standardError, atBound }) => [
        name,
        significant(value),
        atBound ? '–' : significant(standardError),
        atBound ? 'on its bound' : '',
      ]),
    ),
    ...(weak.length > 0
      ? [
          `Hardly known: ${weak.join(', ')}. There is no interval; say what you know of it with --prior or a tighter formula.`,
        ]
      : []),
    Number.isNaN(residualStandardDeviation)
      ? 'As many parameters as values: the curve runs through every one, and nothing tells how wrong it is.'
      : `Residual standard deviation ${formatQuantity(residualStandardDeviation, unit)} with ${degreesOfFreedom} degrees of freedom.`,
    ...(starts.tried > 1 ? [`Best of ${starts.tried} starts; ${starts.agreed} of them ended here.`] : []),
    tableOf(
      ['Year', 'Reported', 'Fitted', 'Residual'],
      years.map(({ label, reported, fitted: value }) => [
        label,
        formatQuantity(reported, unit),
        formatQuantity(value, unit),
        formatQuantity(reported - value, unit),
      ]),
    ),
    ...(forecast.length > 0
      ? [
          tableOf(
            ['Ahead', 'Forecast', '80 % interval', '95 % interval'],
            forecast.map(({ label, forecast: middle, intervals }) => [
              label,
              formatQuantity(middle, unit),
              interval(intervals, 0.8),
              interval(intervals, 0.95),
            ]),
          ),
          ...(weak.length === 0
            ? ['The interval holds the errors and the parameters’ uncertainty, not that another formula may be right.']
            : []),
        ]
      : ['No forecast: it needs two yearly values more than parameters to tell errors from formula.']),
  ];
}

function describe(report: FormulaReport): string {
  const { answer, formula: text, indicatorName, asOf, values } = report;
  const head = `${indicatorName}, ${values} fiscal years as known on ${asOf}: ${text}`;
  switch (answer.kind) {
    case 'fitted':
      return [head, ...describeFit(report, answer)].join('\n');
    case 'refused':
      return `${head}\nRefused (${answer.reason.replaceAll('-', ' ')}): ${answer.detail}.`;
    case 'unfit': {
      const which = answer.unidentified.length > 0 ? ` ${answer.unidentified.join(', ')}` : '';
      return `${head}\nNot fitted, ${answer.reason.replaceAll('-', ' ')}${which}: ${answer.detail}.`;
    }
  }
}

/**
 * `hadaf formula <text> <indicator>`: a user's formula of the fiscal year, fitted and carried forward.
 *
 * @returns the exit code: 1 where the formula was refused or could not be fitted
 */
export async function formula(config: Config, text: string, asked: string, options: FormulaOptions): Promise<number> {
  const settings = settingsOf(options);
  const horizon = Number(options.horizon);
  if (!(Number.isInteger(horizon) && horizon >= 1 && horizon <= longestHorizon)) {
    throw new CodedError('REQUEST_INVALID', `the horizon must be a whole number of years from 1 to ${longestHorizon}`);
  }
  return withSession(config, async ({ store }) => {
    const indicatorId = await indicatorIdOf(store.db, asked);
    const asOf = await readAsOf(store.db, options.asOf, await getPackOfIndicator(store.db, indicatorId));
    const report = await fitIndicatorFormula(store.db, {
      indicatorId,
      asOf,
      text,
      settings,
      horizon,
      forecastSettings,
    });
    if (options.json) printer.json(report);
    else printer.data(describe(report));
    return report.answer.kind === 'fitted' ? 0 : 1;
  });
}
