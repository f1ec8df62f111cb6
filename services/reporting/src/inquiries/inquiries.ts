import type { ChangeQuestion, DayQuestion, FoundChange, KnownOn, Question } from '@hadaf/engine';

/** A question that needs models, as it stands. */
export interface InquiryView {
  readonly id: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed';
  /** Since when it waits where no worker has taken it up in the usual time: all are busy, or none runs. */
  readonly waitingSince: string | null;
  /** Why it failed: a code of the table, and words for its reader. */
  readonly failure: { readonly code: string; readonly message: string } | null;
}

/** What readers ask that this service cannot work out itself: a worker answers, and the answer is kept. */
export interface Inquiries {
  /** The documents of a day, or what to ask for. */
  readonly knownOn: (day: DayQuestion) => Promise<KnownOn>;
  /** Why a number moved, or what to ask for. */
  readonly change: (question: ChangeQuestion) => Promise<FoundChange>;
  /** Asks a worker, unless somebody has. */
  readonly ask: (question: Question) => Promise<InquiryView>;
  readonly find: (id: string) => Promise<InquiryView | null>;
  /** How many wait for a worker or are under way. */
  readonly countOpen: () => Promise<number>;
}
