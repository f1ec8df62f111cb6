import {
  type Db,
  explainStoreError,
  findDocumentBefore,
  findDocumentOfRun,
  findNewestChannel,
  findPublication,
} from '@hadaf/store';
import type { PublishedRun, ReadPublished } from './published-run.ts';

/** Reads the run that a pack has published; without a pack, the run published last. */
export function storedPublication(db: Db, packId: string | null): ReadPublished {
  const asCoded = (thrown: unknown): never => {
    throw explainStoreError(thrown);
  };
  async function read(): Promise<PublishedRun | null> {
    const channel = packId ?? (await findNewestChannel(db));
    const publication = channel === undefined ? undefined : await findPublication(db, channel);
    if (!publication) return null;
    const { runId } = publication;
    return {
      runId,
      find: async (path) => (await findDocumentOfRun(db, runId, path).catch(asCoded)) ?? null,
      findEarlier: async (path) => (await findDocumentBefore(db, runId, path).catch(asCoded)) ?? null,
    };
  }
  return () => read().catch(asCoded);
}
