import type { Calibration } from '@hadaf/models';
import type { IsoDate } from '@hadaf/series';
import type { Target } from '@hadaf/targets';
import {
  type AnnualForecast,
  annualRequest,
  type ForecastSettings,
  forecastPeriod,
  originYear,
} from '../assess/annual-forecast.ts';
import { goalProbability } from '../assess/due-outlook.ts';
import { judgedGoal } from '../assess/judged-goal.ts';
import { type MeasuredSeries, measureSeries } from '../assess/measured-series.ts';
import { daysOfNews } from '../backtest/annual-vintages.ts';
import { calibrationsByDay } from '../calibration/calibrations-by-day.ts';
import type { ReportedSeries } from '../calibration/yearly-pool.ts';
import { forecastWithGrowth } from '../fit/forecast-with-growth.ts';
import { toldLandings } from '../verdict/told-landings.ts';
import type { DatedContent, RecordContent, RecordedForecast, RecordedProbability } from './record-content.ts';
import { recordedLandings } from './recorded-landings.ts';

/** A claim as read now. */
export interface ReplayedTarget {
  readonly target: Target;
  readonly version: number;
}

/** Everything a replay reads; same task, same entries. */
export interface ReplayTask {
  /** Every series of the pack. */
  readonly reported: readonly ReportedSeries[];
  readonly targets: readonly ReplayedTarget[];
  readonly asOf: IsoDate;
  readonly settings: ForecastSettings;
  readonly codeVersion: string;
  /** Days up to this one were replayed before and are left out; absent, none were. */
  readonly after?: IsoDate;
}

/** Years ahead that are scored whatever the targets ask. */
const scoredYears = 5;

type SeriesEntry = Required<Pick<RecordContent, 'forecasts' | 'probabilities' | 'landings'>>;

/** Claims with a date ahead on the day. */
function openTargets({ targets }: ReplayTask, seriesId: string, day: IsoDate): ReplayedTarget[] {
  return targets.filter(
    ({ target: { kind, measure, due, knownBy } }) =>
      kind === 'level' && measure?.indicatorId === seriesId && knownBy <= day && (due[0]?.end ?? '') > day,
  );
}

function recordedForecast(
  series: MeasuredSeries,
  request: NonNullable<ReturnType<typeof annualRequest>>,
  annual: AnnualForecast,
): RecordedForecast {
  const { forecast, firstYear } = annual;
  return {
    seriesId: series.indicator.id,
    values: [...request.values],
    lastLogStandardDeviation: request.logStandardDeviations?.at(-1) ?? 0,
    originYear: firstYear - 1,
    periodEnds: Array.from({ length: forecast.horizon }, (_, h) => forecastPeriod(series, h + 1).end),
    levels: forecast.levels,
    quantiles: [...forecast.quantiles],
    median: [...forecast.median],
    weights: Object.fromEntries(
      forecast.models.filter(({ weight }) => weight > 0).map(({ name, weight }) => [name, weight]),
    ),
    calibration: forecast.calibration,
    seed: request.seed,
    paths: request.paths,
  };
}

function recordedProbabilities(
  series: MeasuredSeries,
  annual: AnnualForecast,
  open: readonly ReplayedTarget[],
): RecordedProbability[] {
  return open.flatMap(({ target, version }) => {
    const goal = judgedGoal(series, target);
    const known = goal ? goalProbability(series, annual, goal) : null;
    if (!goal || known?.kind !== 'known') return [];
    return {
      ...{ targetId: target.id, targetVersion: version, seriesId: series.indicator.id, dueYear: goal.fiscalYear },
      ...{ threshold: goal.value, direction: goal.direction, atDate: known.atDate, byDate: known.byDate },
    };
  });
}

