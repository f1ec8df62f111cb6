import { CodedError } from '@hadaf/platform';
import { counted } from '@hadaf/series';
import {
  findIndicator,
  findTarget,
  finishProjection,
  getPackOfIndicator,
  getProjection,
  listTargets,
  failProjection as markFailed,
  setProjectionProgress,
  type TargetVersion,
} from '@hadaf/store';
import { z } from 'zod';
import { originYear } from '../assess/annual-forecast.ts';
import { assessOne } from '../assess/assess-one.ts';
import { outlookPeriods } from '../assess/due-outlook.ts';
import { judgedGoal } from '../assess/judged-goal.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import { calibratedSettings } from '../calibration/calibrated.ts';
import type { EngineDeps } from '../engine-deps.ts';
import { planOf, progressOf, readLedger, readSeries, seriesOf, variantsOf } from '../run/evidence.ts';
import { forecastThrough, lastDueYear, type MadeForecast, yearsBeyondDue } from '../run/forecast-series-of.ts';
import type { ScenarioReport } from '../scenario/scenario-report.ts';
import { answerScenario } from '../scenario/use-scenarios.ts';
import { whatItTakes } from '../verdict/what-it-takes.ts';
import type { ProjectionResult } from './projection-result.ts';

/** What a projection may be asked of: a target or a series, and how many fiscal years past the newest one. */
export const projectionRequest = z
  .object({
    targetId: z.string().min(1).max(200).optional(),
    indicatorId: z.string().min(1).max(200).optional(),
    scenarioId: z.string().min(1).max(200).optional(),
    horizon: z.int().min(1).max(25).optional(),
    /** What it would take is solved for this probability of the target; one half where left out. */
    probability: z.number().gt(0).lt(1).optional(),
    /** Projected from what was known on that day; the present day where left out. */
    asOf: z.iso.date().optional(),
  })
  .refine(
    ({ targetId, indicatorId, scenarioId }) =>
      [targetId, indicatorId, scenarioId].filter((id) => id !== undefined).length === 1,
    { message: 'give one of targetId, indicatorId and scenarioId' },
  );

export type ProjectionRequest = z.infer<typeof projectionRequest>;

type OnProgress = (progress: { stage: string; done: number; total: number }) => Promise<void>;

/** Years ahead where neither the request nor a target says. */
const usualHorizon = 5;

function resultOf(series: MeasuredSeries, made: MadeForecast | null, asOf: string): ProjectionResult {
  return {
    indicatorId: series.indicator.id,
    indicatorName: series.indicator.name,
    unit: series.indicator.unit,
    asOf,
    reported: series.years.map(({ label, span, value }) => ({
      label,
      end: span.end,
      value,
    })),
    periods: outlookPeriods(series, made?.annual ?? null),
    models: made?.annual.forecast.models ?? [],
    reason: made
      ? null
      : `only ${counted(series.years.length, 'yearly value is', 'yearly values are')} known, too few to forecast`,
    request: made?.request ?? null,
    target: null,
  };
}

async function projectSeries(deps: EngineDeps, indicatorId: string, horizon: number): Promise<ProjectionResult> {
  const asOf = deps.today();
  if (!(await findIndicator(deps.db, indicatorId))) {
    throw new CodedError('INDICATOR_NOT_FOUND', `no indicator ${indicatorId}`);
  }
  const series = (await readSeries(deps, [indicatorId], asOf)).get(indicatorId);
  if (!series) throw new CodedError('SERIES_NOT_FOUND', `no series ${indicatorId}`);
  const origin = originYear(series);
  const packId = await getPackOfIndicator(deps.db, indicatorId);
  const settings = await calibratedSettings(deps, deps.db, { packId, asOf });
  const made = origin === null ? null : await forecastThrough({ ...deps, settings }, series, origin + horizon);
  return resultOf(series, made, asOf);
}

