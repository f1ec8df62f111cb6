import type { TargetVersion } from '@hadaf/store';
import { judgedReading } from '@hadaf/targets';
import { assessOne } from '../assess/assess-one.ts';
import type { TargetAssessment } from '../assess/target-assessment.ts';
import type { EngineDeps } from '../engine-deps.ts';
import type { ScenarioReport } from '../scenario/scenario-report.ts';
import { type Ledger, planOf, progressOf, seriesOf, variantsOf } from './evidence.ts';
import { forecastThrough, lastDueYear, type MadeForecast, yearsBeyondDue } from './forecast-series-of.ts';

/** The forecast of each series by its indicator; null where there is too little to forecast from. */
export type Forecasts = ReadonlyMap<string, MadeForecast | null>;

/** One forecast a series, far enough for every target that it measures. */
export async function forecastAll(
  deps: Pick<EngineDeps, 'forecaster' | 'settings'>,
  ledger: Ledger,
  targets: readonly TargetVersion[],
): Promise<Forecasts> {
  const made = [...ledger.series].map(async ([id, series]) => {
    const own = targets
      .filter(({ target }) => target.measure?.indicatorId === id)
      .map(({ target }) => judgedReading(target, ledger.asOf, series.indicator.calendar).target);
    const through = lastDueYear(series, own);
    return [id, through === null ? null : await forecastThrough(deps, series, through + yearsBeyondDue)] as const;
  });
  return new Map(await Promise.all(made));
}

/** An assessment with the answers to the scenarios of its target. */
export function withScenarios(assessment: TargetAssessment, scenarios: readonly ScenarioReport[]): TargetAssessment {
  const { report } = assessment;
  const own = scenarios.filter(({ targetId }) => targetId === report.targetId);
  return { ...assessment, report: { ...report, scenarios: own } };
}

/** The assessment of one target from what the ledger holds. Pure: same ledger, same assessment. */
export function assessFromLedger(
  ledger: Ledger,
  { target }: TargetVersion,
  targets: readonly TargetVersion[],
  forecasts: Forecasts,
): TargetAssessment {
  return assessOne({
    target,
    plan: planOf(ledger, target, targets),
    series: seriesOf(ledger, target),
    variants: variantsOf(ledger, target),
    progress: progressOf(ledger, target),
    claims: ledger.claims,
    annual: forecasts.get(target.measure?.indicatorId ?? '')?.annual ?? null,
    documents: ledger.documents,
    releases: ledger.releases,
    agencies: ledger.agencies ?? [],
    asOf: ledger.asOf,
  });
}
