import { CodedError } from '@hadaf/platform';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { up as ledger } from '../migrations/0001-ledger.ts';
import { up as targets } from '../migrations/0002-targets.ts';
import { up as runs } from '../migrations/0003-runs.ts';
import { up as alerts } from '../migrations/0004-alerts.ts';
import { up as publications } from '../migrations/0005-publications.ts';
import { up as schedules } from '../migrations/0006-schedules.ts';
import { up as ledgerEntries } from '../migrations/0007-ledger-entries.ts';
import { up as ledgerReferences } from '../migrations/0008-ledger-references.ts';
import { up as claims } from '../migrations/0009-claims.ts';
import { up as packSchedule } from '../migrations/0010-pack-schedule.ts';
import { up as expectedRanges } from '../migrations/0011-expected-ranges.ts';
import { up as rangeObservations } from '../migrations/0012-range-observations.ts';
import { up as rangesByLength } from '../migrations/0013-ranges-by-length.ts';
import { up as packTerms } from '../migrations/0014-pack-terms.ts';
import { up as alertStates } from '../migrations/0015-alert-states.ts';
import { up as recordEntries } from '../migrations/0017-record-entries.ts';
import { up as replays } from '../migrations/0018-replays.ts';
import { up as scenarios } from '../migrations/0019-scenarios.ts';
import { up as assessmentProvenance } from '../migrations/0021-assessment-provenance.ts';
import { up as inquiries } from '../migrations/0022-inquiries.ts';
import { up as publicationEntries } from '../migrations/0023-publication-entries.ts';
import { up as definitionChanges } from '../migrations/0027-definition-changes.ts';
import { up as recordHashVersion } from '../migrations/0029-record-hash-version.ts';
import type { Schema } from '../schema.ts';
import { explainStoreError } from './store-error.ts';

/** Every migration, oldest first. One that is merged is frozen; a change is another one. */
const migrations: Record<string, Migration> = {
  '0001-ledger': { up: ledger },
  '0002-targets': { up: targets },
  '0003-runs': { up: runs },
  '0004-alerts': { up: alerts },
  '0005-publications': { up: publications },
  '0006-schedules': { up: schedules },
  '0007-ledger-entries': { up: ledgerEntries },
  '0008-ledger-references': { up: ledgerReferences },
  '0009-claims': { up: claims },
  '0010-pack-schedule': { up: packSchedule },
  '0011-expected-ranges': { up: expectedRanges },
  '0012-range-observations': { up: rangeObservations },
  '0013-ranges-by-length': { up: rangesByLength },
  '0014-pack-terms': { up: packTerms },
  '0015-alert-states': { up: alertStates },
  '0017-record-entries': { up: recordEntries },
  '0018-replays': { up: replays },
  '0019-scenarios': { up: scenarios },
  '0021-assessment-provenance': { up: assessmentProvenance },
  '0022-inquiries': { up: inquiries },
  '0023-publication-entries': { up: publicationEntries },
  '0027-definition-changes': { up: definitionChanges },
  '0029-record-hash-version': { up: recordHashVersion },
};

/** Whether these migrations and no others ran: what every command but the first finds, told without a lock. */
async function isCurrent(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql<{
    isThere: boolean;
  }>`select to_regclass('kysely_migration') is not null as "isThere"`.execute(db);
  if (!rows[0]?.isThere) return false;
  const ran = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return ran.rows.length === Object.keys(migrations).length && ran.rows.every(({ name }) => name in migrations);
}

/**
 * Brings the database to the newest schema; several processes may call it at once.
 *
 * @returns the names of the migrations this call ran
 * @throws CodedError STORE_NEWER when a newer Hadaf migrated the database, STORE_UNAVAILABLE when the server does not answer, MIGRATION_FAILED otherwise
 */
export async function migrate(db: Kysely<Schema>): Promise<string[]> {
  // What stands in the way of looking stands in the way of migrating, and is explained there.
  if (await isCurrent(db).catch(() => false)) return [];
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  // Migrations written side by side are merged in any order; each stands on the frozen ones before it only.
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error === undefined) return results.map((result) => result.migrationName);
  const message = error instanceof Error ? error.message : 'for an unknown reason';
  if (/corrupted migrations: previously executed migration .* is missing/.test(message)) {
    throw new CodedError('STORE_NEWER', 'a newer Hadaf migrated this database; update this checkout', { cause: error });
  }
  const explained = explainStoreError(error);
  if (explained instanceof CodedError) throw explained;
  throw new CodedError('MIGRATION_FAILED', `the database could not be migrated: ${message}`, { cause: error });
}
