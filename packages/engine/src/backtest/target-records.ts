import { brierScore } from '@hadaf/evaluation';
import type { Calibration } from '@hadaf/models';
import type { Indicator, IsoDate, Observation } from '@hadaf/series';
import { scorePastTarget, type Target, type VintageProbability } from '@hadaf/targets';
import { type AnnualForecast, annualRequest, type ForecastSettings, originYear } from '../assess/annual-forecast.ts';
import { goalProbability } from '../assess/due-outlook.ts';
import { judgedGoal, judgedOutcome } from '../assess/judged-goal.ts';
import { type MeasuredSeries, measureSeries } from '../assess/measured-series.ts';
import type { ReportedSeries } from '../calibration/yearly-pool.ts';
import { forecastWithGrowth } from '../fit/forecast-with-growth.ts';
import { daysOfNews } from './annual-vintages.ts';
import type { TargetRecord } from './backtest-report.ts';

/** What the forecasts of a series rest on. */
export interface SeriesPast {
  readonly indicator: Indicator;
  readonly observations: readonly Observation[];
  readonly asOf: IsoDate;
  readonly settings: ForecastSettings;
  /** Every series of the pack, the indicator's own among them: what calibrations are learned from. */
  readonly reported: readonly ReportedSeries[];
}

interface DayView {
  readonly series: MeasuredSeries;
  readonly annual: AnnualForecast | null;
}

/** The forecast that would have been published on a day, through a year. */
function viewOn(past: SeriesPast, day: IsoDate, throughYear: number, calibration: Calibration): DayView {
  const { indicator, observations, settings } = past;
  const series = measureSeries(indicator, observations, new Map(), day);
  const request = annualRequest(series, throughYear, { ...settings, calibration });
  const forecast = request ? forecastWithGrowth(request) : null;
  const origin = originYear(series);
  const annual = forecast?.kind === 'forecast' && origin !== null ? { firstYear: origin + 1, forecast } : null;
  return { series, annual };
}

function isDated({ kind, due }: Target): boolean {
  return kind === 'level' && due.length > 0;
}

/** The day a target became known, and every later day with news before its period ended. */
function vintageDays(past: SeriesPast, { knownBy, due }: Target): IsoDate[] {
  const [until = past.asOf] = [due[0]?.end ?? '', past.asOf].toSorted();
  return knownBy < until ? [knownBy, ...daysOfNews(past.observations, knownBy, until)] : [];
}

function recordOf(past: SeriesPast, target: Target, viewOf: (day: IsoDate) => DayView): TargetRecord {
  const vintages = vintageDays(past, target).flatMap((day): VintageProbability[] => {
    const { series, annual } = viewOf(day);
    const goal = judgedGoal(series, target);
    const known = goal ? goalProbability(series, annual, goal) : null;
    return known?.kind === 'known' ? [{ asOf: day, probability: known.atDate }] : [];
  });
  const judged = judgedOutcome(measureSeries(past.indicator, past.observations, new Map(), past.asOf), target);
  const outcome = judged?.outcome?.value ?? null;
  const score = judged === null || outcome === null ? null : scorePastTarget(judged.target, outcome, vintages);
  const first = vintages[0];
  return {
    targetId: target.id,
    title: target.title,
    due: target.due[0]?.label ?? '',
    value: judged?.target.value ?? target.value,
    vintages,
    outcome: outcome === null || score === null ? null : { value: outcome, reached: score.reached },
    brier:
      score?.brier == null || !first
        ? null
        : { announced: brierScore([{ probability: first.probability, happened: score.reached }]), last: score.brier },
    missVisibleSince: score?.missVisibleSince ?? null,
  };
}

/** P at each vintage of every dated target of the series' level: forecasts as they would have been published that day. */
export function recordTargets(
  past: SeriesPast,
  targets: readonly Target[],
  calibrationOn: (asOf: IsoDate) => Calibration,
): TargetRecord[] {
  const dated = targets.filter(isDated);
  const now = measureSeries(past.indicator, past.observations, new Map(), past.asOf);
  const throughYear = Math.max(0, ...dated.flatMap((target) => judgedGoal(now, target)?.fiscalYear ?? []));
  const views = new Map<IsoDate, DayView>();
  const viewOf = (day: IsoDate): DayView => {
    const view = views.get(day) ?? viewOn(past, day, throughYear, calibrationOn(day));
    views.set(day, view);
    return view;
  };
  return dated.map((target) => recordOf(past, target, viewOf));
}
