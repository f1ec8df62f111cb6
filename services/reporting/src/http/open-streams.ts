import { CodedError } from '@hadaf/platform';

/** A stream reads the store several times a second until it ends: so many may be open at once. */
const mostOfProcess = 200;
const mostOfAddress = 20;

/** Counts the streams that are open, so that no reader and no crowd can take the service from the others. */
export class OpenStreams {
  readonly #ofProcess: number;
  readonly #ofAddress: number;
  readonly #byAddress = new Map<string, number>();
  #open = 0;

  constructor({ ofProcess = mostOfProcess, ofAddress = mostOfAddress } = {}) {
    this.#ofProcess = ofProcess;
    this.#ofAddress = ofAddress;
  }

  /**
   * Takes a place for a stream of an address.
   *
   * @returns gives the place back; calling it again changes nothing
   * @throws CodedError RATE_LIMITED where the address holds its share, SERVICE_BUSY where all places are taken
   */
  open(address: string): () => void {
    const own = this.#byAddress.get(address) ?? 0;
    if (own >= this.#ofAddress) {
      throw new CodedError('RATE_LIMITED', `${own} event streams of this address are open; close one, or poll`);
    }
    if (this.#open >= this.#ofProcess) {
      throw new CodedError('SERVICE_BUSY', `${this.#open} event streams are open; poll, or try again later`);
    }
    this.#open += 1;
    this.#byAddress.set(address, own + 1);
    let isOpen = true;
    return () => {
      if (isOpen) this.#close(address);
      isOpen = false;
    };
  }

  #close(address: string): void {
    this.#open -= 1;
    const left = (this.#byAddress.get(address) ?? 1) - 1;
    if (left === 0) this.#byAddress.delete(address);
    else this.#byAddress.set(address, left);
  }
}
