import type { Phrase } from '../phrase.ts';

/** What a target names: an amount with its date, or a quoted title. */
export const goals: readonly Phrase[] = [
  ['{q:quantity} by {p:period}', '{p} تک {q}'],
  ['{q:quantity} without a date', 'بغیر تاریخ کے {q}'],
  ['“{t:titleName}” (by {p:period})', '“{t}” ({p} تک)'],
  ['“{t:titleName}”', '“{t}”'],
  ['{q:quantity}', '{q}'],
];

export const growthNeeded: readonly Phrase[] = [
  ['grow {r:quantity}', '{r} بڑھنا'],
  ['fall {r:quantity}', '{r} گھٹنا'],
  ['stay where it is', 'اپنی جگہ قائم رہنا'],
];

export const growthSeen: readonly Phrase[] = [
  ['grew {r:quantity}', '{r} بڑھی'],
  ['fell {r:quantity}', '{r} گھٹی'],
  ['did not move', 'نہیں بدلی'],
];

export const comparisons: readonly Phrase[] = [
  ['less than that', 'یعنی اس سے کم'],
  ['more than that', 'یعنی اس سے زیادہ'],
  ['the wrong way', 'یعنی الٹی سمت میں'],
  ['exactly that pace', 'یعنی عین اسی رفتار سے'],
];

export const attained: readonly Phrase[] = [
  ['missed, {s:quantity} attained', 'پورا نہیں ہوا، {s} حاصل ہوا'],
  ['reached, {s:quantity} attained', 'پورا ہو گیا، {s} حاصل ہوا'],
  ['missed', 'پورا نہیں ہوا'],
  ['reached', 'پورا ہو گیا'],
];

/** Why something has no verdict; a reason in a pack's own words stands as it is written. */
export const reasons: readonly Phrase[] = [
  ['{c:clause}', '{c}'],
  ['{n:name}', '{n}'],
];

