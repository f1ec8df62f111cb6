import { CodedError } from '@hadaf/platform';
import { addDays, fiscalYearOf, type Observation } from '@hadaf/series';
import {
  findTarget,
  getIndicator,
  listAssessmentHistory,
  listDocuments,
  listObservations,
  listTargets,
} from '@hadaf/store';
import { attainment, shapleyParts, type Target } from '@hadaf/targets';
import { goalProbability, outlookPeriods } from '../assess/due-outlook.ts';
import { goalOf } from '../assess/growth-figures.ts';
import { measureSeries } from '../assess/measured-series.ts';
import type { EngineDeps } from '../engine-deps.ts';
import { forecastThrough, lastDueYear, yearsBeyondDue } from '../run/forecast-series-of.ts';
import { addedReports, type ChangeFigures, type ChangeState } from './change-evidence.ts';
import { type ChangeReport, type EarlierNumber, findEarlierNumber, releasesOf } from './change-report.ts';

type ChangeDeps = Pick<EngineDeps, 'db' | 'forecaster' | 'settings' | 'today'>;

/** The causes that are replayed in every combination; what code and models changed is told from the stored number. */
const causes = ['new-data', 'revisions', 'target', 'seed'] as const;

const bitOf = (cause: (typeof causes)[number]): number => 2 ** causes.indexOf(cause);

/** Other seeds the newer number is drawn with, to show how far chance alone moves it. */
const otherSeeds = 4;

/** The measured target with all of its reports, and the year its series is forecast through. */
interface Subject {
  readonly target: Target;
  readonly observations: readonly Observation[];
  readonly through: number;
  measure(reports: readonly Observation[], asOf: string): ChangeState['series'];
}

async function readSubject(deps: ChangeDeps, targetId: string): Promise<Subject> {
  const version = await findTarget(deps.db, targetId);
  if (!version) throw new CodedError('TARGET_NOT_FOUND', `no target ${targetId}; list them with: hadaf targets --all`);
  const { target, packId } = version;
  const measured = target.measure?.indicatorId;
  if (measured === undefined || target.kind !== 'level' || target.due.length === 0) {
    throw new CodedError('SERIES_NOT_FOUND', `${target.title} has no forecast whose change could be split`);
  }
  const indicator = await getIndicator(deps.db, measured);
  const observations = await listObservations(deps.db, { indicatorIds: [measured], asOf: deps.today() });
  const ids = [...new Set(observations.map(({ documentId }) => documentId))];
  const documents = new Map((await listDocuments(deps.db, ids)).map((document) => [document.id, document]));
  const measure: Subject['measure'] = (reports, asOf) => measureSeries(indicator, reports, documents, asOf);
  const claims = (await listTargets(deps.db, packId)).map((claim) => claim.target);
  const own = claims.filter((claim) => claim.measure?.indicatorId === measured && claim.knownBy <= deps.today());
  const through = lastDueYear(measure(observations, deps.today()), [...own, target]) ?? 0;
  return { target, observations, through: through + yearsBeyondDue, measure };
}

/** P and the middle of the forecast of one state; of a year whose total is known, the outcome itself. */
async function figuresOf(deps: ChangeDeps, { series, target, seed }: ChangeState, through: number) {
  const goal = goalOf(series, target);
  if (!goal) throw new CodedError('SERIES_NOT_FOUND', `${target.title} states no date`);
  const known = series.years.find(({ fiscalYear }) => fiscalYear === goal.fiscalYear);
  if (known) return { probability: attainment(target, known.value).reached ? 1 : 0, central: known.value };
  const made = await forecastThrough({ ...deps, settings: { ...deps.settings, seed } }, series, through);
  const probability = goalProbability(series, made?.annual ?? null, goal);
  if (probability.kind === 'none') {
    throw new CodedError('SERIES_NOT_FOUND', `${target.title} had no probability: ${probability.reason}`);
  }
  const due = outlookPeriods(series, made?.annual ?? null).find(({ fiscalYear }) => fiscalYear === goal.fiscalYear);
  return { probability: probability.atDate, central: due?.median ?? Number.NaN };
}

/** The state in which exactly the causes of the mask are those of the newer day. */
function stateOf(subject: Subject, earlier: EarlierNumber, to: string, seed: number) {
  const { newData, revisions } = addedReports(subject.observations, earlier.asOf, to);
  const before = subject.observations.filter(({ knownBy }) => knownBy <= earlier.asOf);
  return (mask: number): ChangeState => ({
    series: subject.measure(
      [...before, ...(mask & bitOf('new-data') ? newData : []), ...(mask & bitOf('revisions') ? revisions : [])],
      to,
    ),
    target: mask & bitOf('target') ? subject.target : earlier.target,
    seed: mask & bitOf('seed') ? seed : earlier.seed,
  });
}

