import type { Logger } from './logger.ts';

/**
 * Closes what was opened, last opened first, once.
 *
 * Every closer runs even when an earlier one fails, so a database is stopped although a queue would not close.
 */
export class Shutdown {
  readonly #closers: { readonly name: string; readonly close: () => unknown }[] = [];
  readonly #log: Logger;
  #closing: Promise<void> | undefined;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Registers a closer; it runs before the ones registered earlier. */
  add(name: string, close: () => unknown): void {
    this.#closers.push({ name, close });
  }

  /** Closes everything; later calls wait for the first. */
  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  /**
   * Closes on the first SIGINT, SIGTERM or SIGHUP, then calls `exit`; a second signal exits at once.
   *
   * @returns a function that stops listening
   */
  onSignal(exit: (signal: NodeJS.Signals) => void): () => void {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    let seen = false;
    const listener = (signal: NodeJS.Signals): void => {
      if (seen) {
        exit(signal);
        return;
      }
      seen = true;
      this.#log.info({ event: 'shutdown.signal', signal });
      void this.close().finally(() => exit(signal));
    };
    for (const signal of signals) process.on(signal, listener);
    return () => {
      for (const signal of signals) process.off(signal, listener);
    };
  }

  async #closeAll(): Promise<void> {
    for (const { name, close } of this.#closers.toReversed()) {
      try {
        await close();
        this.#log.debug({ event: 'shutdown.closed', name });
      } catch (error) {
        this.#log.error({ event: 'shutdown.failed', name, err: error });
      }
    }
  }
}
