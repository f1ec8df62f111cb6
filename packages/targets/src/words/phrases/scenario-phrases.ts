import type { Phrase } from '../phrase.ts';

/** What a scenario assumes. */
export const scenarioClauses: readonly Phrase[] = [
  ['growth of {q:quantity} from {p:period} ({v:quantity})', '{p} ({v}) سے {q} نمو'],
  ['growth of {l:growthList} a year from {p:period} ({v:quantity})', '{p} ({v}) سے سالانہ نمو {l}'],
  [
    '{q:quantity} from {d:day}, the soonest possible: {e:day}, the newest date given, has passed, {n:monthCount} late ({i:name})',
    '{d} سے {q}، جو جلد از جلد ممکن ہے: دی گئی تاریخوں میں سب سے نئی، {e}، گزر چکی ہے، {n} کی تاخیر کے ساتھ ({i})',
  ],
  [
    '{q:quantity} from {d:day}, the soonest possible: {e:day}, the newest date given, has passed ({i:name})',
    '{d} سے {q}، جو جلد از جلد ممکن ہے: دی گئی تاریخوں میں سب سے نئی، {e}، گزر چکی ہے ({i})',
  ],
  ['{q:quantity} from {d:day}, {n:monthCount} late ({i:name})', '{d} سے {q}، {n} کی تاخیر سے ({i})'],
  ['{q:quantity} from {d:day} ({i:name})', '{d} سے {q} ({i})'],
  ['{q:quantity} from {d:day}', '{d} سے {q}'],
  ['{n:number} times the pace so far, from {d:day}', '{d} سے اب تک کی رفتار کا {n} گنا'],
  ['its milestones are due {n:monthCount} later', 'اس کے سنگِ میل {n} بعد مطلوب ہیں'],
  ['the target is due {n:monthCount} later', 'ہدف کی تاریخ {n} بعد ہے'],
  ['{p:quantity}: {a:quantity} to {b:quantity}', '{p}: {a} تا {b}'],
];

export const growthLists: readonly Phrase[] = [
  ['{q:quantity}, {rest:growthList}', '{q}، {rest}'],
  ['{q:quantity}', '{q}'],
];
