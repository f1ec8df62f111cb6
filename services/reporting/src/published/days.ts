import type { DayDocuments } from '@hadaf/engine';
import { HeldRun, type ServedRun } from './published-cache.ts';

/** Days kept in memory with the pages made of them. */
const mostHeld = 24;

/** The day a page stands for, where it is not the published one. */
export type DayStamp = Pick<DayDocuments, 'kind' | 'runId' | 'asOf' | 'madeAt'>;

/** Holds the days read last: their documents never change, so that each is read and each page made once. */
export class DayCache {
  readonly #held = new Map<string, HeldRun>();

  open({ kind, runId, asOf, madeAt, find, findEarlier }: DayDocuments): ServedRun {
    const held = this.#held.get(runId) ?? new HeldRun({ runId, find, findEarlier });
    this.#held.delete(runId);
    this.#held.set(runId, held);
    const [oldest] = this.#held.keys();
    if (this.#held.size > mostHeld && oldest !== undefined) this.#held.delete(oldest);
    return {
      runId,
      unconfirmedSince: null,
      day: { kind, runId, asOf, madeAt },
      find: (path) => held.find(path),
      findEarlier: (path) => held.findEarlier(path),
      remember: (key, make) => held.remember(key, make),
    };
  }
}
