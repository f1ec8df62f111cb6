import { CodedError, matchId, nearWords } from '@hadaf/platform';
import { type Db, listAllIndicators, listPacks, listTargets } from '@hadaf/store';

async function targetIds(db: Db): Promise<string[]> {
  const packs = await Promise.all((await listPacks(db)).map(({ id }) => listTargets(db, id)));
  return packs.flat().map(({ target }) => target.id);
}

const indicatorIds = async (db: Db): Promise<string[]> => (await listAllIndicators(db)).map(({ id }) => id);

/**
 * The target a person means, whatever the case of its letters.
 *
 * @throws CodedError TARGET_NOT_FOUND, with the ids nearest in spelling
 */
export async function targetIdOf(db: Db, asked: string): Promise<string> {
  const match = matchId(await targetIds(db), asked);
  if (match.kind === 'found') return match.id;
  const words = nearWords(match.near) || '; list them with: hadaf targets --all';
  throw new CodedError('TARGET_NOT_FOUND', `no target ${asked}${words}`);
}

/**
 * The indicator a person means, whatever the case of its letters.
 *
 * @throws CodedError INDICATOR_NOT_FOUND, with the ids nearest in spelling
 */
export async function indicatorIdOf(db: Db, asked: string): Promise<string> {
  const match = matchId(await indicatorIds(db), asked);
  if (match.kind === 'found') return match.id;
  const words = nearWords(match.near) || '; list them with: hadaf indicators';
  throw new CodedError('INDICATOR_NOT_FOUND', `no indicator ${asked}${words}`);
}

/** Either of the two: a target where an id names both. */
export async function targetOrIndicatorOf(db: Db, asked: string): Promise<{ id: string; isTarget: boolean }> {
  const [targets, indicators] = await Promise.all([targetIds(db), indicatorIds(db)]);
  const target = matchId(targets, asked);
  if (target.kind === 'found') return { id: target.id, isTarget: true };
  const indicator = matchId(indicators, asked);
  if (indicator.kind === 'found') return { id: indicator.id, isTarget: false };
  const near = [...target.near, ...indicator.near];
  throw new CodedError('TARGET_NOT_FOUND', `no target or indicator ${asked}${nearWords(near)}`);
}