async function projectTarget(
  deps: EngineDeps,
  version: TargetVersion,
  { horizon, probability: wanted }: ProjectionRequest,
): Promise<ProjectionResult> {
  const asOf = deps.today();
  const { target } = version;
  const known = (await listTargets(deps.db, version.packId)).filter((other) => other.target.knownBy <= asOf);
  const ledger = await readLedger(deps, [version], asOf);
  const series = seriesOf(ledger, target);
  if (!series) {
    const reason = target.notMeasurableBecause ?? 'no series measures it';
    throw new CodedError('SERIES_NOT_FOUND', `${target.title} cannot be projected: ${reason}`);
  }
  const origin = originYear(series) ?? 0;
  const through = Math.max(
    lastDueYear(series, [target]) ?? 0,
    origin + (horizon ?? (target.due.length > 0 ? 1 : usualHorizon)),
    wanted === undefined ? 0 : (lastDueYear(series, [target]) ?? 0) + yearsBeyondDue,
  );
  const settings = await calibratedSettings(deps, deps.db, { packId: version.packId, asOf });
  const made = await forecastThrough({ ...deps, settings }, series, through);
  const plan = planOf(ledger, target, known);
  const { report } = assessOne({
    target,
    plan,
    series,
    variants: variantsOf(ledger, target),
    progress: progressOf(ledger, target),
    claims: ledger.claims,
    annual: made?.annual ?? null,
    documents: ledger.documents,
    asOf,
  });
  const { targetId, status, verdict, probability, figures } = report;
  const goal = probability && judgedGoal(series, target);
  const takes = goal ? whatItTakes(series, made?.annual ?? null, goal, wanted) : [];
  return {
    ...resultOf(series, made, asOf),
    target: { targetId, status, verdict, probability, figures, whatItTakes: takes },
  };
}

/** The same use-cases on an earlier day. */
function onDay(deps: EngineDeps, asOf: string | undefined, version: TargetVersion | undefined): EngineDeps {
  if (asOf === undefined) return deps;
  const today = deps.today();
  if (asOf > today) throw new CodedError('REQUEST_INVALID', `asOf lies in the future: ${asOf}; today is ${today}`);
  if (version && version.target.knownBy > asOf) {
    throw new CodedError('TARGET_NOT_FOUND', `no target ${version.target.id} was known on ${asOf}`);
  }
  return { ...deps, today: () => asOf };
}

async function answerOf(
  present: EngineDeps,
  request: ProjectionRequest,
  version: TargetVersion | undefined,
): Promise<ProjectionResult | ScenarioReport> {
  const deps = onDay(present, request.asOf, version);
  if (request.scenarioId !== undefined) return answerScenario(deps, request.scenarioId);
  if (version) return projectTarget(deps, version, request);
  return projectSeries(deps, request.indicatorId ?? '', request.horizon ?? usualHorizon);
}

/** Answers a projection somebody asked for and stores the answer; answering it again changes nothing. */
export async function project(deps: EngineDeps, projectionId: string, onProgress: OnProgress): Promise<void> {
  const stored = await getProjection(deps.db, projectionId);
  if (stored.finishedAt !== null) return;
  const request = projectionRequest.parse(stored.request);
  const steps = async (stage: string, done: number) => {
    await setProjectionProgress(deps.db, projectionId, {
      stage,
      done,
      total: 2,
    });
    await onProgress({ stage, done, total: 2 });
  };
  await steps('read', 0);
  const version = request.targetId === undefined ? undefined : await findTarget(deps.db, request.targetId);
  if (request.targetId !== undefined && !version) {
    throw new CodedError('TARGET_NOT_FOUND', `no target ${request.targetId}`);
  }
  await steps('fit', 1);
  const result = await answerOf(deps, request, version);
  await finishProjection(deps.db, projectionId, result);
  deps.log.info({ event: 'projection.done', projectionId, ...request });
}

/** Ends a projection that could not be answered, with the reason its reader will see. */
export async function failProjection({ db }: EngineDeps, projectionId: string, reason: string): Promise<void> {
  await markFailed(db, projectionId, { code: 'RUN_FAILED', message: reason });
}
