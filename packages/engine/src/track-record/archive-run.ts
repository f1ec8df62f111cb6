import { fiscalYearOf, type Indicator } from '@hadaf/series';
import {
  appendRecord,
  type Db,
  findChainEnd,
  listForecasts,
  listIndicators,
  listTargetVersions,
  type Run,
  type StoredAssessment,
  type StoredForecast,
} from '@hadaf/store';
import { z } from 'zod';
import type { TargetAssessment } from '../assess/target-assessment.ts';
import { byText } from '../by-text.ts';
import type { EngineDeps } from '../engine-deps.ts';
import type { RecordHead } from '../report.ts';
import type { RecordContent, RecordedForecast, RecordedLanding, RecordedProbability } from './record-content.ts';
import { recordedLandings } from './recorded-landings.ts';

/** The engine wrote it itself; what older code stored may lack a calibration. */
const storedRequest = z.object({
  values: z.array(z.number()),
  logStandardDeviations: z.array(z.number()).optional(),
  seed: z.number(),
  paths: z.number(),
  calibration: z.custom<NonNullable<RecordedForecast['calibration']>>((value) => value instanceof Object).optional(),
});

function recordedForecast(forecast: StoredForecast, { calendar }: Indicator): RecordedForecast {
  const { values, seed, paths, calibration = null, logStandardDeviations } = storedRequest.parse(forecast.request);
  const lastLogStandardDeviation = logStandardDeviations?.at(-1) ?? 0;
  const { seriesId, origin, periodEnds, levels, quantiles, median, models } = forecast;
  const weights = Object.fromEntries(
    models.filter(({ weight }) => weight > 0).map(({ name, weight }) => [name, weight]),
  );
  const numbers = { values, lastLogStandardDeviation, levels, quantiles, median, calibration, seed, paths };
  return { seriesId, originYear: fiscalYearOf(origin, calendar), periodEnds, weights, ...numbers };
}

async function recordedProbability(
  db: Db,
  { targetId, targetVersion, probability }: StoredAssessment,
  indicators: ReadonlyMap<string, Indicator>,
): Promise<RecordedProbability[]> {
  const versions = await listTargetVersions(db, targetId);
  const target = versions.find(({ version }) => version === targetVersion)?.target;
  const indicator = indicators.get(target?.measure?.indicatorId ?? '');
  const due = target?.due[0];
  if (!probability || !target || !indicator || !due) return [];
  const { value: threshold, direction } = target;
  const dueYear = fiscalYearOf(due.end, indicator.calendar);
  return [{ targetId, targetVersion, seriesId: indicator.id, dueYear, threshold, direction, ...probability }];
}

function landingsOf(found: readonly StoredAssessment[]): RecordedLanding[] {
  const told = found.map(({ targetId, targetVersion, detail }) => {
    // The engine wrote it itself; what older code stored has no landings.
    const { landings = [] } = detail as TargetAssessment;
    return { targetId, targetVersion, landings };
  });
  return recordedLandings(told.toSorted((a, b) => byText(a.targetId, b.targetId)));
}

/**
 * Adds what a run forecasts to the record, once, in the transaction that publishes it.
 *
 * @returns the head of the chain then, to be published with the run: it shows later that nothing before was taken away
 */
export async function archiveRun(
  db: Db,
  { codeVersion }: Pick<EngineDeps, 'codeVersion'>,
  run: Run,
  found: readonly StoredAssessment[],
): Promise<RecordHead> {
  const indicators = new Map((await listIndicators(db, run.packId)).map((indicator) => [indicator.id, indicator]));
  const ids = [...new Set(found.flatMap(({ forecastId }) => forecastId ?? []))];
  const forecasts = (await listForecasts(db, ids)).flatMap((forecast) => {
    const indicator = indicators.get(forecast.seriesId);
    return indicator ? [recordedForecast(forecast, indicator)] : [];
  });
  const probabilities: RecordedProbability[] = [];
  for (const assessment of found.filter(({ probability }) => probability !== null)) {
    probabilities.push(...(await recordedProbability(db, assessment, indicators)));
  }
  const content: RecordContent = {
    codeVersion,
    forecasts: forecasts.toSorted((a, b) => byText(a.seriesId, b.seriesId)),
    probabilities: probabilities.toSorted((a, b) => byText(a.targetId, b.targetId)),
    landings: landingsOf(found),
  };
  const { packId, id: runId, asOf } = run;
  await appendRecord(db, [{ packId, kind: 'published', runId, asOf, content }]);
  const { sequence: entries, chainHash: head } = await findChainEnd(db, packId, 'published');
  return { entries, head };
}
