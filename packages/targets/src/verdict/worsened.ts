import type { Status } from '../target.ts';

/** Whether a status fell between two runs, by how many bands, and the sentence an alert carries. */
export interface StatusChange {
  readonly worsened: boolean;
  /** Bands fallen; negative when it improved; null when one of the two is not an assessment. */
  readonly bands: number | null;
  readonly reason: string;
}

const rank: Readonly<Record<Status, number | null>> = {
  achieved: 0,
  'on-track': 1,
  'at-risk': 2,
  'off-track': 3,
  'not-assessable': null,
  'not-measurable': null,
};

/**
 * Compares two statuses of one target, best first: achieved, on track, at risk, off track.
 *
 * Losing the assessment altogether is not a worse result but no result; it is for the stale-data alert to say.
 */
export function worsened(from: Status, to: Status): StatusChange {
  const before = rank[from];
  const after = rank[to];
  if (before === null || after === null) {
    const reason = from === to ? `Still ${words(to)}.` : `From ${words(from)} to ${words(to)}: these do not compare.`;
    return { worsened: false, bands: null, reason };
  }
  const bands = after - before;
  if (bands === 0) return { worsened: false, bands, reason: `Still ${words(to)}.` };
  const size = `${Math.abs(bands)} ${Math.abs(bands) === 1 ? 'band' : 'bands'}`;
  if (bands < 0) return { worsened: false, bands, reason: `Improved from ${words(from)} to ${words(to)}, ${size} up.` };
  return { worsened: true, bands, reason: `Worsened from ${words(from)} to ${words(to)}, ${size} down.` };
}

const words = (status: Status): string => status.replace('-', ' ');
