import { mean } from 'simple-statistics';
import type { Citation } from '../report.ts';
import type { DatedContent } from './record-content.ts';
import type { OthersForecastRow, OthersScores, PointScore, SideBySide } from './record-report.ts';
import { driftOf, firstForecastSince, type JudgedTarget, toldOf } from './score-past-targets.ts';

/** What somebody said of a year that is over, with the pages that print it and what came. */
export interface OthersClaim extends JudgedTarget {
  readonly source: Citation;
  readonly outcomeSource: Citation | null;
}

type Beside = NonNullable<OthersForecastRow['beside']>;

/** Fewer years than this and an average is an anecdote. */
const fewestCases = 10;

function besideOf(entries: readonly DatedContent[], claim: OthersClaim): Beside | null {
  const first = firstForecastSince(entries, claim);
  if (!first) return null;
  const { asOf, forecast } = first;
  const ours = toldOf(forecast, claim.dueYear);
  const drift = driftOf(forecast, claim.dueYear);
  return ours === null || drift === null ? null : { asOf, horizon: claim.dueYear - forecast.originYear, ours, drift };
}

function reasonOf({ target, outcome }: OthersClaim): string {
  if (!outcome) return 'no report tells what came, or too few to make a series';
  if (target.knownBy >= (target.due[0]?.end ?? '')) return 'it was said after the year had ended';
  return 'no forecast of ours stands between the day it was said and the end of its year';
}

function rowOf(entries: readonly DatedContent[], claim: OthersClaim): OthersForecastRow {
  const { target, unit, outcome, source, outcomeSource } = claim;
  const beside = outcome ? besideOf(entries, claim) : null;
  const { id: targetId, title, announcedBy, standing, knownBy, value: said } = target;
  return {
    ...{ targetId, title, announcedBy, standing, knownBy, unit, said, source, outcomeSource, beside },
    ...{ dueLabel: target.due[0]?.label ?? '', outcome: outcome?.value ?? null },
    absent: beside ? null : reasonOf(claim),
  };
}

/** A row with both what came and what we said; an error is no share of an outcome of 0, which is told and not averaged. */
interface Case {
  readonly row: OthersForecastRow;
  readonly came: number;
  readonly beside: Beside;
}

function pointScore(who: string, cases: readonly Case[], said: (one: Case) => number): PointScore {
  const isOneUnit = new Set(cases.map(({ row }) => row.unit)).size === 1;
  const relative = cases.map((one) => (said(one) - one.came) / Math.abs(one.came));
  return {
    who,
    mae: isOneUnit ? mean(cases.map((one) => Math.abs(said(one) - one.came))) : null,
    mape: mean(relative.map(Math.abs)),
    bias: mean(relative),
    skill: null,
  };
}

function scoresOf(
  standing: OthersForecastRow['standing'],
  horizon: number | null,
  cases: readonly Case[],
): OthersScores {
  const who = standing === 'official' ? 'Official targets' : 'Projections by others';
  const drift = pointScore('Random walk with drift', cases, ({ beside }) => beside.drift);
  const skilled = (score: PointScore) => ({ ...score, skill: drift.mape > 0 ? 1 - score.mape / drift.mape : null });
  return {
    ...{ standing, horizon, cases: cases.length },
    unit: drift.mae === null ? null : (cases[0]?.row.unit ?? null),
    scores: [
      skilled(pointScore(who, cases, ({ row }) => row.said)),
      skilled(pointScore('Hadaf', cases, ({ beside }) => beside.ours)),
      drift,
    ],
  };
}

function byHorizon(standing: OthersForecastRow['standing'], all: readonly Case[]): OthersScores[] {
  const cases = all.filter(({ row }) => row.standing === standing);
  if (cases.length === 0) return [];
  const groups = [...Map.groupBy(cases, ({ beside }) => beside.horizon)].toSorted(([a], [b]) => a - b);
  return [...groups.map(([horizon, own]) => scoresOf(standing, horizon, own)), scoresOf(standing, null, cases)];
}

function sentenceOf(rows: readonly OthersForecastRow[], cases: number): string {
  if (rows.length === 0) return 'Nobody on record said anything of a year that is over.';
  const size = `${rows.length} ${rows.length === 1 ? 'forecast' : 'forecasts'} by others of years that are over, ${cases} beside one of ours`;
  return cases < fewestCases
    ? `${size}: too few to judge, what follows are single stories. Each is held against our first forecast since it was said.`
    : `${size}. Each is held against our first forecast since it was said.`;
}

/**
 * Official targets and others' projections as point forecasts of their year, each beside our first forecast since it was said
 * and the drift's from the same values; mean errors by fiscal years ahead. What nothing of ours stands beside says why.
 *
 * @param entries  one kind of record, oldest first
 */
export function sideBySide(entries: readonly DatedContent[], claims: readonly OthersClaim[]): SideBySide {
  const rows = claims.map((claim) => rowOf(entries, claim));
  const cases = rows.flatMap((row) =>
    row.beside && row.outcome !== null ? [{ row, came: row.outcome, beside: row.beside }] : [],
  );
  const scored = cases.filter(({ came }) => came !== 0);
  const scores = (['official', 'projection'] as const).flatMap((standing) => byHorizon(standing, scored));
  return { rows, scores, sentence: sentenceOf(rows, cases.length) };
}
