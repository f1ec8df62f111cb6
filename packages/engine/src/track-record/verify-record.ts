import {
  type ChainCheck,
  checkRecordChain,
  type Db,
  listDocumentParts,
  listUnrecordedRuns,
  type NotedHead,
  type RecordKind,
} from '@hadaf/store';
import { z } from 'zod';
import { indexPath } from '../run/compose-reports.ts';
import { recordPath } from './keep-record.ts';

/** A head with where it was noted, in words. */
export interface WitnessedHead extends NotedHead {
  readonly notedBy: string;
}

/** Whether the record of a pack is what was recorded. */
export interface RecordCheck {
  readonly packId: string;
  readonly isWhole: boolean;
  readonly chains: readonly (ChainCheck<WitnessedHead> & { readonly witnesses: number })[];
  /** Runs that were published and are in no entry. */
  readonly unrecordedRuns: readonly { readonly id: string; readonly asOf: string }[];
  /** The head given by who asks; null where none was. */
  readonly asked: { readonly head: string; readonly isHeld: boolean } | null;
}

const hex = z.string().min(1);
const runHead = z.object({ entries: z.number(), head: hex });
const chainHeads = z.array(
  z.object({ kind: z.enum(['published', 'replayed']), entries: z.number(), head: hex.nullable() }),
);

/** Every head the published documents of a pack hold: each run's index, and each record. */
async function witnessedHeads(db: Db, packId: string): Promise<Record<RecordKind, WitnessedHead[]>> {
  const heads: Record<RecordKind, WitnessedHead[]> = { published: [], replayed: [] };
  for (const { runId, asOf, part } of await listDocumentParts(db, { packId, path: indexPath, key: 'record' })) {
    heads.published.push({ ...runHead.parse(part), notedBy: `the index of run ${runId} of ${asOf}` });
  }
  for (const { runId, asOf, part } of await listDocumentParts(db, { packId, path: recordPath, key: 'chains' })) {
    for (const { kind, entries, head } of chainHeads.parse(part))
      if (head !== null) heads[kind].push({ entries, head, notedBy: `the record of run ${runId} of ${asOf}` });
  }
  return heads;
}

/**
 * Whether every entry of a pack's record is what was recorded, and none is gone: each chain by its own hashes and by the
 * heads that published documents note, the published one also by its runs. Who may rewrite entries may rewrite those
 * documents; a head noted elsewhere shows that too.
 *
 * @param asked  such a head
 */
export async function verifyRecord(db: Db, packId: string, asked: string | null = null): Promise<RecordCheck> {
  const heads = await witnessedHeads(db, packId);
  const own: WitnessedHead[] = asked === null ? [] : [{ entries: null, head: asked, notedBy: 'who asks' }];
  const isOwn = (noted: WitnessedHead) => own.includes(noted);
  const published = await checkRecordChain(db, packId, 'published', [...heads.published, ...own]);
  const replayed = await checkRecordChain(db, packId, 'replayed', [...heads.replayed, ...own]);
  const isHeld = [published, replayed].some(({ lost }) => !lost.some(isOwn));
  const chains = [published, replayed].map((chain) => {
    return { ...chain, lost: chain.lost.filter((noted) => !isOwn(noted)), witnesses: heads[chain.kind].length };
  });
  const unrecordedRuns = await listUnrecordedRuns(db, packId);
  const isUntouched = chains.every(({ fault, lost }) => fault === null && lost.length === 0);
  return {
    ...{ packId, isWhole: isUntouched && unrecordedRuns.length === 0 && isHeld, chains, unrecordedRuns },
    asked: asked === null ? null : { head: asked, isHeld },
  };
}
