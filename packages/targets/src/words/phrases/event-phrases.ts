import type { Phrase } from '../phrase.ts';

/** How far a finish lies from the plan's last day. */
export const slips: readonly Phrase[] = [
  ['{n:dayCount} late', '{n} تاخیر سے'],
  ['{n:dayCount} early', '{n} پہلے'],
  ['on its last day', 'منصوبے کے عین آخری دن'],
];

export const times: readonly Phrase[] = [
  ['once', 'ایک بار'],
  ['twice', 'دو بار'],
  ['{n:number} times', '{n} بار'],
];

/** Events with a date, and roll-outs by milestones. */
export const eventClauses: readonly Phrase[] = [
  [
    'its date, {d:day}, passed {n:dayCount} ago and no report says it happened',
    'اس کی تاریخ، {d}، {n} پہلے گزر چکی ہے اور مکمل ہونے کی کوئی اطلاع نہیں',
  ],
  ['{w:quantity} of the work was reported done on {d:day}', '{d} کو {w} کام مکمل بتایا گیا'],
  ['it happened on {d:day}, by its date, {e:day}', 'یہ {d} کو، اپنی تاریخ {e} تک، ہو گیا'],
  ['it happened on {d:day}, {n:dayCount} after its date, {e:day}', 'یہ {d} کو ہوا، اپنی تاریخ {e} سے {n} بعد'],
  ['it happened on {d:day}', 'یہ {d} کو ہوا'],
  ['no date had been stated', 'کوئی تاریخ نہیں بتائی گئی تھی'],
  ['no date is stated and no report says it happened', 'نہ کوئی تاریخ بتائی گئی ہے، نہ مکمل ہونے کی کوئی اطلاع ہے'],
  ['it is due by {d:day}', 'یہ {d} تک ہونا ہے'],
  [
    'an event has no series from which a pace could be read',
    'ایک واقعے کا کوئی سلسلہ نہیں ہوتا جس سے رفتار نکالی جا سکے',
  ],
  [
    '{a:quantity} reported on {d:day} against {b:quantity} planned by that day',
    '{d} کو {a} کی اطلاع تھی، جبکہ منصوبے کے مطابق اس دن تک {b} ہونے تھے',
  ],
  ['{a:quantity} of the {b:quantity} due by {d:day} are reported', '{d} تک مطلوب {b} میں سے {a} کی اطلاع ہے'],
  ['all {b:quantity} due by {d:day} are reported', '{d} تک مطلوب تمام {b} کی اطلاع ہے'],
  [
    'SPI(t) {x:number}: {n:dayCount} of the plan done in {m:dayCount}',
    'SPI(t) {x} ہے: منصوبے کے {n} کا کام {m} میں ہوا',
  ],
  ['at that pace it finishes on {d:day}, {s:slip}', 'اس رفتار سے یہ {d} کو مکمل ہو گا، {s}'],
  ['finish not estimable: {r:reason}', 'تکمیل کا تخمینہ ممکن نہیں: {r}'],
  ['not estimable: {r:reason}', 'تخمینہ ممکن نہیں: {r}'],
  ['on track from {a:number}, at risk from {b:number}', '{a} سے درست راہ پر، {b} سے خطرے میں'],
  ['all planned units are reported', 'منصوبے کی تمام اکائیوں کی اطلاع ہے'],
  ['the plan states no dated milestone', 'منصوبے میں تاریخ کے ساتھ کوئی سنگِ میل نہیں'],
  ['no count was known on this day', 'اس دن تک کوئی گنتی معلوم نہیں تھی'],
  ['no count is reported', 'کوئی گنتی شائع نہیں ہوئی'],
  ['no series counts the units', 'اکائیوں کو کوئی سلسلہ نہیں گنتا'],
  ['the plan had not begun when the units were counted', 'جب اکائیاں گنی گئیں تو منصوبہ شروع نہیں ہوا تھا'],
  [
    'no unit is reported yet, so there is no pace to extend',
    'ابھی کسی اکائی کی اطلاع نہیں، اس لیے آگے بڑھانے کو کوئی رفتار نہیں',
  ],
  ['at the pace so far it would not finish within 100 years', 'اب تک کی رفتار سے یہ 100 سال میں بھی مکمل نہ ہو گا'],
  ['no count is reported since the plan began', 'منصوبہ شروع ہونے کے بعد سے کسی گنتی کی اطلاع نہیں'],
  [
    'there was a stretch without progress, so no latest day follows',
    'ایک عرصہ پیش رفت کے بغیر گزرا، اس لیے آخری ممکنہ دن نہیں نکلتا',
  ],
  [
    'one dated count gives one pace, and nothing tells how far it may be from the next',
    'تاریخ کے ساتھ ایک گنتی سے ایک ہی رفتار ملتی ہے، اور کوئی چیز نہیں بتاتی کہ اگلی رفتار اس سے کتنی مختلف ہو سکتی ہے',
  ],
  ['after {d:day}, the newest date given', '{d} کے بعد، جو دی گئی تاریخوں میں سب سے نئی ہے'],
  [
    'after {d:day}, the newest date given, which has passed',
    '{d} کے بعد، جو دی گئی تاریخوں میں سب سے نئی ہے اور گزر چکی ہے',
  ],
  ['{n:dayCount} later than first said', 'پہلی بار بتائی گئی تاریخ سے {n} بعد'],
  ['no date was ever given', 'کبھی کوئی تاریخ نہیں دی گئی'],
  ['No date was ever given.', 'کبھی کوئی تاریخ نہیں دی گئی۔'],
  ['The date given, {d:day}, has not moved.', 'دی گئی تاریخ، {d}، نہیں بدلی۔'],
  [
    'The date moved {t:times}, from {d:day} to {e:day}: {n:dayCount} later.',
    'تاریخ {t} آگے بڑھی، {d} سے {e} تک: {n} کی تاخیر۔',
  ],
  [
    '{a:quantity} was reported for {d:day} and {b:quantity} for {e:day}: work does not undo itself, so one report is wrong.',
    '{d} کے لیے {a} اور {e} کے لیے {b} بتایا گیا: ہو چکا کام واپس نہیں ہوتا، اس لیے ایک اطلاع غلط ہے۔',
  ],
];
