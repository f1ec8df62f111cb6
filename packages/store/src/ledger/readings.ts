import { CodedError } from '@hadaf/platform';
import type { Observation } from '@hadaf/series';
import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';
import { hashesOf } from './observation-hash.ts';

/** Our newest reading of a fact. */
export interface Reading {
  /** Names the fact: the first half of its hash, the same in every database. */
  readonly id: string;
  readonly version: number;
  readonly packId: string;
  readonly observation: Observation;
  /** The person whose reading it is; empty where it is the source's. */
  readonly overruledBy: string;
}

const shortest = 8;
const idDigits = 32;

/** The id of the fact an observation states. */
export function readingIdOf(observation: Observation): string {
  return hashesOf(observation).fact.slice(0, idDigits);
}

function selectReadings(db: Db) {
  return db
    .selectFrom('observation as o')
    .innerJoin('indicator as i', 'i.id', 'o.indicator_id')
    .distinctOn('o.fact_hash')
    .select(['o.version', 'i.pack_id as packId', 'o.overruled_by as overruledBy', 'o.fact_hash'])
    .select(['o.indicator_id as indicatorId', 'o.period_start as start', 'o.period_end as end', 'o.value'])
    .select(['o.qualifier', 'o.half_width as halfWidth', 'o.agency', 'o.document_id as documentId'])
    .select(['o.published_on as publishedOn', 'o.known_by as knownBy', 'o.known_by_basis as knownByBasis'])
    .select(['o.status', 'o.note'])
    .orderBy('o.fact_hash')
    .orderBy('o.version', 'desc');
}

type Row = Awaited<ReturnType<ReturnType<typeof selectReadings>['execute']>>[number];

function toReading({ version, packId, overruledBy, fact_hash, ...observation }: Row): Reading {
  return { id: fact_hash.toString('hex').slice(0, idDigits), version, packId, overruledBy, observation };
}

function comparePeriods({ observation: a }: Reading, { observation: b }: Reading): number {
  const key = (o: Observation) => `${o.end} ${o.start} ${o.knownBy} ${o.documentId}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.value - b.value;
}

/** Every fact on record about an indicator in our newest reading, by period and the day it became known. */
export async function listReadings(db: Db, indicatorId: string): Promise<Reading[]> {
  const rows = await selectReadings(db).where('o.indicator_id', '=', indicatorId).execute();
  return rows.map(toReading).toSorted(comparePeriods);
}

/**
 * The reading whose id starts so.
 *
 * @throws CodedError OBSERVATION_NOT_FOUND, REQUEST_INVALID where the id is too short to name one
 */
export async function getReading(db: Db, id: string): Promise<Reading> {
  if (!/^[0-9a-f]+$/.test(id) || id.length < shortest || id.length > 64) {
    throw new CodedError('REQUEST_INVALID', `an observation's id is ${shortest} or more of the digits 0-9 and a-f`);
  }
  const rows = await selectReadings(db)
    .where(sql<boolean>`encode(o.fact_hash, 'hex') like ${`${id}%`}`)
    .limit(2)
    .execute();
  const [row, other] = rows;
  if (!row) throw new CodedError('OBSERVATION_NOT_FOUND', `no observation ${id}`);
  if (other) throw new CodedError('REQUEST_INVALID', `more than one observation starts with ${id}; write more of it`);
  return toReading(row);
}

/** What the source itself last read of a fact a person may have overruled since. */
export async function getSourceReading(db: Db, reading: Reading): Promise<Reading> {
  const { fact } = hashesOf(reading.observation);
  const row = await selectReadings(db)
    .where('o.fact_hash', '=', Buffer.from(fact, 'hex'))
    .where('o.overruled_by', '=', '')
    .executeTakeFirstOrThrow();
  return toReading(row);
}

/** Adds a person's reading of a fact as its next version. @returns the version */
export async function insertOverruling(db: Db, observation: Observation, overruledBy: string): Promise<number> {
  const { fact, content } = hashesOf(observation);
  const { rows } = await sql<{ version: number }>`
    insert into observation (fact_hash, version, content_hash, indicator_id, period_start, period_end, value, qualifier,
      half_width, agency, document_id, published_on, known_by, known_by_basis, status, note, overruled_by)
    select fact_hash, version + 1, decode(${content}, 'hex'), indicator_id, period_start, period_end, value, qualifier,
      half_width, agency, document_id, published_on, known_by, known_by_basis, ${observation.status},
      ${observation.note}, ${overruledBy}
    from observation where fact_hash = decode(${fact}, 'hex') order by version desc limit 1
    returning version`.execute(db);
  return rows[0]?.version ?? 0;
}
