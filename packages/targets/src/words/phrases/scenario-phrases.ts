import type { Phrase } from '../phrase.ts';

/** What a scenario assumes. */
export const scenarioClauses: readonly Phrase[] = [
  ['growth of {q:quantity} from {p:period} ({v:quantity})', '{p} ({v}) سے {q} نمو'],
  ['growth of {l:growthList} a year from {p:period} ({v:quantity})', '{p} ({v}) سے سالانہ نمو {l}'],
  [
    '{q:quantity} from {d:day}, the soonest possible: {e:day}, the newest date given, has passed, {n:number} months late ({i:name})',
    '{d} سے {q}، جو جلد از جلد ممکن ہے: دی گئی تاریخوں میں سب سے نئی، {e}، گزر چکی ہے، {n} ماہ کی تاخیر کے ساتھ ({i})',
  ],
  [
    '{q:quantity} from {d:day}, the soonest possible: {e:day}, the newest date given, has passed ({i:name})',
    '{d} سے {q}، جو جلد از جلد ممکن ہے: دی گئی تاریخوں میں سب سے نئی، {e}، گزر چکی ہے ({i})',
  ],
  ['{q:quantity} from {d:day}, {n:number} months late ({i:name})', '{d} سے {q}، {n} ماہ کی تاخیر سے ({i})'],
  ['{q:quantity} from {d:day} ({i:name})', '{d} سے {q} ({i})'],
  ['{q:quantity} from {d:day}', '{d} سے {q}'],
  ['{n:number} times the pace so far, from {d:day}', '{d} سے اب تک کی رفتار کا {n} گنا'],
  ['its milestones are due {n:number} months later', 'اس کے سنگِ میل {n} ماہ بعد مطلوب ہیں'],
  ['its milestones are due 1 month later', 'اس کے سنگِ میل 1 ماہ بعد مطلوب ہیں'],
  ['{p:quantity}: {a:quantity} to {b:quantity}', '{p}: {a} تا {b}'],
];

export const growthLists: readonly Phrase[] = [
  ['{q:quantity}, {rest:growthList}', '{q}، {rest}'],
  ['{q:quantity}', '{q}'],
];