export const verdictClauses: readonly Phrase[] = [
  ['{g:goal} is {s:status}: {c:clause}.', '{g} کا ہدف {s} ہے: {c}۔'],
  ['{g:goal} cannot be measured: {r:reason}.', '{g} کا ہدف ناپا نہیں جا سکتا: {r}۔'],
  ['{g:goal} cannot be measured. {r:reason}.', '{g} کا ہدف ناپا نہیں جا سکتا۔ {r}۔'],
  ['{g:goal} cannot be assessed: {r:reason}.', '{g} کا ہدف ابھی جانچا نہیں جا سکتا: {r}۔'],
  ['{g:goal} cannot be assessed. {r:reason}.', '{g} کا ہدف ابھی جانچا نہیں جا سکتا۔ {r}۔'],
  ['{g:goal} was {a:attained}: the outcome was {v:quantity} ({p:period}).', '{g} کا ہدف {a}: نتیجہ {v} رہا ({p})۔'],
  [
    '{g:goal} is {a:attained}: before its date the latest value is {v:quantity} ({p:period}).',
    '{g} کا ہدف {a}: مقررہ تاریخ سے پہلے تازہ ترین قدر {v} ہے ({p})۔',
  ],
  ['{g:goal} is overdue: {c:clause}.', '{g} کی مقررہ تاریخ گزر چکی ہے: {c}۔'],
  ['{g:goal} came late: {c:clause}.', '{g} تاخیر سے ہوا: {c}۔'],
  ['its period is over and the outcome is not published', 'اس کی مدت ختم ہو چکی ہے اور نتیجہ شائع نہیں ہوا'],
  ['reaching it is {c:certainty}, with a probability of {p:quantity}', 'اس کے حاصل ہونے کا امکان {c} ہے ({p})'],
  [
    'that it was reached is {c:certainty}, with a probability of {p:quantity}',
    'اس کے حاصل ہو چکنے کا امکان {c} ہے ({p})',
  ],
  ['the latest value is {v:quantity} ({p:period})', 'تازہ ترین قدر {v} ہے ({p})'],
  ['it must {n:needed} and {d:seen} over the last year, {c:comparison}', 'اسے {n} ہو گا، جبکہ گزشتہ سال یہ {d}، {c}'],
  ['it had to {n:needed} and {d:seen} over the last year, {c:comparison}', 'اسے {n} تھا، جبکہ گزشتہ سال یہ {d}، {c}'],
  ['it must {n:needed} and {d:seen} over the last year', 'اسے {n} ہو گا، جبکہ گزشتہ سال یہ {d}'],
  ['it had to {n:needed} and {d:seen} over the last year', 'اسے {n} تھا، جبکہ گزشتہ سال یہ {d}'],
  ['it must {n:needed}', 'اسے {n} ہو گا'],
  ['it had to {n:needed}', 'اسے {n} تھا'],
  ['{a:attained}', '{a}'],
  ['{a:attained} already in {p:period}, before its date', '{p} ہی میں، مقررہ تاریخ سے پہلے، {a}'],
  [
    '{c:certainty}, probability {p:quantity} (the period is over, its value is not published); on track from {a:quantity}, at risk from {b:quantity}',
    'امکان {c}، یعنی {p} (مدت ختم ہو چکی ہے، قدر شائع نہیں ہوئی)؛ {a} سے درست راہ پر، {b} سے خطرے میں',
  ],
  [
    '{c:certainty}, probability {p:quantity}; on track from {a:quantity}, at risk from {b:quantity}',
    'امکان {c}، یعنی {p}؛ {a} سے درست راہ پر، {b} سے خطرے میں',
  ],
  ['no date is stated', 'کوئی تاریخ نہیں بتائی گئی'],
  ['no date is stated, only “{w:wording}”', 'کوئی تاریخ نہیں بتائی گئی، صرف “{w}” کہا گیا'],
  ['no date is stated ({w:wording})', 'کوئی تاریخ نہیں بتائی گئی ({w})'],
  ['no value was known on this day', 'اس دن تک کوئی قدر معلوم نہیں تھی'],
  ['only one value is known, so there is no pace', 'صرف ایک قدر معلوم ہے، اس لیے رفتار نہیں نکالی جا سکتی'],
  [
    'it fell due ({d:day}) before the data begin ({e:day})',
    'اس کی تاریخ ({d}) اعداد و شمار کے آغاز ({e}) سے پہلے کی ہے',
  ],
  ['only 1 yearly value is known, too few to forecast', 'صرف 1 سالانہ قدر معلوم ہے، جو پیش گوئی کے لیے بہت کم ہے'],
  [
    'only {n:number} yearly values are known, too few to forecast',
    'صرف {n} سالانہ قدریں معلوم ہیں، جو پیش گوئی کے لیے بہت کم ہیں',
  ],
  ['it falls due beyond the forecast horizon', 'اس کی تاریخ پیش گوئی کی حد سے آگے ہے'],
  [
    'its year is over and the total is neither published nor estimable',
    'اس کا سال ختم ہو چکا ہے اور مجموعہ نہ شائع ہوا ہے، نہ اس کا تخمینہ لگایا جا سکتا ہے',
  ],
  ['no model could be fitted', 'کوئی ماڈل اعداد و شمار پر پورا نہ اترا'],
  ['no series measures what the claim names', 'دعوے میں جس چیز کا نام ہے اسے کوئی سلسلہ نہیں ناپتا'],
  [
    'Readings of wording and measurement are those of {d:day}, not of the day shown.',
    'الفاظ اور پیمائش کا مفہوم {d} کا ہے، دکھائے گئے دن کا نہیں۔',
  ],
  ['its assessment failed: {r:reason}', 'اس کی جانچ ناکام رہی: {r}'],
  ['{t:titleName} could not be assessed in this run: {r:reason}.', '“{t}” اس بار جانچا نہیں جا سکا: {r}۔'],
  ['no series measures it', 'اسے کوئی سلسلہ نہیں ناپتا'],
  ['Worsened from {a:status} to {b:status}, {n:number} bands down.', 'پہلے {a} تھا، اب {b}: {n} درجے بدتر۔'],
  ['Worsened from {a:status} to {b:status}, 1 band down.', 'پہلے {a} تھا، اب {b}: 1 درجہ بدتر۔'],
  ['Improved from {a:status} to {b:status}, {n:number} bands up.', 'پہلے {a} تھا، اب {b}: {n} درجے بہتر۔'],
  ['Improved from {a:status} to {b:status}, 1 band up.', 'پہلے {a} تھا، اب {b}: 1 درجہ بہتر۔'],
  ['Still {s:status}.', 'اب بھی {s}۔'],
  ['From {a:status} to {b:status}: these do not compare.', 'پہلے {a}، اب {b}: ان کا موازنہ نہیں ہو سکتا۔'],
];
