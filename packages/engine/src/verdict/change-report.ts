import { describeSpan, type FiscalCalendar, type Observation } from '@hadaf/series';
import { type Db, findForecast, listAssessmentHistory, listTargetVersions } from '@hadaf/store';
import type { Target } from '@hadaf/targets';
import { z } from 'zod';
import type { TargetAssessment } from '../assess/target-assessment.ts';
import type { AddedReports, ChangeFigures } from './change-evidence.ts';

/** Why a number moved, by cause; the parts sum to the change of each figure. */
export interface ChangeReport {
  readonly targetId: string;
  readonly title: string;
  /** Of the central forecast. */
  readonly unit: string;
  readonly due: string;
  readonly from: ChangeFigures & { readonly asOf: string };
  readonly to: ChangeFigures & { readonly asOf: string };
  readonly parts: readonly (ChangeFigures & { readonly cause: ChangeCause })[];
  /** The largest move of P by another seed alone. */
  readonly seedNoise: number;
  /** What became known between the two days, oldest first. */
  readonly releases: readonly {
    readonly knownBy: string;
    readonly period: string;
    readonly value: number;
    readonly isRevision: boolean;
    readonly documentId: string;
  }[];
}

/** `model`: models, code, and rows loaded since that were public already. */
export type ChangeCause = 'new-data' | 'revisions' | 'target' | 'seed' | 'model';

/** The earlier side of a comparison; `stored` is null where no run left its number. */
export interface EarlierNumber {
  readonly asOf: string;
  readonly target: Target;
  readonly seed: number;
  readonly stored: ChangeFigures | null;
}

const storedRequest = z.object({ seed: z.number() });
const assessmentsRead = 50;

/** The newest number of a run that differs from the present one by its day or its value; null where there is none. */
export async function findEarlierNumber(db: Db, target: Target): Promise<EarlierNumber | null> {
  const [present, ...before] = (await listAssessmentHistory(db, target.id, assessmentsRead)).filter(
    ({ probability, forecastId }) => probability !== null && forecastId !== null,
  );
  const earlier = before.find(
    ({ vintage, probability }) => vintage !== present?.vintage || probability?.atDate !== present?.probability?.atDate,
  );
  if (!earlier?.probability || earlier.forecastId === null) return null;
  const forecast = await findForecast(db, earlier.forecastId);
  const version = (await listTargetVersions(db, target.id)).find(
    ({ version: number }) => number === earlier.targetVersion,
  );
  const request = storedRequest.safeParse(forecast?.request);
  // The engine wrote this detail itself.
  const { report } = earlier.detail as TargetAssessment;
  const central = report.figures.find(({ label }) => label === 'Expected value')?.value;
  if (!version || !request.success || central == null) return null;
  return {
    asOf: earlier.vintage,
    target: version.target,
    seed: request.data.seed,
    stored: { probability: earlier.probability.atDate, central },
  };
}

/** The reports that became known, oldest first. */
export function releasesOf({ newData, revisions }: AddedReports, calendar: FiscalCalendar): ChangeReport['releases'] {
  const line = (isRevision: boolean) => (report: Observation) => ({
    ...{ knownBy: report.knownBy, period: describeSpan(report, calendar), value: report.value, isRevision },
    documentId: report.documentId,
  });
  return [...newData.map(line(false)), ...revisions.map(line(true))].toSorted(
    (a, b) => a.knownBy.localeCompare(b.knownBy) || a.period.localeCompare(b.period),
  );
}
