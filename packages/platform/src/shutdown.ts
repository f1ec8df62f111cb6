import type { Logger } from './logger.ts';

/** A signal this long after the first is another wish of the person at the terminal. */
const impatientMs = 1_000;

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

  /** Whether closing has begun: what fails from then on fails because of it. */
  get isClosing(): boolean {
    return this.#closing !== undefined;
  }

  /** Closes everything; later calls wait for the first. */
  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  /**
   * Closes on the first SIGINT, SIGTERM or SIGHUP, then calls `exit`; a later signal exits at once. One Ctrl-C may
   * arrive several times together: from the terminal, from npm, from the script that started us.
   *
   * @returns a function that stops listening
   */
  onSignal(exit: (signal: NodeJS.Signals) => void): () => void {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    let firstAt: number | undefined;
    const listener = (signal: NodeJS.Signals): void => {
      if (firstAt !== undefined) {
        if (performance.now() - firstAt > impatientMs) exit(signal);
        return;
      }
      firstAt = performance.now();
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
