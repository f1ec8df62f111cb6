import { CodedError } from '@hadaf/platform';
import { addDays, fiscalYearLabel, fiscalYearOf } from '@hadaf/series';
import { findAssessmentOfRun, findPreviousRun, listTargets, type Run } from '@hadaf/store';
import type { EngineDeps } from '../engine-deps.ts';
import { lastDueYear, yearsBeyondDue } from '../run/forecast-series-of.ts';
import { causesOf, type Ends, stateWith } from './change-causes.ts';
import { countedReports } from './change-evidence.ts';
import { type ChangeReplay, openChangeReplay, type ReplayDeps, type ReplayState } from './change-replay.ts';
import type { ChangeFigures, ChangePart, ChangeReport, ChangeSide } from './change-report.ts';
import {
  assertPast,
  findPublishedRun,
  findRunNamed,
  getSplittable,
  type Side,
  sideOfDay,
  sideOfRun,
} from './change-sides.ts';
import { changeSummary } from './change-summary.ts';
import { splitChange } from './split-change.ts';

export type ChangeDeps = ReplayDeps & Pick<EngineDeps, 'settings' | 'today' | 'codeVersion'>;

/** Which two runs: ids, or days; absent, the published run and the one before it. */
export interface ChangeQuestion {
  readonly targetId: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Other seeds the newer number is drawn with, to show how far chance alone moves it. */
const otherSeeds = 4;

async function endsOf(deps: ChangeDeps, { targetId, from, to }: ChangeQuestion): Promise<Ends<Side>> {
  const version = await getSplittable(deps.db, targetId);
  const { packId } = version;
  const sideAt = async (reference: string) => {
    assertPast(reference, deps.today());
    const run = await findRunNamed(deps.db, packId, reference);
    return run ? ofRun(run) : sideOfDay(deps, reference, version);
  };
  // A run from before the claim was loaded has no number of it: its day is replayed.
  const ofRun = async (run: Run) =>
    (await findAssessmentOfRun(deps.db, run.id, targetId))
      ? sideOfRun(deps, run, targetId)
      : sideOfDay(deps, run.asOf, version);
  const newest = to === undefined ? await findPublishedRun(deps.db, packId) : undefined;
  const later = newest ? await ofRun(newest) : await sideAt(to ?? deps.today());
  if (from !== undefined) return { from: await sideAt(from), to: later };
  const previous = later.run && (await findPreviousRun(deps.db, later.run));
  if (previous) return { from: await ofRun(previous), to: later };
  const released = countedReports(later.known).map(({ observation }) => observation.knownBy);
  return { from: await sideAt(addDays(released.toSorted().at(-1) ?? later.known.asOf, -1)), to: later };
}

/** How far the claims of a day ask their series to be forecast, where no run tells. */
async function throughOf(deps: ChangeDeps, replay: ChangeReplay, side: Side): Promise<number> {
  if (side.through !== null) return side.through;
  const { packId } = await getSplittable(deps.db, side.target.id);
  const claims = (await listTargets(deps.db, packId)).map(({ target }) => target);
  const measured = side.target.measure?.indicatorId;
  const own = claims.filter((claim) => claim.measure?.indicatorId === measured && claim.knownBy <= side.known.asOf);
  const series = replay.series({
    target: side.target,
    reports: countedReports(side.known),
    definedOn: side.known.asOf,
  });
  return ((series && lastDueYear(series, [...own, side.target])) ?? 0) + yearsBeyondDue;
}

async function stateOf(deps: ChangeDeps, replay: ChangeReplay, side: Side): Promise<ReplayState> {
  const { target, settings, known } = side;
  const through = await throughOf(deps, replay, side);
  return { target, settings, reports: countedReports(known), through, definedOn: known.asOf };
}

const shortOf = (codeVersion: string | null) => codeVersion?.slice(0, 8) ?? 'before it was kept';

/** What each stored number differs from its replay by today's code, taken together; null where nothing is left. */
function codePart(today: string, sides: Ends<Side>, replayed: Ends<ChangeFigures>): ChangePart | null {
  const left = ({ stored }: Side, made: ChangeFigures, figure: keyof ChangeFigures) =>
    stored ? stored[figure] - made[figure] : 0;
  const of = (figure: keyof ChangeFigures) =>
    left(sides.to, replayed.to, figure) - left(sides.from, replayed.from, figure);
  const [probability, central] = [of('probability'), of('central')];
  const [before, after] = [sides.from.codeVersion, sides.to.codeVersion];
  const isNamed = before !== null && after !== null && before !== after;
  if (!isNamed && probability === 0 && central === 0) return null;
  const label =
    before !== after
      ? `code and models, version ${shortOf(before)} → ${shortOf(after)}`
      : `replayed by code ${shortOf(today)}, both runs were made by ${shortOf(after)}`;
  return { cause: 'code', label, probability, central, reports: [] };
}

function sideRow({ known, run, codeVersion, stored }: Side, replayed: ChangeFigures): ChangeSide {
  return { asOf: known.asOf, runId: run?.id ?? null, codeVersion, ...(stored ?? replayed) };
}

/** The largest move of P by a seed that is not the newer one's. */
async function seedNoiseOf(replay: ChangeReplay, newer: ReplayState, { probability }: ChangeFigures): Promise<number> {
  const { settings } = newer;
  const seeds = Array.from({ length: otherSeeds }, (_, i) => settings.seed + i + 1);
  const drawn = await Promise.all(seeds.map((seed) => replay.figures({ ...newer, settings: { ...settings, seed } })));
  return Math.max(...drawn.map((figures) => Math.abs((figures?.probability ?? probability) - probability)));
}

function noNumber({ target, known }: Side): CodedError {
  return new CodedError('SERIES_NOT_FOUND', `${target.title} had no probability on ${known.asOf}`);
}

/** Two ends in time, split forward. */
interface Split extends Ends<ChangeFigures> {
  readonly parts: readonly ChangePart[];
  readonly seedNoise: number;
  readonly replay: ChangeReplay;
}

async function split(deps: ChangeDeps, sides: Ends<Side>): Promise<Split> {
  const replay = await openChangeReplay(deps, sides.from, sides.to);
  const states = { from: await stateOf(deps, replay, sides.from), to: await stateOf(deps, replay, sides.to) };
  const [from, to] = [await replay.figures(states.from), await replay.figures(states.to)];
  if (!from) throw noNumber(sides.from);
  if (!to) throw noNumber(sides.to);
  const causes = causesOf(replay, sides, states);
  const shares =
    causes.length === 0
      ? []
      : await splitChange(causes.length, from, (mask) => replay.figures(stateWith(causes, states, mask)));
  const parts = causes.map(({ cause, label, reports }, i) => ({
    ...{ cause, label, reports },
    ...(shares[i] ?? { probability: 0, central: 0 }),
  }));
  const rest = codePart(deps.codeVersion, sides, { from, to });
  const seedNoise = await seedNoiseOf(replay, states.to, to);
  return { from, to, parts: rest ? [...parts, rest] : parts, seedNoise, replay };
}

/** Negative where `a` comes before `b`: by its day, then by when its run was asked for. */
function compareSides(a: Side, b: Side): number {
  const key = ({ known, run }: Side) => `${known.asOf} ${run?.createdAt ?? '~'}`;
  return key(a) < key(b) ? -1 : Number(key(a) > key(b));
}

function backward(parts: readonly ChangePart[]): ChangePart[] {
  const turned = (change: number) => (change === 0 ? 0 : -change);
  return parts.map((part) => ({
    ...part,
    ...{ probability: turned(part.probability), central: turned(part.central) },
    reports: part.reports.map((report) => ({ ...report, isAdded: !report.isAdded })),
  }));
}

/**
 * Why the number of a target moved between two runs: P at the date and the middle of the forecast, split into causes that
 * sum to the change.
 *
 * What a run knew is what was public by its day and in the ledger when it read it. New data by document, revisions by
 * period, rows loaded late, readings, the claim and the settings are replayed in every combination by today's code and
 * split by Shapley's rule, so that no order is preferred; what the stored numbers differ from their replays is what code
 * and models did. From a later run to an earlier one every part has the other sign.
 *
 * @throws CodedError TARGET_NOT_FOUND, RUN_NOT_FOUND, REQUEST_INVALID; SERIES_NOT_FOUND where there is no number at an end
 */
export async function explainChange(deps: ChangeDeps, question: ChangeQuestion): Promise<ChangeReport> {
  return changeBetween(deps, await endsOf(deps, question));
}

/** The same between two ends in hand. */
export async function changeBetween(deps: ChangeDeps, { from, to }: Ends<Side>): Promise<ChangeReport> {
  const isBackward = compareSides(from, to) > 0;
  const made = await split(deps, isBackward ? { from: to, to: from } : { from, to });
  const { target } = to;
  const indicator = made.replay.indicators.get(target.measure?.indicatorId ?? '');
  const dueEnd = target.due[0]?.end;
  const report = {
    targetId: target.id,
    title: target.title,
    unit: indicator?.unit ?? '',
    due: indicator && dueEnd ? fiscalYearLabel(fiscalYearOf(dueEnd, indicator.calendar), indicator.calendar) : '',
    from: sideRow(from, isBackward ? made.to : made.from),
    to: sideRow(to, isBackward ? made.from : made.to),
    parts: isBackward ? backward(made.parts) : made.parts,
    seedNoise: made.seedNoise,
    seeds: otherSeeds,
  };
  return { ...report, summary: changeSummary(report) };
}
