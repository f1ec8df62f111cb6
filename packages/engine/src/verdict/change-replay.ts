import { changesInForce, type Indicator, type IsoDate, type SourceDocument } from '@hadaf/series';
import { getIndicator, listDocuments, type RecordedReport } from '@hadaf/store';
import { attainment, type Target } from '@hadaf/targets';
import type { ForecastSettings } from '../assess/annual-forecast.ts';
import { goalProbability, outlookPeriods } from '../assess/due-outlook.ts';
import { judgedGoal } from '../assess/judged-goal.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { EngineDeps } from '../engine-deps.ts';
import { forecastThrough } from '../run/forecast-series-of.ts';
import type { ChangeFigures } from './change-report.ts';
import type { Side } from './change-sides.ts';
import { type MeasureOnce, measureOnce } from './remembered-series.ts';

/** What decides a number: the reports counted, the claim with how far its series is forecast, and the settings. */
export interface ReplayState {
  readonly reports: readonly RecordedReport[];
  readonly target: Target;
  readonly through: number;
  readonly settings: ForecastSettings;
  /** The day whose definitions count. */
  readonly definedOn: IsoDate;
}

/** Replays states between two ends; those that forecast from the same numbers are forecast once. */
export interface ChangeReplay {
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** P and the middle of the forecast; of a year whose total is known, the outcome itself; null where there is neither. */
  figures(state: ReplayState): Promise<ChangeFigures | null>;
  /** Equal for states that forecast from the same numbers. */
  fingerprint(state: ReplayState): string;
  series(state: Pick<ReplayState, 'target' | 'reports' | 'definedOn'>): MeasuredSeries | null;
}

/** `measure`: shared by the targets of a shard, which replay the same reports. */
export type ReplayDeps = Pick<EngineDeps, 'db' | 'forecaster'> & { readonly measure?: MeasureOnce };

async function figuresOf(
  { forecaster }: ReplayDeps,
  series: MeasuredSeries | null,
  { target, settings, through }: ReplayState,
): Promise<ChangeFigures | null> {
  const goal = series && judgedGoal(series, target);
  if (!series || !goal) return null;
  const known = series.years.find(({ fiscalYear }) => fiscalYear === goal.fiscalYear);
  if (known) {
    const { reached } = attainment({ value: goal.value, direction: target.direction }, known.value);
    return { probability: reached ? 1 : 0, central: known.value };
  }
  const made = await forecastThrough({ forecaster, settings }, series, through);
  const probability = goalProbability(series, made?.annual ?? null, goal);
  const due = outlookPeriods(series, made?.annual ?? null).find(({ fiscalYear }) => fiscalYear === goal.fiscalYear);
  return probability.kind === 'known' && due ? { probability: probability.atDate, central: due.median } : null;
}

/** Opens the replay of all states between two ends. */
export async function openChangeReplay(deps: ReplayDeps, from: Side, to: Side): Promise<ChangeReplay> {
  const ids = [...new Set([from, to].flatMap(({ target }) => target.measure?.indicatorId ?? []))];
  const found = await Promise.all(ids.map((id) => getIndicator(deps.db, id)));
  const indicators = new Map(found.map((indicator) => [indicator.id, indicator]));
  const reports = [from, to].flatMap(({ known }) => [...known.ledger.values()]);
  const cited = [...new Set(reports.map(({ observation }) => observation.documentId))];
  const documents = new Map<string, SourceDocument>(
    (await listDocuments(deps.db, cited)).map((document) => [document.id, document]),
  );
  // Each end's reports are public on its own day; the later day hides none of them.
  const asOf = [from.known.asOf, to.known.asOf].toSorted().at(-1) ?? to.known.asOf;
  const { measure = measureOnce() } = deps;
  const series: ChangeReplay['series'] = ({ target, reports: counted, definedOn }) => {
    const indicator = indicators.get(target.measure?.indicatorId ?? '');
    if (!indicator) return null;
    const changes = changesInForce(indicator, definedOn);
    const defined = indicator.changes ? { ...indicator, changes } : indicator;
    return measure({ indicator: defined, reports: counted, documents, asOf });
  };
  const fingerprint: ChangeReplay['fingerprint'] = (state) => {
    const { indicator, years, landing } = series(state) ?? {};
    const totals = years?.map(({ fiscalYear, value, halfWidth }) => [fiscalYear, value, halfWidth]);
    const { target, settings, through } = state;
    return JSON.stringify([indicator?.id, indicator?.changes, totals, landing, target, settings, through]);
  };
  const made = new Map<string, Promise<ChangeFigures | null>>();
  const figures: ChangeReplay['figures'] = (state) => {
    const key = fingerprint(state);
    const known = made.get(key) ?? figuresOf(deps, series(state), state);
    made.set(key, known);
    return known;
  };
  return { indicators, figures, fingerprint, series };
}
