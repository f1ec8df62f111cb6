import type { IndexReport, TargetReport } from '@hadaf/engine';
import { CodedError } from '@hadaf/platform';
import { type Db, findPublication, findPublishedDocument } from '@hadaf/store';

/** The pack this installation shows. */
export const bundledPackId = 'pakistan-it';

const indexPath = '/v1/targets';

/** A published document of the newest run, as the engine wrote it. */
async function readDocument(db: Db, path: string): Promise<string | null> {
  const document = await findPublishedDocument(db, bundledPackId, path);
  if (document) return document.body;
  if (await findPublication(db, bundledPackId)) return null;
  throw new CodedError('NOT_PUBLISHED', 'nothing is published yet; run: npm start -- --once');
}

export async function readIndex(db: Db): Promise<IndexReport> {
  const body = await readDocument(db, indexPath);
  if (body === null) throw new CodedError('NOT_PUBLISHED', 'the published run has no index');
  return JSON.parse(body);
}

/** @throws CodedError TARGET_NOT_FOUND */
export async function readReport(db: Db, targetId: string): Promise<TargetReport> {
  const body = await readDocument(db, `${indexPath}/${targetId}`);
  if (body === null)
    throw new CodedError('TARGET_NOT_FOUND', `no target ${targetId}; list them with: hadaf targets --all`);
  return JSON.parse(body);
}
