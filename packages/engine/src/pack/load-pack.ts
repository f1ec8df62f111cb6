import { createHash } from 'node:crypto';
import type { Fault, Pack } from '@hadaf/packs';
import { CodedError } from '@hadaf/platform';
import type { StatedRelease } from '@hadaf/series';
import {
  type Db,
  findPack,
  insertObservations,
  insertPackItems,
  insertPlans,
  insertTargets,
  lockLedger,
  type PackItem,
  replaceExpectedRanges,
  upsertDocuments,
  upsertIndicators,
  upsertPack,
} from '@hadaf/store';
import { readPackFolder } from './read-pack-folder.ts';

/** What loading a pack changed; all zero where it was loaded already. */
export interface PackChanges {
  readonly documents: number;
  readonly indicators: number;
  readonly observations: number;
  readonly targets: number;
  readonly plans: number;
  readonly claims: number;
  readonly conflicts: number;
  readonly scenarios: number;
}

export interface LoadedPack {
  readonly pack: Pack;
  readonly isChanged: boolean;
  readonly changes: PackChanges;
}

const nothing: PackChanges = {
  documents: 0,
  indicators: 0,
  observations: 0,
  targets: 0,
  plans: 0,
  claims: 0,
  conflicts: 0,
  scenarios: 0,
};

/** `observations.csv row 12, value: is no number ("2.82bn"); write 2820` */
export function faultLine({ file, row, field, value, problem, mend }: Fault): string {
  const where = [file, row === null ? '' : ` row ${row}`, field === null ? '' : `, ${field}`].join('');
  return `${where}: ${problem}${value === '' ? '' : ` ("${value}")`}; ${mend}`;
}

/** Raised when loading stores more of a pack than before, so that packs on record are loaded again. */
const loaderVersion = 5;

function digestOf(pack: Pack): string {
  return createHash('sha256')
    .update(JSON.stringify([loaderVersion, pack]))
    .digest('hex');
}

function itemsOf(things: readonly { readonly id: string }[]): PackItem[] {
  return things.map((detail) => ({ id: detail.id, detail }));
}

/** One release date an indicator and period, as one document states it. */
function releaseItem(release: StatedRelease): PackItem {
  const { indicatorId, start, end, documentId } = release;
  return { id: [indicatorId, start, end, documentId].join(' '), detail: release };
}

async function store(db: Db, pack: Pack, contentHash: string): Promise<PackChanges> {
  await upsertPack(db, { id: pack.id, title: pack.title, contentHash, schedule: pack.schedule });
  const documents = await upsertDocuments(db, pack.documents);
  const indicators = await upsertIndicators(db, pack.id, pack.indicators);
  await replaceExpectedRanges(db, pack.id, pack.expectedRanges);
  await insertPackItems(db, 'agency', pack.id, itemsOf(pack.agencies));
  await insertPackItems(db, 'alert_rule', pack.id, itemsOf(pack.alertRules));
  await insertPackItems(db, 'stated_release', pack.id, pack.releases.map(releaseItem));
  return {
    documents,
    indicators,
    observations: await insertObservations(db, pack.observations),
    targets: await insertTargets(db, pack.id, pack.targets),
    plans: await insertPlans(db, pack.plans),
    claims: await insertPackItems(db, 'claim', pack.id, itemsOf(pack.claims)),
    conflicts: await insertPackItems(db, 'conflict', pack.id, itemsOf(pack.conflicts)),
    scenarios: await insertPackItems(db, 'pack_scenario', pack.id, itemsOf(pack.scenarios)),
  };
}

/**
 * Loads the pack in a folder, all of it or nothing. Loading it again changes nothing.
 *
 * @throws CodedError PACK_INVALID with a line for every fault, PACK_NOT_FOUND
 */
export async function loadPack(db: Db, folder: string): Promise<LoadedPack> {
  const reading = await readPackFolder(folder);
  if (reading.kind === 'faulty') {
    const faults = reading.faults.map(faultLine);
    const counted = `${reading.count} ${reading.count === 1 ? 'fault' : 'faults'}`;
    throw new CodedError('PACK_INVALID', `${folder} has ${counted}; nothing was loaded`, { faults });
  }
  const { pack } = reading;
  const contentHash = digestOf(pack);
  return db.transaction().execute(async (transaction) => {
    await lockLedger(transaction);
    const stored = await findPack(transaction, pack.id);
    if (stored?.contentHash === contentHash) return { pack, isChanged: false, changes: nothing };
    return {
      pack,
      isChanged: true,
      changes: await store(transaction, pack, contentHash),
    };
  });
}
