import type { BacktestReport, ModelScore, OriginRecord, TargetRecord } from '@hadaf/engine';
import { formatProbability, formatQuantity, formatShare } from '@hadaf/series';
import Table from 'cli-table3';

const legend = `MASE and pinball loss are in mean yearly changes known on the day; skill is 1 − MASE ÷ the benchmark’s on the same
forecasts. Models with fewer forecasts (n) than the benchmark stand last: their averages are of other years. Rank is the mean
rank on the same years; = marks what a test at 0.95 (Nemenyi) cannot tell from the best.`;

type Look = (text: string) => string;

function tableOf(head: string[], rows: readonly string[][], numeric: number, width?: number): string {
  const table = new Table({
    head,
    colWidths: width === undefined ? [] : [width],
    colAligns: head.map((_, column) => (column > 0 && column <= numeric ? 'right' : 'left')),
    wordWrap: true,
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  table.push(...rows);
  return table.toString();
}

const decimal = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(2));
const percent = (share: number): string => formatShare(share, 0);

function nameOf({ combination, benchmark }: BacktestReport, model: string, bold: Look): string {
  if (model === combination) return bold(model);
  return model === benchmark ? `${model} (benchmark)` : model;
}

function scoreRow(score: ModelScore, name: string, isTested: boolean): string[] {
  const { dieboldMariano } = score;
  return [
    name,
    score.isComplete ? String(score.folds) : `${score.folds} only`,
    decimal(score.mase),
    score.smape.toFixed(1),
    decimal(score.pinball),
    percent(score.coverage80),
    percent(score.coverage95),
    score.skill === null ? '–' : decimal(score.skill),
    score.ranking === null ? '–' : `${score.ranking.meanRank.toFixed(1)}${score.ranking.mayBeBest ? ' =' : '  '}`,
    ...(isTested ? [dieboldMariano === null ? '–' : dieboldMariano.pValue.toFixed(2)] : []),
  ];
}

function scoreTables(report: BacktestReport, bold: Look): string[] {
  const isTested = report.scores.some(({ dieboldMariano }) => dieboldMariano !== null);
  const head = [
    'Model',
    'n',
    'MASE',
    'sMAPE',
    'Pinball',
    'in 80 %',
    'in 95 %',
    'Skill',
    'Rank',
    ...(isTested ? ['DM p'] : []),
  ];
  return [...Map.groupBy(report.scores, ({ horizon }) => horizon)].flatMap(([horizon, scores]) => [
    '',
    `${horizon} ${horizon === 1 ? 'year' : 'years'} ahead`,
    tableOf(
      head,
      scores.map((score) => scoreRow(score, nameOf(report, score.model, bold), isTested)),
      head.length - 1,
    ),
  ]);
}

function originRow(origin: OriginRecord): string[] {
  const { best, combination, benchmark, picked } = origin;
  return [
    origin.asOf,
    `${origin.firstYear} to ${origin.lastYear}`,
    String(origin.actuals),
    best?.model ?? 'nothing has come yet',
    decimal(best?.mase),
    combination ? `${decimal(combination.mase)}, ${combination.rank} of ${combination.of}` : '–',
    decimal(benchmark?.mase),
    picked ? `${decimal(picked.mase)}  ${picked.model}` : '–',
  ];
}

function targetRow(target: TargetRecord, unit: string): string[] {
  const { vintages, outcome, brier } = target;
  const [first, last] = [vintages.at(0), vintages.at(-1)];
  const said = (vintage: typeof first) =>
    vintage ? `${formatProbability(vintage.probability)}  ${vintage.asOf}` : '–';
  return [
    `${target.targetId}  ${formatQuantity(target.value, unit)} in ${target.due}`,
    said(first),
    said(last),
    outcome ? `${outcome.reached ? 'reached' : 'missed'}, ${formatQuantity(outcome.value, unit)}` : 'open',
    brier === null ? '–' : `${brier.announced.toFixed(2)}, ${brier.last.toFixed(2)}`,
    target.missVisibleSince ?? '–',
  ];
}

function targetLines({ targets, settled, unit }: BacktestReport): string[] {
  if (targets.every(({ vintages, outcome }) => vintages.length === 0 && outcome === null)) return [];
  const head = [
    'Target',
    'P when announced',
    'P last before its end',
    'Outcome',
    'Brier then, last',
    'Miss visible since',
  ];
  return [
    '',
    'What we would have said about its targets',
    tableOf(
      head,
      targets.map((target) => targetRow(target, unit)),
      0,
    ),
    settled
      ? `Brier score of the ${settled.targets} settled: ${settled.brierAnnounced.toFixed(3)} of the P when announced, ${settled.brierLast.toFixed(3)} of the last P before their end (0 is perfect, always saying 50 % scores 0.25).`
      : 'None of them is settled with a P from before its end.',
  ];
}

function leftOutLine({ leftOut }: BacktestReport): string[] {
  if (leftOut.length === 0) return [];
  const reasons = [...Map.groupBy(leftOut, ({ reason }) => reason)].map(
    ([reason, own]) =>
      `${reason.replaceAll('-', ' ')}: ${own.map(({ model, folds }) => `${model} ${folds}×`).join(', ')}`,
  );
  return ['', 'Left out', ...reasons.map((line) => `  ${line}`)];
}

function pickingLine({ picking }: BacktestReport): string[] {
  if (picking === null) return [];
  const { origins, picked, combination, benchmark } = picking;
  const rest = `the combination ${decimal(combination)}, the benchmark ${decimal(benchmark)}`;
  return [`Picking the best record so far would have had MASE ${decimal(picked)} from ${origins} origins; ${rest}.`];
}

function originLines(report: BacktestReport): string[] {
  const { origins } = report;
  if (origins.every(({ actuals }) => actuals === 0)) return [];
  const head = [
    'Known on',
    'Years seen',
    'Came',
    'Right from there',
    'MASE',
    'Combination',
    'Benchmark',
    'Best record so far',
  ];
  const table = tableOf(head, origins.map(originRow), 0);
  return ['', 'Which model would have been right when', table, ...pickingLine(report)];
}

/**
 * A backtest as a person reads it: a table a horizon, who was right when, what was said about targets, caveats.
 *
 * @param bold  marks what is published
 */
export function describeBacktest(report: BacktestReport, bold: (text: string) => string): string {
  return [
    bold(`${report.indicatorName}: backtest by vintage, as known on ${report.asOf}`),
    ...(report.scores.length > 0 ? [legend, ...scoreTables(report, bold), ...leftOutLine(report)] : []),
    ...originLines(report),
    ...targetLines(report),
    '',
    ...report.caveats.map((caveat) => `– ${caveat}`),
  ].join('\n');
}
