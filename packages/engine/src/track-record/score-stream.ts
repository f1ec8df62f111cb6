import type { FiscalYearValue } from '@hadaf/series';
import { type ForecastCase, forecastCases } from './forecast-cases.ts';
import { judgeMovement, type ProbabilityPath } from './judge-movement.ts';
import { type JudgedEvent, judgeReliability } from './judge-reliability.ts';
import type { DatedContent } from './record-content.ts';
import type { RecordStream } from './record-report.ts';
import { scoreHorizons } from './score-horizons.ts';
import { scoreLandings } from './score-landings.ts';
import { type JudgedTarget, scorePastTargets, vintagesOf } from './score-past-targets.ts';
import { type OthersClaim, sideBySide } from './side-by-side.ts';

/** What has come: yearly values by series as they stand now, and the targets measured by them. */
export interface Outcomes {
  readonly years: ReadonlyMap<string, readonly FiscalYearValue[]>;
  readonly targets: readonly JudgedTarget[];
  /** What others said of years that are over; absent for a series alone. */
  readonly claims?: readonly OthersClaim[];
}

function standardEvents(cases: readonly ForecastCase[]): JudgedEvent[] {
  return cases.flatMap(({ seriesId, originYear, horizon, happened, ours }) =>
    ours.probabilities.map((probability, i) => ({
      ...{ probability, happened: happened[i] === true, series: seriesId },
      event: `${seriesId} ${originYear + horizon}`,
    })),
  );
}

function isReached({ target, outcome }: JudgedTarget): boolean {
  if (!outcome) return false;
  return target.direction === 'up' ? outcome.value >= target.value : outcome.value <= target.value;
}

function targetEvents(entries: readonly DatedContent[], targets: readonly JudgedTarget[]): JudgedEvent[] {
  return targets
    .filter(({ outcome }) => outcome !== null)
    .flatMap((judged) =>
      vintagesOf(entries, judged).map(({ probability }) => ({
        ...{ probability, happened: isReached(judged), event: judged.target.id, series: judged.seriesId },
      })),
    );
}

/** P by the date of targets whose outcome is known: reached in any year not over on the day, up to the due one. */
function byDateEvents(entries: readonly DatedContent[], { years, targets }: Outcomes): JudgedEvent[] {
  return targets
    .filter(({ outcome }) => outcome !== null)
    .flatMap((judged) => {
      const { target, seriesId, dueYear } = judged;
      const came = years.get(seriesId) ?? [];
      return entries.flatMap(({ asOf, content }) =>
        content.probabilities
          .filter(({ targetId }) => targetId === target.id)
          .map(({ byDate }) => {
            const ahead = came.filter(({ fiscalYear, span }) => fiscalYear <= dueYear && span.end > asOf);
            const happened = ahead.some((outcome) => isReached({ ...judged, outcome }));
            return { probability: byDate, happened, event: target.id, series: seriesId };
          }),
      );
    });
}

/** P of each target as it was re-issued, with its outcome as the last where that is known. */
function pathsOf(entries: readonly DatedContent[], targets: readonly JudgedTarget[]): ProbabilityPath[] {
  return targets.map((judged) => {
    const { target, seriesId, outcome } = judged;
    const end = target.due[0]?.end ?? '';
    const settled = outcome ? [{ asOf: end, probability: Number(isReached(judged)) }] : [];
    return { targetId: target.id, seriesId, steps: [...vintagesOf(entries, judged), ...settled] };
  });
}

const kindWords = {
  published: 'Published before the outcome was known, and unchanged since.',
  replayed:
    'Replayed: what our present code would have said from what was known on each day. Nobody read it then, and the models were chosen knowing how it ended.',
} as const;

function sentenceOf(kind: RecordStream['kind'], entries: readonly DatedContent[], cases: number): string {
  if (entries.length === 0)
    return kind === 'published' ? 'Nothing is published yet.' : 'No earlier day knew enough to forecast from.';
  const size = `${entries.length} ${entries.length === 1 ? 'day' : 'days'} of forecasts, ${cases} forecast years have come.`;
  return `${kindWords[kind]} ${cases === 0 ? 'None of the years it forecasts has come yet: there is nothing to score.' : size}`;
}

/**
 * One kind of record scored: forecasts by horizon, probabilities by reliability and movement, targets beside both.
 *
 * @param entries  oldest first
 */
export function scoreStream(
  kind: RecordStream['kind'],
  entries: readonly DatedContent[],
  { years, targets, claims }: Outcomes,
): RecordStream {
  const cases = forecastCases(entries, years);
  return {
    kind,
    entries: entries.length,
    firstDay: entries.at(0)?.asOf ?? null,
    lastDay: entries.at(-1)?.asOf ?? null,
    horizons: scoreHorizons(cases),
    targetReliability: judgeReliability(targetEvents(entries, targets), 'probabilities of targets'),
    byDateReliability: judgeReliability(byDateEvents(entries, { years, targets }), 'probabilities by the date'),
    standardReliability: judgeReliability(standardEvents(cases), 'probabilities of standard thresholds'),
    movement: judgeMovement(pathsOf(entries, targets)),
    pastTargets: scorePastTargets(entries, targets),
    others: claims ? sideBySide(entries, claims) : null,
    landings: scoreLandings(entries, { years, targets }),
    sentence: sentenceOf(kind, entries, cases.length),
  };
}

/** The entries with the numbers of one series alone; entries without any are left out. */
export function entriesOfSeries(entries: readonly DatedContent[], seriesId: string): DatedContent[] {
  return entries
    .map(({ asOf, content }) => ({
      asOf,
      content: {
        codeVersion: content.codeVersion,
        forecasts: content.forecasts.filter((forecast) => forecast.seriesId === seriesId),
        probabilities: content.probabilities.filter((probability) => probability.seriesId === seriesId),
        landings: content.landings?.filter((landing) => landing.seriesId === seriesId) ?? [],
      },
    }))
    .filter(({ content }) => content.forecasts.length > 0 || content.probabilities.length > 0);
}