/** Where the series' years without a total land, whatever is asked of them. */
function landingsToldOn(series: MeasuredSeries, annual: AnnualForecast, open: readonly ReplayedTarget[]) {
  const unasked = {
    targetId: '',
    targetVersion: 0,
    landings: toldLandings({ series, annual, goal: null, isOpen: false }),
  };
  const asked = open.map(({ target, version }) => ({
    ...{ targetId: target.id, targetVersion: version },
    landings: toldLandings({ series, annual, goal: judgedGoal(series, target), isOpen: true }),
  }));
  return recordedLandings([unasked, ...asked]);
}

/** The forecast a series asks for on a day, and everything that decides its answer as text; null where there is none. */
function questionOn(
  task: ReplayTask,
  { indicator, observations }: ReportedSeries,
  day: IsoDate,
  calibration: Calibration,
) {
  const series = measureSeries(indicator, observations, new Map(), day);
  const open = openTargets(task, indicator.id, day);
  const origin = originYear(series);
  if (origin === null) return null;
  const due = open.flatMap(({ target }) => judgedGoal(series, target)?.fiscalYear ?? []);
  const request = annualRequest(series, Math.max(origin + scoredYears, ...due), { ...task.settings, calibration });
  if (!request) return null;
  const asked = JSON.stringify([{ ...request, values: [...request.values] }, series.landing, open]);
  return { series, open, origin, request, asked };
}

/** The days that brought news of a series or a target for it. */
function daysOf({ asOf, targets }: ReplayTask, { indicator, observations }: ReportedSeries): IsoDate[] {
  const claimed = targets
    .filter(({ target }) => target.measure?.indicatorId === indicator.id && target.knownBy <= asOf)
    .map(({ target }) => target.knownBy);
  return [...new Set([...daysOfNews(observations, '', asOf), ...claimed])].toSorted();
}

/** The forecasts of one series on each of its days; days that change nothing are left out. */
function replaySeries(task: ReplayTask, reported: ReportedSeries, calibrationOn: (day: IsoDate) => Calibration) {
  const { after = '' } = task;
  const ask = (day: IsoDate) => questionOn(task, reported, day, calibrationOn(day));
  const days = daysOf(task, reported);
  const entries = new Map<IsoDate, SeriesEntry>();
  const fresh = days.filter((day) => day > after);
  if (fresh.length === 0) return entries;
  let before = days.filter((day) => day <= after).reduceRight((found, day) => found || (ask(day)?.asked ?? ''), '');
  for (const day of fresh) {
    const question = ask(day);
    if (!question || question.asked === before) continue;
    before = question.asked;
    const { series, open, origin, request } = question;
    const forecast = forecastWithGrowth(request);
    if (forecast.kind === 'unfit') continue;
    const annual = { firstYear: origin + 1, forecast };
    entries.set(day, {
      forecasts: [recordedForecast(series, request, annual)],
      probabilities: recordedProbabilities(series, annual, open),
      landings: landingsToldOn(series, annual, open),
    });
  }
  return entries;
}

/** The series that measure a target: the ones replayed. */
export function measuredIds({ targets }: Pick<ReplayTask, 'targets'>): Set<string> {
  return new Set(targets.flatMap(({ target }) => target.measure?.indicatorId ?? []));
}

/**
 * What our present code would have forecast on each earlier day from what was known then, for every series that measures a
 * target, oldest day first. Claims are read as they are read now.
 *
 * Runs in a worker thread.
 */
export function replayRecord(task: ReplayTask): DatedContent[] {
  const measured = measuredIds(task);
  const calibrationOn = calibrationsByDay(task.reported);
  const replayed = task.reported
    .filter(({ indicator }) => measured.has(indicator.id))
    .map((series) => replaySeries(task, series, calibrationOn));
  const days = [...new Set(replayed.flatMap((entries) => [...entries.keys()]))].toSorted();
  return days.map((asOf) => {
    const own = replayed.flatMap((entries) => entries.get(asOf) ?? []);
    return {
      asOf,
      content: {
        codeVersion: task.codeVersion,
        forecasts: own.flatMap(({ forecasts }) => forecasts),
        probabilities: own.flatMap(({ probabilities }) => probabilities),
        landings: own.flatMap(({ landings }) => landings),
      },
    };
  });
}
