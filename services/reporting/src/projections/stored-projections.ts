import { setTimeout as wait } from 'node:timers/promises';
import {
  type Db,
  explainStoreError,
  findProjection,
  getIndicator,
  getTarget,
  insertProjection,
  type Projection as StoredProjection,
} from '@hadaf/store';
import { z } from 'zod';
import type { Projection, ProjectionEvent, ProjectionInput, Projections } from './projection.ts';

/** How often a listener's projection is read again. A fit takes seconds, and reading one row by its key costs nothing. */
const rereadMs = 300;
/** The sequence of the last event: above every step of any projection. */
const lastSequence = 1000;

const progress = z.object({ stage: z.string(), done: z.number(), total: z.number() }).nullable().catch(null);
const failure = z.object({ message: z.string() }).transform(({ message }) => message);

function viewOf(stored: StoredProjection): Projection {
  const isFailed = stored.state === 'failed';
  return {
    id: stored.id,
    state: stored.state,
    progress: progress.parse(stored.progress),
    result: stored.result,
    reason: isFailed ? failure.catch('it could not be computed').parse(stored.error) : null,
  };
}

/** The number of a step follows from the projection alone, so that a reader may go on at any server after a restart. */
function sequenceOf({ state, progress: steps }: Projection): number {
  if (state === 'queued') return 1;
  return state === 'running' ? 2 + (steps?.done ?? 0) : lastSequence;
}

/**
 * What is asked for, under the ids as the ledger writes them.
 *
 * @throws CodedError TARGET_NOT_FOUND, INDICATOR_NOT_FOUND
 */
async function asWritten(db: Db, { targetId, indicatorId, ...input }: ProjectionInput): Promise<ProjectionInput> {
  return {
    ...input,
    ...(targetId !== undefined && { targetId: (await getTarget(db, targetId)).target.id }),
    ...(indicatorId !== undefined && { indicatorId: (await getIndicator(db, indicatorId)).id }),
  };
}

async function* steps(
  find: Projections['find'],
  id: string,
  [afterSequence, signal]: readonly [number, AbortSignal],
): AsyncGenerator<ProjectionEvent> {
  let seen = afterSequence;
  while (!signal.aborted) {
    const projection = await find(id);
    if (projection === null) return;
    const sequence = sequenceOf(projection);
    if (sequence > seen) yield { sequence, projection };
    if (sequence === lastSequence) return;
    seen = Math.max(seen, sequence);
    await wait(rereadMs, undefined, { signal }).catch(() => undefined); // aborted: the loop ends
  }
}

/** Projections kept in the store and answered by the worker; `enqueue` hands a stored one to the queue. */
export function storedProjections(db: Db, enqueue: (projectionId: string) => Promise<void>): Projections {
  const asCoded = (thrown: unknown): never => {
    throw explainStoreError(thrown);
  };
  const find = async (id: string) => {
    const stored = await findProjection(db, id).catch(asCoded);
    return stored ? viewOf(stored) : null;
  };
  return {
    async request(input) {
      const written = await asWritten(db, input).catch(asCoded);
      const id = await insertProjection(db, written).catch(asCoded);
      await enqueue(id);
      return id;
    },
    find,
    listen: (id, afterSequence, signal) => steps(find, id, [afterSequence, signal]),
  };
}
