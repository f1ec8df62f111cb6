import { type ProjectionResult, projectionRequest } from '@hadaf/engine';
import { CodedError, type Config } from '@hadaf/platform';
import { formatProbability, formatQuantity } from '@hadaf/series';
import Table from 'cli-table3';
import { answerHere } from '../answered-here.ts';
import { readAsOf } from '../as-of.ts';
import { targetOrIndicatorOf } from '../known-ids.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';

function describe(result: ProjectionResult): string {
  const { target, unit, periods, asOf, indicatorName, reason } = result;
  const table = new Table({
    head: ['Period', 'Median', '80 % interval', '95 % interval'],
    style: { head: [], border: [] },
  });
  for (const { label, median, intervals } of periods) {
    const bounds = [0.8, 0.95].map((level) => {
      const found = intervals.find((interval) => interval.level === level);
      return found ? `${formatQuantity(found.lower, unit)} to ${formatQuantity(found.upper, unit)}` : '–';
    });
    table.push([label, formatQuantity(median, unit), ...bounds]);
  }
  return [
    `${indicatorName}, as known on ${asOf}`,
    ...(target ? [target.verdict] : []),
    ...(target?.probability ? [`P at the date ${formatProbability(target.probability.atDate)}`] : []),
    ...(reason ? [reason] : []),
    ...(periods.length > 0 ? [table.toString()] : []),
    ...(target?.whatItTakes ?? []).map(
      ({ label, value, unit: own, note }) => `${label}: ${value === null ? note : formatQuantity(value, own)}`,
    ),
  ].join('\n');
}

interface ProjectOptions {
  readonly horizon?: string;
  readonly probability?: string;
  readonly asOf?: string;
  readonly json?: boolean;
}

function requestOf(id: string, isTarget: boolean, { horizon, probability, asOf }: ProjectOptions) {
  const asked = {
    ...(isTarget ? { targetId: id } : { indicatorId: id }),
    ...(horizon ? { horizon: Number(horizon) } : {}),
    ...(probability ? { probability: Number(probability) } : {}),
    ...(asOf === undefined ? {} : { asOf }),
  };
  const parsed = projectionRequest.safeParse(asked);
  if (parsed.success) return parsed.data;
  throw new CodedError(
    'REQUEST_INVALID',
    'the horizon is a whole number of fiscal years from 1 to 25, the probability lies between 0 and 1',
  );
}

/** `hadaf project <target or indicator>`: stored and answered like one asked for over HTTP, in this process. */
export async function project(config: Config, asked: string, options: ProjectOptions): Promise<void> {
  await withSession(config, async (session) => {
    const { id, isTarget } = await targetOrIndicatorOf(session.store.db, asked);
    if (options.asOf !== undefined) await readAsOf(session.store.db, options.asOf);
    const [result] = await answerHere<ProjectionResult>(session, [requestOf(id, isTarget, options)]);
    if (options.json) printer.json(result);
    else if (result) printer.data(describe(result));
  });
}
