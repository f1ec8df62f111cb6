import type { TargetSummary } from '@hadaf/engine';
import type { VNode } from 'preact';
import { html } from './markup.ts';
import type { PageWords } from './page-words.ts';

type Status = TargetSummary['status'];

export const statusWords: Readonly<Record<Status, string>> = {
  achieved: 'Achieved',
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
  'not-assessable': 'Not assessable',
  'not-measurable': 'Not measurable',
};

/** Line drawings on a 16-unit square: each status has a shape of its own, so that colour only repeats it. */
const shapes: Readonly<Record<Status, string>> = {
  achieved: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M5 8.3l2.2 2.2L11.2 6',
  'on-track': 'M2 12.5L6.2 8l2.6 2.4L14 4.5M9.8 4.5H14v4.2',
  'at-risk': 'M8 2L14.7 13.5H1.3zM8 6.2v3.6M8 11.6v.2',
  'off-track': 'M2 4L6.2 8.5l2.6-2.4L14 12M9.8 12H14V7.8',
  'not-assessable': 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M6 6.3a2 2 0 1 1 2.6 2c-.5.2-.6.5-.6 1.1M8 11.5v.2',
  'not-measurable': 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M5 8h6',
};

function drawnShape(status: Status): VNode {
  return html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d=${shapes[status]} /></svg>`;
}

/** The status as shape and colour where its word stands once beside the table; the word is there for a screen reader. */
export function statusMark(status: Status, { text }: PageWords): VNode {
  return html`<span class=${`status status-${status}`}>${drawnShape(status)}<span class="unseen">${text(statusWords[status])}</span></span>`;
}

/** The status as word, shape and colour. */
export function statusBadge(status: Status, { text }: PageWords, label: string = statusWords[status]): VNode {
  return html`<span class=${`status status-${status}`}
    ><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d=${shapes[status]} /></svg
    >${text(label)}</span
  >`;
}

/** Where one target stands; of a past one, how it ended: a missed target is not off a track any more. */
export function standingBadge(
  { status, isSettled }: Pick<TargetSummary, 'status' | 'isSettled'>,
  words: PageWords,
): VNode {
  if (!isSettled) return statusBadge(status, words);
  return statusBadge(status, words, status === 'achieved' ? 'Reached' : 'Missed');
}
