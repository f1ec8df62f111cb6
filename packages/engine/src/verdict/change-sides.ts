import type { Calibration } from '@hadaf/models';
import { CodedError } from '@hadaf/platform';
import { fiscalYearOf, type IsoDate, isIsoDate } from '@hadaf/series';
import {
  type Db,
  findAssessmentOfRun,
  findForecast,
  findPack,
  findPublication,
  findRun,
  findTarget,
  getIndicator,
  type LedgerPoint,
  listRecordedReports,
  listTargetVersions,
  type Run,
  type StoredAssessment,
  type TargetVersion,
} from '@hadaf/store';
import type { Target } from '@hadaf/targets';
import { z } from 'zod';
import type { ForecastSettings } from '../assess/annual-forecast.ts';
import type { TargetAssessment } from '../assess/target-assessment.ts';
import { calibratedSettings } from '../calibration/calibrated.ts';
import type { EngineDeps } from '../engine-deps.ts';
import { runOnDay } from '../run/run-on-day.ts';
import type { KnownSet } from './change-evidence.ts';
import type { ChangeFigures } from './change-report.ts';

/** One end of a comparison: all that its number rests on. */
export interface Side {
  readonly run: Run | null;
  readonly codeVersion: string | null;
  readonly known: KnownSet;
  readonly target: Target;
  /** The last year its series is forecast through; null where the other end or the targets of today must say. */
  readonly through: number | null;
  readonly settings: ForecastSettings;
  /** As the run stored it; null where none did. */
  readonly stored: ChangeFigures | null;
}

type SideDeps = Pick<EngineDeps, 'db' | 'forecaster' | 'settings' | 'today' | 'codeVersion'>;

const storedSettings = z.object({ seed: z.number(), paths: z.number() });

/** The engine wrote it itself, with the forecast it made. */
const storedCalibration = z.object({ calibration: z.custom<Calibration>((value) => value instanceof Object) });

async function runOfDay(db: Db, packId: string, day: IsoDate): Promise<Run | null> {
  const zone = (await findPack(db, packId))?.schedule.zone ?? 'UTC';
  const shown = await runOnDay(db, packId, { day, zone });
  return shown ? ((await findRun(db, shown.id)) ?? null) : null;
}

/** The run a reference names: its id, or the one that stands for a day; null for a day without one. */
export async function findRunNamed(db: Db, packId: string, reference: string): Promise<Run | null> {
  if (isIsoDate(reference)) return runOfDay(db, packId, reference);
  if (!z.uuid().safeParse(reference).success) {
    throw new CodedError('REQUEST_INVALID', `"${reference}" is neither the id of a run nor a day as YYYY-MM-DD`);
  }
  const run = await findRun(db, reference);
  if (run?.packId !== packId || run.state !== 'done')
    throw new CodedError('RUN_NOT_FOUND', `no finished run ${reference}`);
  return run;
}

/** The run that is published, or undefined before the first. */
export async function findPublishedRun(db: Db, packId: string): Promise<Run | undefined> {
  const publication = await findPublication(db, packId);
  return publication ? findRun(db, publication.runId) : undefined;
}

/** Every fact of the indicators that measure any of the targets, as the ledger had them at a point. */
async function ledgerAt(db: Db, indicatorIds: readonly string[], point: LedgerPoint): Promise<KnownSet['ledger']> {
  return new Map((await listRecordedReports(db, indicatorIds, point)).map((report) => [report.fact, report]));
}

function storedFigures({ probability, detail }: StoredAssessment): ChangeFigures | null {
  // The engine wrote this detail itself.
  const { report } = detail as TargetAssessment;
  const central = report.figures.find(({ label }) => label === 'Expected value')?.value;
  return probability && central != null ? { probability: probability.atDate, central } : null;
}

async function targetOf(db: Db, { targetId, targetVersion }: StoredAssessment): Promise<Target> {
  const version = (await listTargetVersions(db, targetId)).find((candidate) => candidate.version === targetVersion);
  if (!version) throw new CodedError('TARGET_NOT_FOUND', `no version ${targetVersion} of target ${targetId}`);
  return version.target;
}

/** @throws CodedError REQUEST_INVALID for a day to come */
export function assertPast(reference: string, today: IsoDate): void {
  if (!isIsoDate(reference) || reference <= today) return;
  throw new CodedError('REQUEST_INVALID', `${reference} lies in the future; today is ${today}`);
}

/** The end of a comparison at which a run stands. */
export async function sideOfRun(deps: SideDeps, run: Run, targetId: string): Promise<Side> {
  const { db } = deps;
  const assessment = await findAssessmentOfRun(db, run.id, targetId);
  if (!assessment) throw new CodedError('TARGET_NOT_FOUND', `run ${run.id} of ${run.asOf} did not assess ${targetId}`);
  const target = await targetOf(db, assessment);
  const measured = target.measure?.indicatorId;
  const forecast = assessment.forecastId === null ? undefined : await findForecast(db, assessment.forecastId);
  const { provenance, createdAt } = assessment;
  const point: LedgerPoint = provenance
    ? { kind: 'mark', mark: provenance.ledgerMark }
    : { kind: 'instant', instant: createdAt };
  const calendar = measured ? (await getIndicator(db, measured)).calendar : null;
  const last = forecast?.periodEnds.at(-1);
  const made = storedSettings.safeParse(provenance?.settings ?? forecast?.request);
  const learned = storedCalibration.safeParse(forecast?.request);
  return {
    run,
    codeVersion: provenance?.codeVersion ?? null,
    known: { asOf: run.asOf, ledger: await ledgerAt(db, measured ? [measured] : [], point) },
    target,
    through: last && calendar ? fiscalYearOf(last, calendar) : null,
    settings: { ...deps.settings, ...made.data, ...learned.data },
    stored: storedFigures(assessment),
  };
}

/** The end of a comparison on a day without a run: today's claim, ledger, settings and code, and what was public then. */
export async function sideOfDay(deps: SideDeps, asOf: string, version: TargetVersion): Promise<Side> {
  const measured = version.target.measure?.indicatorId;
  return {
    run: null,
    codeVersion: deps.codeVersion,
    known: { asOf, ledger: await ledgerAt(deps.db, measured ? [measured] : [], { kind: 'now' }) },
    target: version.target,
    through: null,
    settings: await calibratedSettings(deps, deps.db, { packId: version.packId, asOf }),
    stored: null,
  };
}

/** The target as claimed now, where its number can be split at all. */
export async function getSplittable(db: Db, targetId: string): Promise<TargetVersion> {
  const version = await findTarget(db, targetId);
  if (!version) throw new CodedError('TARGET_NOT_FOUND', `no target ${targetId}; list them with: hadaf targets --all`);
  const { target } = version;
  if (target.measure === null || target.kind !== 'level' || target.due.length === 0) {
    throw new CodedError('SERIES_NOT_FOUND', `${target.title} has no forecast whose change could be split`);
  }
  return version;
}
