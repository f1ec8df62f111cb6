import { CodedError } from '@hadaf/platform';
import type { DayStamp } from './days.ts';
import type { PublishedDocument, PublishedRun, ReadPublished } from './published-run.ts';

/** What readers get: the run, and since when the store has not confirmed that it is the newest. */
export interface ServedRun {
  readonly runId: string;
  /** Null while the store answers. */
  readonly unconfirmedSince: string | null;
  /** The day asked for; null for the published run as it stands. */
  readonly day: DayStamp | null;
  readonly find: (path: string) => Promise<PublishedDocument | null>;
  /** The same document of the newest run before this one that has it: what stands until this run's is made. */
  readonly findEarlier: (path: string) => Promise<PublishedDocument | null>;
  /** A page made once per run, kept with it. */
  readonly remember: <T>(key: string, make: () => Promise<T>) => Promise<T>;
}

interface CacheOptions {
  readonly readPublished: ReadPublished;
  readonly now: () => string;
  /** Paths read ahead when a run appears, so that they outlive the store; absent documents are skipped. */
  readonly readAhead: (run: PublishedRun) => Promise<readonly string[]>;
  readonly onFault: (error: unknown) => void;
  /** The pointer is read again after this long, and a slow store holds a reader up no longer than `patienceMs`. */
  readonly recheckMs?: number;
  readonly patienceMs?: number;
}

/** What a run lacked is looked for again after this long: its record is made after it is published. */
const absentMs = 1000;
/** Absences kept, the newest: anybody may ask for anything. */
const mostAbsent = 2000;
/** Pages kept, those asked for last: one made while the store is slow says since when, so that there is no end of them. */
const mostMade = 1000;

/** A run's documents as read so far, and the pages made of them. */
export class HeldRun {
  readonly runId: string;
  readonly #run: PublishedRun;
  readonly #absentMs: number;
  readonly #documents = new Map<string, PublishedDocument>();
  /** When a path was looked for in vain. */
  readonly #absent = new Map<string, number>();
  readonly #made = new Map<string, Promise<unknown>>();

  constructor(run: PublishedRun, recheckMs = absentMs) {
    this.runId = run.runId;
    this.#run = run;
    this.#absentMs = recheckMs;
  }

  find(path: string): Promise<PublishedDocument | null> {
    return this.#look(path, () => this.#run.find(path));
  }

  findEarlier(path: string): Promise<PublishedDocument | null> {
    return this.#look(`earlier ${path}`, async () => (await this.#run.findEarlier?.(path)) ?? null);
  }

  async #look(key: string, read: () => Promise<PublishedDocument | null>): Promise<PublishedDocument | null> {
    const held = this.#documents.get(key);
    if (held !== undefined) return held;
    const missedAt = this.#absent.get(key);
    if (missedAt !== undefined && performance.now() - missedAt < this.#absentMs) return null;
    try {
      return this.#keep(key, await read());
    } catch (error) {
      if (missedAt === undefined) throw error;
      return null; // the store is away: what it lacked when last asked
    }
  }

  #keep(key: string, found: PublishedDocument | null): PublishedDocument | null {
    this.#absent.delete(key);
    if (found !== null) {
      this.#documents.set(key, found);
      return found;
    }
    this.#absent.set(key, performance.now());
    const [oldest] = this.#absent.keys();
    if (this.#absent.size > mostAbsent && oldest !== undefined) this.#absent.delete(oldest);
    return null;
  }

  remember<T>(key: string, make: () => Promise<T>): Promise<T> {
    const held = this.#made.get(key);
    this.#made.delete(key);
    const made = (held as Promise<T> | undefined) ?? make(); // each key names one kind of page
    this.#made.set(key, made);
    if (held) return made;
    made.catch(() => this.#made.delete(key));
    const [oldest] = this.#made.keys();
    if (this.#made.size > mostMade && oldest !== undefined) this.#made.delete(oldest);
    return made;
  }
}

/** Holds the published run in memory: readers cost the store one pointer read a second, and survive without it. */
export class PublishedCache {
  readonly #options: CacheOptions;
  #held: HeldRun | null = null;
  #checkedAt = Number.NEGATIVE_INFINITY;
  #unconfirmedSince: string | null = null;
  #refreshing: Promise<void> | null = null;

  constructor(options: CacheOptions) {
    this.#options = options;
  }

  /**
   * @throws CodedError NOT_PUBLISHED before the first run
   * @throws CodedError STORE_UNAVAILABLE when the store never answered
   */
  async current(): Promise<ServedRun> {
    const { recheckMs = 1000, patienceMs = 250 } = this.#options;
    if (performance.now() - this.#checkedAt >= recheckMs) await this.#refreshFor(patienceMs);
    const held = this.#held;
    if (held === null) throw this.#nothingToServe();
    return {
      runId: held.runId,
      unconfirmedSince: this.#unconfirmedSince,
      day: null,
      find: (path) => held.find(path),
      findEarlier: (path) => held.findEarlier(path),
      remember: (key, make) => held.remember(key, make),
    };
  }

  #nothingToServe(): CodedError {
    return this.#unconfirmedSince === null
      ? new CodedError('NOT_PUBLISHED', 'no run has been published yet')
      : new CodedError('STORE_UNAVAILABLE', 'the store has not answered since this service started');
  }

  /** Waits for the refresh under way; with a run in hand, no longer than the patience. */
  async #refreshFor(patienceMs: number): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null;
      this.#checkedAt = performance.now();
    });
    if (this.#held === null) return this.#refreshing;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        this.#unconfirmedSince ??= this.#options.now();
        this.#checkedAt = performance.now();
        resolve();
      }, patienceMs);
    });
    await Promise.race([this.#refreshing, patience]);
    clearTimeout(timer);
  }

  async #refresh(): Promise<void> {
    try {
      const run = await this.#options.readPublished();
      this.#unconfirmedSince = null;
      if (run === null || run.runId === this.#held?.runId) return;
      const held = new HeldRun(run, this.#options.recheckMs);
      this.#held = held;
      void this.#fill(held, run);
    } catch (error) {
      this.#unconfirmedSince ??= this.#options.now();
      this.#options.onFault(error);
    }
  }

  async #fill(held: HeldRun, run: PublishedRun): Promise<void> {
    try {
      for (const path of await this.#options.readAhead(run)) {
        if (this.#held !== held) return;
        await held.find(path);
      }
    } catch (error) {
      this.#options.onFault(error);
    }
  }
}
