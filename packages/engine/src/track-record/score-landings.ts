import { isCovered, pinballLoss } from '@hadaf/evaluation';
import { counted, type FiscalYearValue, formatShare } from '@hadaf/series';
import { mean } from 'simple-statistics';
import { type JudgedEvent, judgeReliability } from './judge-reliability.ts';
import type { DatedContent, RecordedLanding } from './record-content.ts';
import type { LandingCaseRow, LandingRecord, LandingScore } from './record-report.ts';
import type { JudgedTarget } from './score-past-targets.ts';

/** What has come of years and targets. */
interface LandingOutcomes {
  readonly years: ReadonlyMap<string, readonly FiscalYearValue[]>;
  readonly targets: readonly JudgedTarget[];
}

const monthsOfYear = 12;

interface DatedLanding {
  readonly asOf: string;
  readonly landing: RecordedLanding;
  readonly outcome: FiscalYearValue;
}

/** The first landing of each year at each number of months, and what came: later ones know no more of the year. */
function firstLandings(entries: readonly DatedContent[], years: LandingOutcomes['years']): DatedLanding[] {
  const seen = new Set<string>();
  return entries.flatMap(({ asOf, content }) =>
    (content.landings ?? []).flatMap((landing) => {
      const { seriesId, fiscalYear, months, from } = landing;
      const outcome = years.get(seriesId)?.find((year) => year.fiscalYear === fiscalYear);
      const key = `${seriesId} ${fiscalYear} ${months} ${from}`;
      if (!outcome || seen.has(key)) return [];
      seen.add(key);
      return { asOf, landing, outcome };
    }),
  );
}

/** The newest official number for the year that was known on the day. */
function officialOn(asOf: string, { seriesId, fiscalYear }: RecordedLanding, targets: readonly JudgedTarget[]) {
  const known = targets.filter(
    ({ target, ...own }) =>
      own.seriesId === seriesId &&
      own.dueYear === fiscalYear &&
      target.standing === 'official' &&
      target.knownBy <= asOf,
  );
  const newest = known.toSorted((a, b) => (a.target.knownBy < b.target.knownBy ? 1 : -1))[0];
  return newest ? { targetId: newest.target.id, value: newest.target.value } : null;
}

interface ScoredCase {
  readonly row: LandingCaseRow;
  readonly crps: number;
  readonly covered95: boolean;
}

const quantileAt = ({ levels, quantiles }: RecordedLanding, level: number): number =>
  quantiles[levels.findIndex((known) => Math.abs(known - level) < 1e-9)] ?? Number.NaN;

function scoredCase({ asOf, landing, outcome }: DatedLanding, { targets }: LandingOutcomes): ScoredCase {
  const { seriesId, unit, months, known, levels, quantiles, sameShare } = landing;
  const actual = outcome.value;
  const at = (level: number) => quantileAt(landing, level);
  return {
    row: {
      ...{ seriesId, asOf, months, sameShare, actual, label: outcome.label, unit },
      ...{ median: at(0.5), lower80: at(0.1), upper80: at(0.9) },
      equalMonths: (known * monthsOfYear) / months,
      official: officialOn(asOf, landing, targets),
    },
    crps: mean(levels.map((level, k) => pinballLoss(quantiles[k] ?? Number.NaN, level, actual))) / actual,
    covered95: isCovered({ lower: at(0.025), upper: at(0.975), coverage: 0.95 }, actual),
  };
}

const shareOf = (said: number, { actual }: LandingCaseRow): number => Math.abs(said - actual) / actual;

function ownScore(cases: readonly ScoredCase[]): LandingScore {
  const error = mean(cases.map(({ row }) => shareOf(row.median, row)));
  return {
    ...{ name: 'Hadaf', cases: cases.length, error, oursOnSame: error },
    crps: mean(cases.map(({ crps }) => crps)),
    coverage80: mean(cases.map(({ row }) => Number(row.lower80 <= row.actual && row.actual <= row.upper80))),
    coverage95: mean(cases.map(({ covered95 }) => Number(covered95))),
  };
}

/** A way to land a year by one number, on the cases where it has one. */
function numberScore(
  name: string,
  cases: readonly ScoredCase[],
  said: (row: LandingCaseRow) => number | null,
): LandingScore[] {
  const own = cases.flatMap(({ row }) => {
    const number = said(row);
    return number === null ? [] : [{ error: shareOf(number, row), ours: shareOf(row.median, row) }];
  });
  if (own.length === 0) return [];
  const error = mean(own.map((one) => one.error));
  const oursOnSame = mean(own.map(({ ours }) => ours));
  return [{ name, cases: own.length, error, oursOnSame, crps: error, coverage80: null, coverage95: null }];
}

function scoresOf(cases: readonly ScoredCase[]): LandingScore[] {
  return [
    ownScore(cases),
    ...numberScore('Last year’s share', cases, ({ sameShare }) => sameShare),
    ...numberScore('Equal months', cases, ({ equalMonths }) => equalMonths),
    ...numberScore('Official number of the year', cases, ({ official }) => official?.value ?? null),
  ];
}

function milestoneEvents(told: readonly DatedLanding[]): JudgedEvent[] {
  return told.flatMap(({ landing: { seriesId, fiscalYear, milestones }, outcome }) =>
    milestones.map(({ targetId, threshold, direction, probability }) => ({
      ...{ probability, series: seriesId, event: `${targetId} ${fiscalYear}` },
      happened: direction === 'up' ? outcome.value >= threshold : outcome.value <= threshold,
    })),
  );
}

function sentenceOf(cases: readonly ScoredCase[], [ours, ...others]: readonly LandingScore[]): string {
  const years = new Set(cases.map(({ row }) => `${row.seriesId} ${row.label}`)).size;
  const series = new Set(cases.map(({ row }) => row.seriesId)).size;
  const size = `${counted(cases.length, 'landing')} of ${counted(years, 'year')} of ${series} series ${cases.length === 1 ? 'was' : 'were'} answered`;
  const missed = [ours, ...others]
    .flatMap((score) => (score ? [score] : []))
    .map(({ name, error, cases: own }, i) => {
      const who = i === 0 ? 'ours' : name.toLowerCase();
      return `${who} by ${formatShare(error)}${own === cases.length ? '' : ` (${own} of them)`}`;
    });
  return `${size}. The total was missed, on average: ${missed.join(', ')}.`;
}

/**
 * Landings told from a year's own months whose total has come: ours, last year's share of the same months, equal months and
 * the official number of the year, by months known; and how reliable P of the years' milestones was. Twelve known months
 * are a sum and not scored.
 *
 * @param entries  oldest first
 * @returns        null where no such year has come
 */
export function scoreLandings(entries: readonly DatedContent[], outcomes: LandingOutcomes): LandingRecord | null {
  const told = firstLandings(entries, outcomes.years);
  const cases = told
    .filter(({ landing, outcome }) => landing.from === 'months' && landing.months < monthsOfYear && outcome.value > 0)
    .map((one) => scoredCase(one, outcomes));
  if (cases.length === 0) return null;
  const scores = scoresOf(cases);
  return {
    months: [...Map.groupBy(cases, ({ row }) => row.months)]
      .toSorted(([a], [b]) => a - b)
      .map(([months, own]) => ({ months, scores: scoresOf(own) })),
    scores,
    cases: cases.map(({ row }) => row),
    milestoneReliability: judgeReliability(milestoneEvents(told), 'probabilities of a year’s milestone'),
    sentence: sentenceOf(cases, scores),
  };
}
