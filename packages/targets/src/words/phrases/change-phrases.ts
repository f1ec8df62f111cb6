import type { Phrase } from '../phrase.ts';

/** Causes of a change, at the head of a bar. */
export const changeCauses: readonly Phrase[] = [
  ['New data', 'نئے اعداد'],
  ['Revision', 'نظرِ ثانی'],
  ['Loaded late', 'دیر سے شامل'],
  ['Read otherwise', 'دوسرا مفہوم'],
  ['Target', 'ہدف'],
  ['Settings', 'ترتیبات'],
  ['Code, models', 'کوڈ، ماڈل'],
];

/** The same inside a sentence. */
export const changeReasons: readonly Phrase[] = [
  ['new data', 'نئے اعداد کا'],
  ['revisions', 'نظرِ ثانی کا'],
  ['rows loaded since', 'بعد میں شامل کی گئی قدروں کا'],
  ['values read otherwise', 'قدروں کے دوسرے مفہوم کا'],
  ['the target', 'ہدف کا'],
  ['the settings', 'ترتیبات کا'],
  ['the code', 'کوڈ کا'],
];

export const changeLabels: readonly Phrase[] = [
  ['What changed since the last run', 'پچھلے رن کے بعد کیا بدلا'],
  ['As known on {d:day}', '{d} تک معلوم'],
  [
    'Compared with what was known on {d:day}, replayed by today’s code.',
    'اس سے موازنہ جو {d} تک معلوم تھا، آج کے کوڈ سے دوبارہ نکالا گیا۔',
  ],
  ['{c:changeCause}: {l:changePart}', '{c}: {l}'],
  ['The report that differs', 'وہ رپورٹ جو مختلف ہے'],
  ['The {n:number} reports that differ', 'وہ {n} رپورٹیں جو مختلف ہیں'],
  ['Reports that differ', 'مختلف رپورٹیں'],
  ['How', 'کیسے'],
  ['Document', 'دستاویز'],
  ['new', 'نئی'],
  ['reported again', 'دوبارہ شائع'],
  ['no longer counted', 'اب شمار نہیں'],
  ['As JSON, between any two runs or days', 'JSON میں، کسی بھی دو رنوں یا دنوں کے درمیان'],
  ['Compared with the run as known on {d:day}:', 'اس رن سے موازنہ، {d} تک معلوم:'],
];

/** The label of a part: a release, a revision; what is not listed stands as it is written. */
export const changePartNames: readonly Phrase[] = [
  ['{p:period} revised', '{p} پر نظرِ ثانی'],
  ['{n:name}, known by {d:day}', '{n}، {d} تک معلوم'],
  [
    '{n:pieces}, known by {d:day}, none of which decides alone',
    '{n}، {d} تک معلوم، جن میں سے کوئی اکیلا فیصلہ کن نہیں',
  ],
  [
    '{n:pieces}, known from {d:day} to {e:day}, none of which decides alone',
    '{n}، {d} سے {e} تک معلوم، جن میں سے کوئی اکیلا فیصلہ کن نہیں',
  ],
  ['{n:pieces}, known from {d:day} to {e:day}', '{n}، {d} سے {e} تک معلوم'],
  ['{p:period} reported again', '{p} دوبارہ شائع'],
  ['{p:period} reported again, none of which decides alone', '{p} دوبارہ شائع، جو اکیلے فیصلہ کن نہیں'],
  ['interval widths learned anew from past forecasts', 'گزشتہ پیش گوئیوں سے وقفوں کی چوڑائی ازسرِ نو سیکھی گئی'],
  ['code and models, version {a:name} → {b:name}', 'کوڈ اور ماڈل، نسخہ {a} سے {b}'],
  ['replayed by code {a:name}, both runs were made by {b:name}', 'کوڈ {a} سے دوبارہ نکالا گیا، دونوں رن {b} نے بنائے'],
  ['forecast through {a:period}, before through {b:period}', 'پیش گوئی {a} تک، پہلے {b} تک'],
  ['the claim reads otherwise', 'دعوے کا مفہوم بدل گیا'],
  ['what is measured has another definition', 'پیمائش کی تعریف بدل گئی'],
  [
    'the claim reads otherwise, what is measured has another definition',
    'دعوے کا مفہوم بدل گیا، اور پیمائش کی تعریف بھی',
  ],
  ['{n:name}', '{n}'],
];

/** What several causes of one kind are, counted. */
export const changePieces: readonly Phrase[] = [
  ['1 period reported again', '1 مدت دوبارہ شائع'],
  ['{n:number} periods reported again', '{n} مدتیں دوبارہ شائع'],
  ['1 document', '1 دستاویز'],
  ['{n:number} documents', '{n} دستاویزات'],
];

export const changeClauses: readonly Phrase[] = [
  ['Nothing changed: the probability is {p:quantity} on both sides.', 'کچھ نہیں بدلا: امکان دونوں طرف {p} ہے۔'],
  [
    'The probability {m:moved}. The largest part is {c:changeReason}, {a:number} points and {b:quantity} of the median: {l:changePart}.',
    'امکان {m}۔ سب سے بڑا حصہ {c} ہے، {a} پوائنٹ اور وسطانیے میں {b}: {l}۔',
  ],
  [
    'The probability {m:moved}. The median alone moved; the largest part of that is {c:changeReason}, {b:quantity} of the median: {l:changePart}.',
    'امکان {m}۔ صرف وسطانیہ بدلا؛ اس کا سب سے بڑا حصہ {c} ہے، وسطانیے میں {b}: {l}۔',
  ],
  ['The probability {m:moved}.', 'امکان {m}۔'],
  [
    'The parts sum to the change and do not depend on their order.',
    'حصوں کا مجموعہ تبدیلی کے برابر ہے اور ترتیب پر منحصر نہیں۔',
  ],
  [
    'Another seed alone moves the probability by up to {p:number} points ({n:number} seeds tried).',
    'صرف رینڈم سیڈ بدلنے سے امکان {p} پوائنٹ تک بدل جاتا ہے ({n} سیڈ آزمائے گئے)۔',
  ],
  [
    'Another seed alone moves the probability by up to {p:number} points ({n:number} seed tried).',
    'صرف رینڈم سیڈ بدلنے سے امکان {p} پوائنٹ تک بدل جاتا ہے ({n} سیڈ آزمایا گیا)۔',
  ],
];

export const movedWords: readonly Phrase[] = [
  [
    'went from {a:quantity} to {b:quantity}, no more than another seed alone would move it',
    '{a} سے {b} ہو گیا، جو صرف رینڈم سیڈ بدلنے سے بھی ہو سکتا ہے',
  ],
  ['went from {a:quantity} to {b:quantity}', '{a} سے {b} ہو گیا'],
  ['stayed at {a:quantity}', '{a} پر قائم رہا'],
];
