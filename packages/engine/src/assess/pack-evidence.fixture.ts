import type { Pack } from '@hadaf/packs';
import { forecastWithGrowth } from '../fit/forecast-with-growth.ts';
import { bundledPackFolder, readPackFolder } from '../pack/read-pack-folder.ts';
import { annualRequest, forecastSettings, originYear } from './annual-forecast.ts';
import { assessOne } from './assess-one.ts';
import { type MeasuredSeries, measureSeries } from './measured-series.ts';
import type { TargetAssessment } from './target-assessment.ts';
import type { TargetEvidence } from './target-evidence.ts';

/** For tests: the pack that comes with Hadaf. */
export async function readBundledPack(): Promise<Pack> {
  const reading = await readPackFolder(bundledPackFolder());
  if (reading.kind === 'faulty') throw new Error(`the bundled pack has ${reading.count} faults`);
  return reading.pack;
}

/** For tests: one indicator of a pack as known on a day. */
export function packSeries(pack: Pack, indicatorId: string, asOf: string): MeasuredSeries {
  const indicator = pack.indicators.find(({ id }) => id === indicatorId);
  if (!indicator) throw new Error(`no indicator ${indicatorId}`);
  const own = pack.observations.filter((observation) => observation.indicatorId === indicatorId);
  return measureSeries(indicator, own, new Map(pack.documents.map((document) => [document.id, document])), asOf);
}

/** For tests: what is known about a target of a pack on a day, read without a store. */
export function packEvidence(pack: Pack, targetId: string, asOf: string): TargetEvidence {
  const target = pack.targets.find(({ id }) => id === targetId);
  if (!target) throw new Error(`no target ${targetId}`);
  const series = target.measure ? packSeries(pack, target.measure.indicatorId, asOf) : null;
  const request = series && annualRequest(series, 2030, forecastSettings);
  const forecast = request && forecastWithGrowth(request);
  const origin = series && originYear(series);
  const progress = `${target.indicatorId.replace(/_[^_]+$/, '')}_physical_progress`;
  return {
    target,
    plan: pack.plans.find((candidate) => candidate.targetId === targetId) ?? null,
    series,
    annual: forecast?.kind === 'forecast' && origin !== null ? { firstYear: origin + 1, forecast } : null,
    variants: pack.indicators
      .filter(({ variantOf }) => variantOf !== null && variantOf === target.measure?.indicatorId)
      .map(({ id }) => packSeries(pack, id, asOf)),
    progress: pack.indicators.some(({ id }) => id === progress) ? packSeries(pack, progress, asOf) : null,
    claims: pack.targets.filter(({ knownBy }) => knownBy <= asOf),
    documents: new Map(),
    asOf,
  };
}

/** For tests: the assessment of a target of a pack on a day. */
export function assessInPack(pack: Pack, targetId: string, asOf: string): TargetAssessment {
  return assessOne(packEvidence(pack, targetId, asOf));
}
