import type { Phrase } from '../phrase.ts';

/** What is said where the definition of an indicator changed. Labels and grounds are the pack's own words. */
export const definitionClauses: readonly Phrase[] = [
  [
    'Since {d:day} {s:seriesName} has another definition, “{l:name}”; values before enter times {f:number} ({b:name}).',
    '{d} سے {s} کی تعریف بدل گئی ہے: “{l}”؛ اس سے پہلے کی قدریں {f} سے ضرب دے کر شامل ہیں ({b})۔',
  ],
  [
    'Since {d:day} {s:seriesName} has another definition, “{l:name}”; values of the definition before enter times {f:number} ({b:name}).',
    '{d} سے {s} کی تعریف بدل گئی ہے: “{l}”؛ پچھلی تعریف کی قدریں {f} سے ضرب دے کر شامل ہیں ({b})۔',
  ],
  [
    'Since {d:day} {s:seriesName} has another definition, “{l:name}”; no link to values before is stated, so none is compared with them.',
    '{d} سے {s} کی تعریف بدل گئی ہے: “{l}”؛ پہلے کی قدروں سے کوئی ربط نہیں بتایا گیا، اس لیے ان سے موازنہ نہیں کیا جاتا۔',
  ],
  [
    'Since {d:day} {s:seriesName} has another definition, “{l:name}”; no link to values of the definition before is stated, so none is compared with them.',
    '{d} سے {s} کی تعریف بدل گئی ہے: “{l}”؛ پچھلی تعریف کی قدروں سے کوئی ربط نہیں بتایا گیا، اس لیے ان سے موازنہ نہیں کیا جاتا۔',
  ],
  [
    'It was set as {a:quantity} on an earlier definition; through the stated link it is judged as {b:quantity}.',
    'یہ ہدف پچھلی تعریف پر {a} رکھا گیا تھا؛ بتائے گئے ربط کے مطابق اسے {b} مان کر جانچا جاتا ہے۔',
  ],
  ['what is measured changed within its period, {p:period}', 'اس کی مدت ({p}) کے دوران پیمائش کی تعریف بدل گئی'],
  [
    'it was set on the definition before {d:day}, its date lies after, and no link between the two is stated',
    'یہ {d} سے پہلے کی تعریف پر رکھا گیا، اس کی تاریخ بعد کی ہے، اور دونوں کے درمیان کوئی ربط نہیں بتایا گیا',
  ],
  ['the definition changed on {d:day} and no link is stated', '{d} کو تعریف بدل گئی اور کوئی ربط نہیں بتایا گیا'],
  [
    'the definition changed on {d:day}, within a year that measures neither',
    '{d} کو تعریف بدل گئی، ایسے سال کے دوران جو کسی ایک تعریف کا نہیں',
  ],
  ['linked across the change of definition of {d:day}', '{d} کی تبدیلیِ تعریف کے پار ربط سے جوڑا گیا'],
  ['values of two definitions', 'دو تعریفوں کی قدریں'],
  [
    'only one value is known since the definition changed on {d:day}, so there is no pace',
    '{d} کو تعریف بدلنے کے بعد صرف ایک قدر معلوم ہے، اس لیے رفتار نہیں نکالی جا سکتی',
  ],
];

export const definitionLabels: readonly Phrase[] = [
  ['What was promised, on the definition it is judged by', 'کیا وعدہ کیا گیا، جانچ والی تعریف پر'],
];
