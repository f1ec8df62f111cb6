import type { Inquiry } from '@hadaf/store';

/** A worker that is free takes a question up within a second; longer than this and readers are told. */
const usualMs = 20_000;

/**
 * Since when a question waits that no worker has taken up in the usual time; null while all is well.
 *
 * @param now  the instant, ISO 8601
 */
export function waitingSince({ state, createdAt }: Pick<Inquiry, 'state' | 'createdAt'>, now: string): string | null {
  return state === 'queued' && Date.parse(now) - Date.parse(createdAt) >= usualMs ? createdAt : null;
}
