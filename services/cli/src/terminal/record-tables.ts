import type { LandingScore, PastTargetScoreRow, RecordStream, Reliability, TrackRecordReport } from '@hadaf/engine';
import { counted, formatProbability, formatQuantity, formatShare } from '@hadaf/series';
import Table from 'cli-table3';

const legend =
  'MASE and CRPS are in mean yearly changes known on the day of the forecast; Brier and log score are of five standard thresholds a forecast. Lower is better. Bias above 0 says too much; skill is 1 − MASE ÷ the drift’s.';

function tableOf(head: string[], rows: readonly string[][], numericFrom: number): string {
  const table = new Table({
    head,
    colAligns: head.map((_, column) => (column >= numericFrom ? 'right' : 'left')),
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  table.push(...rows);
  return table.toString();
}

const decimal = (value: number): string => value.toFixed(2).replace('-', '−');
const share = (value: number | null): string => (value === null ? '–' : formatShare(value, 0));
const fine = (value: number): string => value.toFixed(3);

function horizonTable({ horizons }: RecordStream): string[] {
  if (horizons.length === 0) return [];
  const rows = horizons.flatMap(({ horizon, years, scores }) =>
    scores.map(({ name, mase, mape, bias, skill, crps, coverage80, coverage95, brier, logScore }, i) => [
      ...(i === 0 ? [String(horizon), String(years)] : ['', '']),
      ...[name, decimal(mase), share(mape), share(bias), skill === null ? '–' : decimal(skill), decimal(crps)],
      ...[formatShare(coverage80, 0), formatShare(coverage95, 0)],
      ...[fine(brier), fine(logScore)],
    ]),
  );
  const head = ['Ahead', 'Years', 'Who', 'MASE', 'MAPE', 'Bias', 'Skill', 'CRPS', 'in 80 %', 'in 95 %', 'Brier', 'Log'];
  return [tableOf(head, rows, 3)];
}

function reliabilityLines(name: string, reliability: Reliability | null): string[] {
  if (!reliability) return [];
  const { rows, brier, logScore, calibrationError, parts, sentence } = reliability;
  const table = tableOf(
    ['Called', 'Cases', 'On average', 'Happened', '80 % interval'],
    rows.map(({ from, to, count, meanProbability, hitShare, lower, upper }) => [
      `${Math.round(from * 100)} to ${Math.round(to * 100)} %`,
      ...[String(count), formatProbability(meanProbability), formatShare(hitShare, 0)],
      `${formatShare(lower, 0)} to ${formatShare(upper, 0)}`,
    ]),
    1,
  );
  const score = `Brier ${fine(brier)} = reliability ${fine(parts.reliability)} − resolution ${fine(parts.resolution)} + uncertainty ${fine(parts.uncertainty)} + within bins ${fine(parts.withinBins)}`;
  return [
    '',
    `${name}. ${sentence}`,
    table,
    `${score}; log ${fine(logScore)}; calibration error ${fine(calibrationError)}.`,
  ];
}

const shareOf = (scores: readonly LandingScore[], wanted: string): string =>
  formatShare(scores.find(({ name }) => name === wanted)?.error ?? Number.NaN);

/** How far landings missed the total that came, by months known. */
function landingLines({ landings }: RecordStream): string[] {
  if (!landings) return [];
  const { months, scores: all, sentence, milestoneReliability } = landings;
  const rowOf = (known: string, scores: readonly LandingScore[]): string[] => {
    const errors = ['Hadaf', 'Last year’s share', 'Equal months'].map((name) => shareOf(scores, name));
    const official = scores.find(({ name }) => name === 'Official number of the year');
    const beside = official ? `${formatShare(official.error)} of ${official.cases}` : '–';
    const [own] = scores;
    const spread = [own?.crps, own?.coverage80, own?.coverage95].map((share) => formatShare(share ?? Number.NaN));
    return [known, String(own?.cases ?? 0), ...errors, beside, ...spread];
  };
  const rows = [rowOf('all', all), ...months.map((row) => rowOf(String(row.months), row.scores))];
  const head = [
    'Months',
    'Cases',
    'Hadaf',
    'Last year’s share',
    'Equal months',
    'Official',
    'CRPS',
    'in 80 %',
    'in 95 %',
  ];
  return [
    '',
    `Where the year lands. ${sentence}`,
    tableOf(head, rows, 2),
    ...reliabilityLines('Milestones of years', milestoneReliability),
  ];
}

function pastRow(row: PastTargetScoreRow): string[] {
  const { targetId, dueLabel, targetValue, outcome, unit, share, comparison, vintages, missVisibleDays } = row;
  const [first, last] = [vintages.at(0), vintages.at(-1)];
  return [
    `${targetId} ${formatQuantity(targetValue, unit)} in ${dueLabel}`,
    `${formatQuantity(outcome, unit)}, ${row.reached ? 'reached' : 'missed'}${share === null ? '' : ` (${formatShare(share, 0)})`}`,
    comparison ? `${formatQuantity(comparison.ours, unit)} ${comparison.asOf}` : '–',
    comparison
      ? [comparison.errorOfTarget, comparison.errorOfOurs, comparison.errorOfBenchmark].map(decimal).join(' / ')
      : '–',
    first ? formatProbability(first.probability) : '–',
    last ? formatProbability(last.probability) : '–',
    missVisibleDays === null ? '–' : counted(missVisibleDays, 'day'),
  ];
}

function pastLines({ pastTargets }: RecordStream): string[] {
  if (pastTargets.length === 0) return [];
  const head = ['Target', 'Outcome', 'Our middle then', 'Error: it / ours / drift', 'P first', 'P last', 'Miss seen'];
  return ['', 'Targets whose year is over', tableOf(head, pastTargets.map(pastRow), 3)];
}

const ahead = (horizon: number | null): string => {
  if (horizon === null) return 'all';
  return horizon === 0 ? 'that year' : String(horizon);
};

function othersLines({ others }: RecordStream): string[] {
  if (!others || others.rows.length === 0) return [];
  const scores = others.scores.flatMap(({ horizon, cases, unit, scores: own }) =>
    own.map(({ who, mae, mape, bias, skill }, i) => [
      ...(i === 0 ? [ahead(horizon), String(cases)] : ['', '']),
      ...[who, mae === null || unit === null ? '–' : formatQuantity(mae, unit), formatShare(mape, 0)],
      ...[formatShare(bias, 0), skill === null ? '–' : decimal(skill)],
    ]),
  );
  const absent = others.rows.flatMap(({ targetId, announcedBy, absent: why }) =>
    why === null || scores.length === 0 ? [] : [`  ${targetId} ${announcedBy}: not compared, ${why}`],
  );
  const head = ['Ahead', 'Cases', 'Who', 'MAE', 'MAPE', 'Bias', 'Skill'];
  const table = scores.length === 0 ? [] : [tableOf(head, scores, 3)];
  return ['', `Others’ forecasts beside ours. ${others.sentence}`, ...table, ...absent];
}

function movementLines({ movement }: RecordStream): string[] {
  if (!movement) return [];
  const { movement: moved, uncertaintyReduction, meanChange, correlation, z, sentence } = movement;
  const figures = `moved ${fine(moved)} for ${fine(uncertaintyReduction)} of uncertainty${z === null ? '' : `, z ${decimal(z)}`}; mean change ${fine(meanChange)}${correlation === null ? '' : `, correlation of successive changes ${decimal(correlation)}`}`;
  return ['', `Re-issued probabilities. ${sentence}`, `  ${figures}`];
}

function streamLines(stream: RecordStream, bold: (text: string) => string): string[] {
  const { kind, entries, firstDay, lastDay, sentence } = stream;
  const days = firstDay === null ? '' : `, ${entries} ${entries === 1 ? 'day' : 'days'}, ${firstDay} to ${lastDay}`;
  return [
    '',
    bold(`${kind === 'published' ? 'Published' : 'Replayed'}${days}`),
    sentence,
    ...horizonTable(stream),
    ...landingLines(stream),
    ...reliabilityLines('Targets at their date', stream.targetReliability),
    ...reliabilityLines('Targets by their date', stream.byDateReliability),
    ...reliabilityLines('Standard thresholds', stream.standardReliability),
    ...pastLines(stream),
    ...othersLines(stream),
    ...movementLines(stream),
  ];
}

/** The record as a person reads it: published and replayed apart. */
export function describeRecord(report: TrackRecordReport, bold: (text: string) => string): string {
  const { title, asOf, streams, chains, calibration, panel } = report;
  return [
    bold(`${title}: the record of our forecasts, as known on ${asOf}`),
    legend,
    ...streams.flatMap((stream) => streamLines(stream, bold)),
    ...reliabilityLines('The public panel', panel),
    '',
    ...(calibration ? [`Interval widths: ${calibration.source}.`] : []),
    ...chains.map(
      ({ kind, entries, head }) =>
        `Chain of ${kind} forecasts: ${counted(entries, 'entry', 'entries')}${head ? `, head ${head}` : ''}.`,
    ),
  ].join('\n');
}
