import { hash } from 'node:crypto';

/** SHA-256 in hex of values in a fixed order: equal content, equal hash, on every machine. */
export function contentHash(values: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(values));
}
