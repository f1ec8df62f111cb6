import type { Phrase } from '../phrase.ts';

export const windows: readonly Phrase[] = [
  ['over {n:number} years ({a:number} to {b:quantity})', '{n} سال میں ({a} سے {b} تک)'],
  ['over 1 year ({a:number} to {b:quantity})', '1 سال میں ({a} سے {b} تک)'],
  ['over {n:number} years', '{n} سال میں'],
  ['over 1 year', '1 سال میں'],
];

/** What a method says of a target, after “ہدف”. */
export const saids: readonly Phrase[] = [
  ['says {s:status}, in its own words “{w:word}”', '{s} ہے، اس کے اپنے الفاظ میں “{w}”'],
  ['says {s:status}', '{s} ہے'],
  ['gives no verdict', 'پر کوئی فیصلہ نہیں دیا جا سکتا'],
];

export const tallies: readonly Phrase[] = [
  ['{n:number} {s:status}, {rest:tally}', '{n} {s}، {rest}'],
  ['{n:number} {s:status}', '{n} {s}'],
];

/** In which order definition and window of a contrast were changed. */
export const changeOrders: readonly Phrase[] = [
  ['the mean of both orders of change', 'تبدیلی کی دونوں ترتیبوں کا اوسط'],
  ['the window changed first: the other order lacks values', 'پہلے مدت بدلی گئی: دوسری ترتیب کے اعداد موجود نہیں'],
  [
    'the definition changed first: the other order lacks values',
    'پہلے تعریف بدلی گئی: دوسری ترتیب کے اعداد موجود نہیں',
  ],
];