/** The bits of the causes that differ between the two days: the others need no replay of their own. */
function differingBits(subject: Subject, earlier: EarlierNumber, to: string, seed: number): number {
  const { newData, revisions } = addedReports(subject.observations, earlier.asOf, to);
  const differs = {
    'new-data': newData.length > 0,
    revisions: revisions.length > 0,
    target: JSON.stringify(subject.target) !== JSON.stringify(earlier.target),
    seed: seed !== earlier.seed,
  };
  return causes.reduce((bits, cause) => (differs[cause] ? bits + bitOf(cause) : bits), 0);
}

async function replayAll(deps: ChangeDeps, subject: Subject, earlier: EarlierNumber, to: string) {
  const at = stateOf(subject, earlier, to, deps.settings.seed);
  const masks = Array.from({ length: 2 ** causes.length }, (_, mask) => mask);
  const bits = differingBits(subject, earlier, to, deps.settings.seed);
  const replayed = new Map<number, Promise<ChangeFigures>>();
  for (const mask of masks.filter((candidate) => (candidate & bits) === candidate)) {
    replayed.set(mask, figuresOf(deps, at(mask), subject.through));
  }
  const figures = await Promise.all(masks.flatMap((mask) => replayed.get(mask & bits) ?? []));
  const seeds = Array.from({ length: otherSeeds }, (_, i) => deps.settings.seed + i + 1);
  const newest = at(masks.length - 1);
  const drawn = await Promise.all(seeds.map((seed) => figuresOf(deps, { ...newest, seed }, subject.through)));
  return { figures, drawn: drawn.map(({ probability }) => probability) };
}

/**
 * Why the number of a target moved: P at the date and the middle of the forecast, split into causes that sum to the change.
 *
 * New data, revisions, target and seed are replayed in every combination by today's code and split by Shapley's rule; the
 * earlier number as it was stored, less its replay, is what models, code and rows loaded since did.
 *
 * @param since  the day to compare with; absent, the newest earlier run, or else the day before the newest release
 * @throws CodedError TARGET_NOT_FOUND, SERIES_NOT_FOUND where there is no number on one of the days
 */
export async function explainChange(
  deps: ChangeDeps,
  { targetId, since }: { readonly targetId: string; readonly since?: string | undefined },
): Promise<ChangeReport> {
  const subject = await readSubject(deps, targetId);
  const [assessed] = await listAssessmentHistory(deps.db, targetId, 1);
  const to = assessed?.vintage ?? deps.today();
  const newest =
    subject.observations
      .map(({ knownBy }) => knownBy)
      .toSorted()
      .at(-1) ?? to;
  const fallback = {
    asOf: since ?? addDays(newest, -1),
    target: subject.target,
    seed: deps.settings.seed,
    stored: null,
  };
  const earlier = (since === undefined ? await findEarlierNumber(deps.db, subject.target) : null) ?? fallback;
  const { figures, drawn } = await replayAll(deps, subject, earlier, to);
  const [before, after] = [figures[0], figures.at(-1)];
  if (!before || !after) throw new CodedError('INTERNAL', 'a replay gave no number');
  const from = earlier.stored ?? before;
  const split = (pick: (figure: ChangeFigures) => number) =>
    shapleyParts(causes.length, (mask) => pick(figures[mask] ?? before));
  const [chance, middle] = [split(({ probability }) => probability), split(({ central }) => central)];
  const { calendar, unit } = subject.measure([], to).indicator;
  return {
    targetId,
    title: subject.target.title,
    unit,
    due: `${calendar.firstMonth === 1 ? '' : 'FY'}${fiscalYearOf(subject.target.due[0]?.end ?? to, calendar)}`,
    from: { asOf: earlier.asOf, ...from },
    to: { asOf: to, ...after },
    parts: [
      ...causes.map((cause, i) => ({ cause, probability: chance[i] ?? 0, central: middle[i] ?? 0 })),
      { cause: 'model', probability: before.probability - from.probability, central: before.central - from.central },
    ],
    seedNoise: Math.max(...drawn.map((probability) => Math.abs(probability - after.probability))),
    releases: releasesOf(addedReports(subject.observations, earlier.asOf, to), calendar),
  };
}
