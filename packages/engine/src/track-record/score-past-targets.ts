import type { FiscalYearValue, IsoDate } from '@hadaf/series';
import { scorePastTarget, type Target } from '@hadaf/targets';
import { driftMedian, scaleOf } from './forecast-cases.ts';
import type { DatedContent, RecordedForecast } from './record-content.ts';
import type { PastTargetScoreRow } from './record-report.ts';

/** A target, and the outcome of its year where it is known. */
export interface JudgedTarget {
  readonly target: Target;
  readonly seriesId: string;
  readonly dueYear: number;
  readonly unit: string;
  readonly outcome: FiscalYearValue | null;
}

export interface DatedProbability {
  readonly asOf: IsoDate;
  readonly probability: number;
}

/** P at the date of one target at each entry, oldest first. */
export function vintagesOf(entries: readonly DatedContent[], { target }: JudgedTarget): DatedProbability[] {
  return entries.flatMap(({ asOf, content }) =>
    content.probabilities
      .filter(({ targetId }) => targetId === target.id)
      .map(({ atDate }) => ({ asOf, probability: atDate })),
  );
}

/** The first forecast made since the target was known and before its period ended, of its year or of the year in progress. */
export function firstForecastSince(entries: readonly DatedContent[], { target, seriesId, dueYear }: JudgedTarget) {
  for (const { asOf, content } of entries) {
    if (asOf < target.knownBy || asOf >= (target.due[0]?.end ?? '')) continue;
    const forecast = content.forecasts.find((one) => one.seriesId === seriesId && one.originYear <= dueYear);
    if (forecast) return { asOf, forecast };
  }
  return null;
}

/** What was told of a year: the middle forecast; of the year in progress, where it was to land. */
export function toldOf(forecast: RecordedForecast, year: number): number | null {
  const { median, values, originYear } = forecast;
  return (year === originYear ? values.at(-1) : median[year - originYear - 1]) ?? null;
}

/** The drift benchmark's forecast of a year; of the year in progress, from the reported years alone. */
export function driftOf(forecast: RecordedForecast, year: number): number | null {
  const { values, originYear } = forecast;
  if (year !== originYear) return driftMedian(forecast, year);
  return driftMedian({ ...forecast, values: values.slice(0, -1), originYear: originYear - 1 }, year);
}

function compare(
  entries: readonly DatedContent[],
  judged: JudgedTarget,
  outcome: number,
): PastTargetScoreRow['comparison'] {
  const first = firstForecastSince(entries, judged);
  const ours = first && toldOf(first.forecast, judged.dueYear);
  const benchmark = first && driftOf(first.forecast, judged.dueYear);
  const scale = first ? scaleOf(first.forecast) : 0;
  if (!first || ours === null || benchmark === null || !(scale > 0)) return null;
  const error = (said: number) => Math.abs(said - outcome) / scale;
  return {
    ...{ asOf: first.asOf, ours, benchmark, errorOfTarget: error(judged.target.value) },
    ...{ errorOfOurs: error(ours), errorOfBenchmark: error(benchmark) },
  };
}

/** Targets whose year is known: as point forecasts beside ours and the benchmark's, and as events beside our P. */
export function scorePastTargets(
  entries: readonly DatedContent[],
  targets: readonly JudgedTarget[],
): PastTargetScoreRow[] {
  return targets.flatMap((judged) => {
    const { target, outcome, unit } = judged;
    if (!outcome) return [];
    const vintages = vintagesOf(entries, judged);
    const comparison = compare(entries, judged, outcome.value);
    if (!comparison && vintages.length === 0) return [];
    const { share, reached, missVisibleSince, missVisibleDays } = scorePastTarget(target, outcome.value, vintages);
    const { id: targetId, title, announcedBy, standing, knownBy, value: targetValue } = target;
    return {
      ...{ targetId, title, announcedBy, standing, knownBy, targetValue, unit, share, reached },
      ...{ dueLabel: target.due[0]?.label ?? '', outcome: outcome.value },
      ...{ comparison, vintages, missVisibleSince, missVisibleDays },
    };
  });
}
