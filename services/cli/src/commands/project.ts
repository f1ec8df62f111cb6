import {
  createEngine,
  forecastSettings,
  openForecaster,
  type ProjectionResult,
  projectionRequest,
  readCodeVersion,
} from '@hadaf/engine';
import { CodedError, type Config, dayInZone } from '@hadaf/platform';
import { formatProbability, formatQuantity } from '@hadaf/series';
import { findTarget, getProjection, insertProjection } from '@hadaf/store';
import Table from 'cli-table3';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';

/** Where the bundled pack's days begin. */
const zone = 'Asia/Karachi';

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
  ].join('\n');
}

function requestOf(id: string, isTarget: boolean, horizon: string | undefined) {
  const asked = {
    ...(isTarget ? { targetId: id } : { indicatorId: id }),
    ...(horizon ? { horizon: Number(horizon) } : {}),
  };
  const parsed = projectionRequest.safeParse(asked);
  if (parsed.success) return parsed.data;
  throw new CodedError('REQUEST_INVALID', 'the horizon must be a whole number of fiscal years from 1 to 25');
}

/** `hadaf project <target or indicator>`: stored and answered like one asked for over HTTP, in this process. */
export async function project(
  config: Config,
  id: string,
  options: { horizon?: string; json?: boolean },
): Promise<void> {
  await withSession(config, async ({ store, log }) => {
    const { db } = store;
    const request = requestOf(id, (await findTarget(db, id)) !== undefined, options.horizon);
    const forecaster = openForecaster(1);
    try {
      const today = () => dayInZone(new Date().toISOString(), zone);
      const codeVersion = readCodeVersion();
      const engine = createEngine({
        db,
        forecaster,
        settings: forecastSettings,
        codeVersion,
        today,
        postsAlerts: false,
        log,
      });
      const projectionId = await insertProjection(db, request);
      await engine.project(projectionId, async () => undefined);
      // The engine wrote this result a line above.
      const result = (await getProjection(db, projectionId)).result as ProjectionResult;
      if (options.json) printer.json(result);
      else printer.data(describe(result));
    } finally {
      await forecaster.close();
    }
  });
}
