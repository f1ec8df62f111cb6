import { type ChangeReport, explainChange, forecastSettings, openForecaster } from '@hadaf/engine';
import { CodedError, type Config, dayInZone } from '@hadaf/platform';
import { formatQuantity, isIsoDate } from '@hadaf/series';
import Table from 'cli-table3';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';

/** Where the bundled pack's days begin. */
const zone = 'Asia/Karachi';

const causeWords = {
  'new-data': 'New data',
  revisions: 'Revisions',
  target: 'Target or its date',
  seed: 'Seed',
  model: 'Models, code, rows loaded since',
} as const;

const mostReleases = 12;

/** `+1.25`: percentage points of probability, with a sign. */
function points(change: number): string {
  const size = Math.abs(change * 100).toFixed(2);
  return change === 0 ? '0' : `${change > 0 ? '+' : '−'}${size}`;
}

function amount(change: number, unit: string): string {
  return change === 0 ? '0' : `${change > 0 ? '+' : ''}${formatQuantity(change, unit)}`;
}

function releaseLines({ releases, unit }: ChangeReport): string[] {
  const shown = releases.slice(-mostReleases);
  const left = releases.length - shown.length;
  return [
    `${releases.length} reports became known between the two days${left > 0 ? `, the last ${shown.length}` : ''}:`,
    ...shown.map(
      ({ knownBy, period, value, isRevision, documentId }) =>
        `  ${knownBy}  ${period}  ${formatQuantity(value, unit)}${isRevision ? '  (again)' : ''}  ${documentId}`,
    ),
  ];
}

function describe(report: ChangeReport): string {
  const { from, to, parts, unit } = report;
  const table = new Table({
    head: ['Cause', 'P, points', `Median ${report.due}`],
    colAligns: ['left', 'right', 'right'],
    style: { head: [], border: [] },
  });
  table.push([
    `As known on ${from.asOf}`,
    `${(from.probability * 100).toFixed(2)} %`,
    formatQuantity(from.central, unit),
  ]);
  for (const { cause, probability, central } of parts) {
    table.push([causeWords[cause], points(probability), amount(central, unit)]);
  }
  table.push([`As known on ${to.asOf}`, `${(to.probability * 100).toFixed(2)} %`, formatQuantity(to.central, unit)]);
  return [
    `${report.targetId}  ${report.title}`,
    table.toString(),
    `Another seed alone moves P by up to ${(report.seedNoise * 100).toFixed(2)} points.`,
    ...releaseLines(report),
  ].join('\n');
}

/** `hadaf why <target>`: why its probability and its forecast moved, by causes that sum to the change. */
export async function why(config: Config, id: string, options: { since?: string; json?: boolean }): Promise<void> {
  const { since, json } = options;
  if (since !== undefined && !isIsoDate(since))
    throw new CodedError('REQUEST_INVALID', '--since takes a day, 2025-12-31');
  await withSession(config, async ({ store }) => {
    const forecaster = openForecaster(1);
    try {
      const today = () => dayInZone(new Date().toISOString(), zone);
      const deps = { db: store.db, forecaster, settings: forecastSettings, today };
      const report = await explainChange(deps, { targetId: id, since });
      if (json) printer.json(report);
      else printer.data(describe(report));
    } finally {
      await forecaster.close();
    }
  });
}