/** The cells of a matrix, its summary, and how a contrast is split. */
export const matrixClauses: readonly Phrase[] = [
  [
    'On {s:seriesName} {w:window} the {m:methodOblique} {v:said}: {r:clause}.',
    '{s} کی بنیاد پر {w} {m} کے مطابق ہدف {v}: {r}۔',
  ],
  ['On {s:seriesName} the {m:methodOblique} {v:said}: {r:clause}.', '{s} کی بنیاد پر {m} کے مطابق ہدف {v}: {r}۔'],
  ['the growth achieved is {x:number} times the growth required', 'حاصل شدہ نمو مطلوبہ نمو کا {x} گنا ہے'],
  [
    'next to no growth was required, so the ratio has no value',
    'تقریباً کوئی نمو درکار نہ تھی، اس لیے تناسب کی کوئی قدر نہیں',
  ],
  [
    'at this growth {x:number} of the way is covered by the target’s date',
    'اس نمو سے ہدف کی تاریخ تک راستے کا {x} حصہ طے ہو گا',
  ],
  ['the base met the target and the latest value does not', 'بنیادی قدر ہدف پر پوری اترتی تھی، تازہ ترین نہیں اترتی'],
  ['the latest value meets the target', 'تازہ ترین قدر ہدف پر پوری اترتی ہے'],
  ['the scale has no length', 'پیمانے کی کوئی لمبائی نہیں'],
  ['the latest value is at or past green', 'تازہ ترین قدر سبز حد پر یا اس سے آگے ہے'],
  ['the pace achieved is {x:number} times the pace required', 'حاصل شدہ رفتار مطلوبہ رفتار کا {x} گنا ہے'],
  ['no pace is required', 'کوئی رفتار درکار نہیں'],
  ['it moves {q:quantity} the right way', 'یہ {q} درست سمت میں بڑھتا ہے'],
  ['it moves {q:quantity} the wrong way', 'یہ {q} غلط سمت میں بڑھتا ہے'],
  ['it does not move', 'اس میں کوئی تبدیلی نہیں'],
  ['growth is without bound', 'نمو کی کوئی حد نہیں'],
  [
    'the mean change of the last five years, kept up, misses the target by {q:quantity} of the way left',
    'گزشتہ پانچ سال کی اوسط تبدیلی جاری رہے تو باقی راستے کا {q} رہ جائے گا',
  ],
  [
    'the mean change of the last five years, kept up, reaches the target in time',
    'گزشتہ پانچ سال کی اوسط تبدیلی جاری رہے تو ہدف بروقت پورا ہو گا',
  ],
  [
    'the mean change of the last five years leads away from the target',
    'گزشتہ پانچ سال کی اوسط تبدیلی ہدف سے دور لے جاتی ہے',
  ],
  [
    '{q:quantity} of the way would still be missing at the target’s date',
    'ہدف کی تاریخ پر راستے کا {q} ابھی باقی ہو گا',
  ],
  ['{x:number} of 10 points are covered so far', 'اب تک 10 میں سے {x} پوائنٹ طے ہوئے ہیں'],
  ['{a:quantity} was achieved and {b:quantity} is needed from now on', 'حاصل شدہ شرح {a} رہی اور اب سے {b} درکار ہے'],
  [
    '{a:quantity} of the way was covered in {b:quantity} of the time, a pace of {x:number}',
    '{b} وقت میں راستے کا {a} طے ہوا، یعنی رفتار {x}',
  ],
  ['the probability at the date is {p:quantity}', 'مقررہ تاریخ پر امکان {p} ہے'],
  [
    'SPI(t) is {x:number}: the plan reaches the {n:number} units reported {a:number} years after its start; {b:number} years have passed',
    'SPI(t) {x} ہے: منصوبہ اطلاع شدہ {n} اکائیوں تک اپنے آغاز کے {a} سال بعد پہنچتا ہے؛ {b} سال گزر چکے ہیں',
  ],
  ['no value is known {n:number} years before the latest', 'تازہ ترین سے {n} سال پہلے کی کوئی قدر معلوم نہیں'],
  ['no value is known 1 year before the latest', 'تازہ ترین سے 1 سال پہلے کی کوئی قدر معلوم نہیں'],
  ['no value is known', 'کوئی قدر معلوم نہیں'],
  [
    'the period of the target is over; its outcome is scored instead',
    'ہدف کی مدت ختم ہو چکی ہے؛ اس کے بجائے نتیجہ جانچا جاتا ہے',
  ],
  ['the method needs a target value', 'اس طریقے کو ہدف کی قدر درکار ہے'],
  ['the method needs a plan of units by year', 'اس طریقے کو سال بہ سال اکائیوں کا منصوبہ درکار ہے'],
  [
    'the method needs a green threshold and a scale from worst to best',
    'اس طریقے کو سبز حد اور بدترین سے بہترین تک پیمانہ درکار ہے',
  ],
  ['at least two values, a year apart, are needed', 'کم از کم دو قدریں، ایک سال کے فرق سے، درکار ہیں'],
  ['a value five years before the latest is needed', 'تازہ ترین سے پانچ سال پہلے کی قدر درکار ہے'],
  ['no calibrated forecast stands behind this series', 'اس سلسلے کی کوئی آزمودہ پیش گوئی نہیں'],
  ['one data point gives no growth', 'ایک ہی قدر سے نمو نہیں نکلتی'],
  ['one data point gives no rate', 'ایک ہی قدر سے شرح نہیں نکلتی'],
  ['one data point gives no pace', 'ایک ہی قدر سے رفتار نہیں نکلتی'],
  ['one data point gives no regression', 'ایک ہی قدر سے رجحانی خط نہیں نکلتا'],
  ['no time is left before the target', 'ہدف سے پہلے کوئی وقت باقی نہیں'],
  ['no time has passed since the base', 'بنیادی سال کے بعد کوئی وقت نہیں گزرا'],
  ['logarithms need values above zero', 'لوگارتھم کے لیے صفر سے بڑی قدریں درکار ہیں'],
  ['growth from or to zero has no rate', 'صفر سے یا صفر تک نمو کی کوئی شرح نہیں'],
  ['growth from zero has no rate', 'صفر سے نمو کی کوئی شرح نہیں'],
  ['no rate of growth reaches zero', 'کوئی شرحِ نمو صفر تک نہیں پہنچتی'],
  ['no rate of growth crosses zero', 'کوئی شرحِ نمو صفر کو عبور نہیں کرتی'],
  ['no time lies between the two values', 'دونوں قدروں کے درمیان کوئی وقت نہیں'],
  [
    'the base is the latest value, so nothing has been achieved since',
    'بنیادی قدر ہی تازہ ترین ہے، اس لیے اس کے بعد کچھ حاصل نہیں ہوا',
  ],
  [
    'the base already equals the target, so no growth was required',
    'بنیادی قدر پہلے ہی ہدف کے برابر ہے، اس لیے کوئی نمو درکار نہ تھی',
  ],
  [
    'the base is already past the target, so no growth was required',
    'بنیادی قدر پہلے ہی ہدف سے آگے ہے، اس لیے کوئی نمو درکار نہ تھی',
  ],
  ['no value is known at the start of the window', 'مدت کے آغاز کی کوئی قدر معلوم نہیں'],
  ['no growth was required when the target was announced', 'اعلان کے وقت کوئی نمو درکار نہ تھی'],
  ['a figure it is computed from has no value', 'جس عدد سے یہ نکلتا ہے اس کی کوئی قدر نہیں'],
  ["the target's date does not lie after the base", 'ہدف کی تاریخ بنیادی سال کے بعد نہیں'],
  ['the target year is not after the base', 'ہدف کا سال بنیادی سال کے بعد نہیں'],
  [
    'base and latest must have one sign and one order of size',
    'بنیادی اور تازہ ترین قدر کی علامت اور جسامت ایک سی ہونی چاہیے',
  ],
  ['base and latest must have one sign', 'بنیادی اور تازہ ترین قدر کی علامت ایک ہونی چاہیے'],
  ['base, latest and target must have one sign', 'بنیادی قدر، تازہ ترین قدر اور ہدف کی علامت ایک ہونی چاہیے'],
  [
    'base, latest and target must have one sign and not all be equal',
    'بنیادی قدر، تازہ ترین قدر اور ہدف کی علامت ایک ہونی چاہیے اور تینوں برابر نہ ہوں',
  ],
  [
    'the base equals the target, so the way has no length',
    'بنیادی قدر ہدف کے برابر ہے، اس لیے راستے کی کوئی لمبائی نہیں',
  ],
  [
    'the base is the target or next to it, so the way has no length',
    'بنیادی قدر ہدف کے برابر یا اس کے قریب ہے، اس لیے راستے کی کوئی لمبائی نہیں',
  ],
  ['the way left is too short to divide by', 'باقی راستہ تقسیم کے لیے بہت کم ہے'],
  ['the rate left to achieve is too small to divide by', 'باقی درکار شرح تقسیم کے لیے بہت کم ہے'],
  ['the projected share of the way has no value', 'متوقع طے شدہ حصے کی کوئی قدر نہیں'],
  ['neither definition is known over the other window', 'دونوں تعریفوں میں سے کوئی دوسری مدت پر معلوم نہیں'],
  ['None of {a:number} verdicts could be given.', '{a} میں سے کوئی فیصلہ نہیں دیا جا سکا۔'],
  [
    'Of {a:number} verdicts {b:number} could be given: {t:tally}. {c:clause}',
    '{a} میں سے {b} فیصلے دیے جا سکے: {t}۔ {c}',
  ],
  ['All {a:number} verdicts could be given: {t:tally}. {c:clause}', 'تمام {a} فیصلے دیے جا سکے: {t}۔ {c}'],
  ['All agree on {s:status}.', 'سب “{s}” پر متفق ہیں۔'],
  ['No verdict is more frequent than every other.', 'کوئی فیصلہ باقی سب سے زیادہ نہیں۔'],
  ['The most frequent is {s:status}; {n:number} differ from it.', 'سب سے زیادہ “{s}” کے ہیں؛ {n} اس سے مختلف ہیں۔'],
  ['The most frequent is {s:status}; 1 differs from it.', 'سب سے زیادہ “{s}” کے ہیں؛ 1 اس سے مختلف ہے۔'],
  [
    'The growth ratio is {a:number} on {d:seriesName} {w:window} and {b:number} {v:window}: the difference of {t:number} is the window alone.',
    '{d} کی بنیاد پر تناسبِ نمو {w} {a} اور {v} {b} ہے: {t} کا سارا فرق مدت کا ہے۔',
  ],
  [
    'The growth ratio is {a:number} on {d:seriesName} {w:window} and {b:number} on {e:seriesName}: the difference of {t:number} is the definition alone.',
    '{w} تناسبِ نمو {d} کی بنیاد پر {a} اور {e} کی بنیاد پر {b} ہے: {t} کا سارا فرق تعریف کا ہے۔',
  ],
  [
    'The growth ratio is {a:number} on {d:seriesName} {w:window} and {b:number} on {e:seriesName} {v:window}: of the difference of {t:number}, {x:number} is the definition and {y:number} the window ({o:changeOrder}).',
    'تناسبِ نمو {d} کی بنیاد پر {w} {a} اور {e} کی بنیاد پر {v} {b} ہے: {t} کے فرق میں سے {x} تعریف کا اور {y} مدت کا ہے ({o})۔',
  ],
];
