import type { IsoDate } from '@hadaf/series';
import type { Status } from '@hadaf/targets';
import type { Db } from '../connection/open-store.ts';

export interface NewAssessment {
  readonly targetId: string;
  readonly targetVersion: number;
  /** The data are those public by this day. */
  readonly vintage: IsoDate;
  /** Of all that decides the result beside target and vintage: data, methods, models, seed, code. */
  readonly configHash: string;
  readonly status: Status;
  readonly reason: string;
  readonly probability: { readonly atDate: number; readonly byDate: number } | null;
  readonly forecastId: string | null;
  /** The rest of the result, as JSON. */
  readonly detail: unknown;
  /** What made it; null of one made before this was kept. */
  readonly provenance: Provenance | null;
}

/** Code, settings and ledger that made an assessment: what a replay of it starts from. */
export interface Provenance {
  readonly codeVersion: string;
  readonly settings: unknown;
  /** The newest row of the ledger's observations it could rest on. */
  readonly ledgerMark: string;
}

export interface StoredAssessment extends NewAssessment {
  readonly id: string;
  readonly createdAt: string;
}

function selectAssessments(db: Db) {
  return db
    .selectFrom('assessment')
    .select(['assessment.id', 'assessment.target_id', 'target_version', 'vintage', 'config_hash', 'status', 'reason'])
    .select(['probability_at_date', 'probability_by_date', 'forecast_id', 'detail', 'assessment.created_at'])
    .select(['code_version', 'settings', 'ledger_mark']);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAssessments>['executeTakeFirstOrThrow']>>;

function toAssessment(row: Row): StoredAssessment {
  const { probability_at_date: atDate, probability_by_date: byDate } = row;
  return {
    ...{ id: row.id, targetId: row.target_id, targetVersion: row.target_version, vintage: row.vintage },
    ...{ configHash: row.config_hash, status: row.status, reason: row.reason },
    probability: atDate === null || byDate === null ? null : { atDate, byDate },
    ...{ forecastId: row.forecast_id, detail: row.detail, createdAt: row.created_at },
    provenance:
      row.code_version === null || row.ledger_mark === null
        ? null
        : { codeVersion: row.code_version, settings: row.settings, ledgerMark: row.ledger_mark },
  };
}

/**
 * Stores an assessment once per target, vintage and configuration, and makes it the run's. Twice changes nothing; an
 * equal one of an earlier run is used again.
 */
export async function insertAssessment(
  db: Db,
  runId: string,
  assessment: NewAssessment,
): Promise<{ id: string; isNew: boolean }> {
  const { targetId, vintage, configHash, status, reason, probability, provenance } = assessment;
  const inserted = await db
    .insertInto('assessment')
    .values({
      ...{ run_id: runId, target_id: targetId, target_version: assessment.targetVersion, vintage },
      ...{ config_hash: configHash, status, reason, forecast_id: assessment.forecastId },
      probability_at_date: probability?.atDate ?? null,
      probability_by_date: probability?.byDate ?? null,
      detail: JSON.stringify(assessment.detail),
      code_version: provenance?.codeVersion ?? null,
      settings: provenance ? JSON.stringify(provenance.settings) : null,
      ledger_mark: provenance?.ledgerMark ?? null,
    })
    .onConflict((conflict) => conflict.columns(['target_id', 'vintage', 'config_hash']).doNothing())
    .returning('id')
    .executeTakeFirst();
  const { id } = await selectAssessments(db)
    .where('target_id', '=', targetId)
    .where('vintage', '=', vintage)
    .where('config_hash', '=', configHash)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('run_assessment')
    .values({ run_id: runId, target_id: targetId, assessment_id: id })
    .onConflict((conflict) => conflict.columns(['run_id', 'target_id']).doNothing())
    .execute();
  return { id, isNew: inserted !== undefined };
}

/** What a run found, by target; as many as the pack has targets. */
export async function listAssessments(db: Db, runId: string): Promise<StoredAssessment[]> {
  const rows = await selectAssessments(db)
    .innerJoin('run_assessment', 'run_assessment.assessment_id', 'assessment.id')
    .where('run_assessment.run_id', '=', runId)
    .orderBy('assessment.target_id')
    .execute();
  return rows.map(toAssessment);
}

/** The newest assessments of one target, newest first. */
export async function listAssessmentHistory(db: Db, targetId: string, limit: number): Promise<StoredAssessment[]> {
  const rows = await selectAssessments(db)
    .where('assessment.target_id', '=', targetId)
    .orderBy('vintage', 'desc')
    .orderBy('assessment.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toAssessment);
}

/** What one run found about one target. */
export async function findAssessmentOfRun(
  db: Db,
  runId: string,
  targetId: string,
): Promise<StoredAssessment | undefined> {
  const row = await selectAssessments(db)
    .innerJoin('run_assessment', 'run_assessment.assessment_id', 'assessment.id')
    .where('run_assessment.run_id', '=', runId)
    .where('run_assessment.target_id', '=', targetId)
    .executeTakeFirst();
  return row && toAssessment(row);
}
