import type { Phrase } from '../phrase.ts';

/** Labels of the figures of a year without a total. */
export const yearLabels: readonly Phrase[] = [
  ['{p:period} is over', '{p} ختم ہو چکا ہے'],
  ['{p:period} in progress', '{p} جاری ہے'],
  ['Ended year, so far', 'ختم شدہ سال، اب تک معلوم'],
  ['Where the ended year lands', 'ختم شدہ سال کا متوقع مجموعہ'],
  ['Milestone of the ended year', 'ختم شدہ سال کا سنگِ میل'],
  ['Where it should have been by then', 'تب تک کہاں ہونا چاہیے تھا'],
  ['Had to come in each month not reported', 'ہر غیر شائع شدہ مہینے میں آنا تھا'],
  ['Had to come in each quarter not reported', 'ہر غیر شائع شدہ سہ ماہی میں آنا تھا'],
  ['Probability of the ended year’s milestone', 'ختم شدہ سال کے سنگِ میل کا امکان'],
  ['Needed in each remaining quarter', 'ہر باقی سہ ماہی میں درکار'],
  ['Best quarter known', 'اب تک کی بہترین سہ ماہی'],
  ['Lowest quarter known', 'اب تک کی کم ترین سہ ماہی'],
];

/** Why a landing cannot be told. */
export const yearReasons: readonly Phrase[] = [
  [
    'what is reported passes the lower end of the forecast, which does not know it',
    'جو شائع ہوا وہ پیش گوئی کی نچلی حد سے آگے ہے، اور پیش گوئی میں وہ شامل نہیں',
  ],
  ['its months are too few', 'اس کے مہینے بہت کم ہیں'],
];

/** `the 4 months`. */
export const yearRests: readonly Phrase[] = [
  ['the {n:number} months', '{n} مہینوں'],
  ['the {n:number} quarters', '{n} سہ ماہیوں'],
  ['the month', 'مہینے'],
  ['the quarter', 'سہ ماہی'],
];

/** How much of a year is reported. */
export const yearKnowns: readonly Phrase[] = [
  ['its total is not reported yet', 'اس کا مجموعہ ابھی شائع نہیں ہوا'],
  ['its total comes after its end', 'اس کا مجموعہ اس کے ختم ہونے کے بعد آئے گا'],
  [
    'all of its {n:number} months are reported, their total is not printed',
    'اس کے تمام {n} مہینے شائع ہو چکے ہیں، ان کا مجموعہ نہیں',
  ],
  [
    'all of its {n:number} quarters are reported, their total is not printed',
    'اس کی تمام {n} سہ ماہیاں شائع ہو چکی ہیں، ان کا مجموعہ نہیں',
  ],
  ['none of its {n:number} months is reported yet', 'اس کے {n} مہینوں میں سے ابھی کوئی شائع نہیں ہوا'],
  ['none of its {n:number} quarters is reported yet', 'اس کی {n} سہ ماہیوں میں سے ابھی کوئی شائع نہیں ہوئی'],
  [
    '{a:number} of its {n:number} months are reported, {b:number} are not yet',
    'اس کے {n} مہینوں میں سے {a} شائع ہو چکے ہیں، {b} ابھی نہیں',
  ],
  [
    '{a:number} of its {n:number} months is reported, {b:number} are not yet',
    'اس کے {n} مہینوں میں سے {a} شائع ہو چکا ہے، {b} ابھی نہیں',
  ],
  [
    '{a:number} of its {n:number} months are reported, {b:number} is not yet',
    'اس کے {n} مہینوں میں سے {a} شائع ہو چکے ہیں، {b} ابھی نہیں',
  ],
  [
    '{a:number} of its {n:number} quarters are reported, {b:number} are not yet',
    'اس کی {n} سہ ماہیوں میں سے {a} شائع ہو چکی ہیں، {b} ابھی نہیں',
  ],
  [
    '{a:number} of its {n:number} quarters is reported, {b:number} are not yet',
    'اس کی {n} سہ ماہیوں میں سے {a} شائع ہو چکی ہے، {b} ابھی نہیں',
  ],
  [
    '{a:number} of its {n:number} quarters are reported, {b:number} is not yet',
    'اس کی {n} سہ ماہیوں میں سے {a} شائع ہو چکی ہیں، {b} ابھی نہیں',
  ],
];

/** By what a release is overdue. */
export const yearJudges: readonly Phrase[] = [
  ['judging by past releases', 'گزشتہ اجرا کے حساب سے'],
  ['by the dates announced', 'اعلان کردہ تاریخوں کے مطابق'],
];

/** Against the best part ever, then how likely; either may be missing. */
export const yearCompared: readonly Phrase[] = [
  ['{x:number} times the best month ever known', 'یہ اب تک کے بہترین مہینے کا {x} گنا ہے'],
  ['{x:number} times the best month known', 'یہ معلوم بہترین مہینے کا {x} گنا ہے'],
  ['{x:number} times the lowest month known', 'یہ معلوم کم ترین مہینے کا {x} گنا ہے'],
  ['{x:number} times the best quarter ever known', 'یہ اب تک کی بہترین سہ ماہی کا {x} گنا ہے'],
  ['{x:number} times the best quarter known', 'یہ معلوم بہترین سہ ماہی کا {x} گنا ہے'],
  ['{x:number} times the lowest quarter known', 'یہ معلوم کم ترین سہ ماہی کا {x} گنا ہے'],
];

/** What a year's milestone took, takes or leaves. */
export const yearAskeds: readonly Phrase[] = [
  ['Its milestone is {q:quantity}', 'اس کا سنگِ میل {q} ہے'],
  [
    'What is reported has reached its milestone of {q:quantity} already',
    'جو شائع ہوا وہ اس کے {q} کے سنگِ میل تک پہنچ چکا ہے',
  ],
  [
    'What is reported is above its milestone of {q:quantity} already',
    'جو شائع ہوا وہ اس کے {q} کے سنگِ میل سے زیادہ ہو چکا ہے',
  ],
  [
    'For its milestone of {q:quantity} {r:yearRest} not reported must have brought {a:quantity} each',
    'اس کے {q} کے سنگِ میل کے لیے ضروری ہے کہ غیر شائع شدہ {r} میں سے ہر ایک میں {a} آئے ہوں',
  ],
  [
    'For its milestone of {q:quantity} {r:yearRest} not reported must have brought {a:quantity}',
    'اس کے {q} کے سنگِ میل کے لیے ضروری ہے کہ غیر شائع شدہ {r} میں {a} آئے ہوں',
  ],
  [
    'Its milestone of {q:quantity} takes {a:quantity} in each of {r:yearRest} not reported',
    'اس کے {q} کے سنگِ میل کے لیے غیر شائع شدہ {r} میں سے ہر ایک میں {a} درکار ہیں',
  ],
  [
    'Its milestone of {q:quantity} takes {a:quantity} in {r:yearRest} not reported',
    'اس کے {q} کے سنگِ میل کے لیے غیر شائع شدہ {r} میں {a} درکار ہیں',
  ],
  [
    'Its milestone of {q:quantity} leaves {a:quantity} in each of {r:yearRest} not reported',
    'اس کے {q} کے سنگِ میل میں غیر شائع شدہ {r} میں سے ہر ایک کے لیے {a} بچتے ہیں',
  ],
  [
    'Its milestone of {q:quantity} leaves {a:quantity} in {r:yearRest} not reported',
    'اس کے {q} کے سنگِ میل میں غیر شائع شدہ {r} کے لیے {a} بچتے ہیں',
  ],
];

/** Sentences on a year without a total, and the notes of its figures. */
export const yearClauses: readonly Phrase[] = [
  ['{p:period} ended on {d:day}; {k:yearKnown}.', '{p}: {d} کو ختم ہوا؛ {k}۔'],
  ['{p:period} runs from {a:day} to {b:day}; {k:yearKnown}.', '{p}: {a} سے {b} تک؛ {k}۔'],
  [
    'Its first months are missing: its landing is not estimated from the others.',
    'اس کے ابتدائی مہینے موجود نہیں: باقی مہینوں سے اس کے مجموعے کا تخمینہ نہیں لگایا جاتا۔',
  ],
  [
    'Only its first {n:number} months are known without a gap: its landing is estimated from these.',
    'صرف اس کے پہلے {n} مہینے بغیر وقفے کے معلوم ہیں: اس کے مجموعے کا تخمینہ انہی سے ہے۔',
  ],
  [
    'Only its first {n:number} month is known without a gap: its landing is estimated from these.',
    'صرف اس کا پہلا {n} مہینہ بغیر وقفے کے معلوم ہے: اس کے مجموعے کا تخمینہ اسی سے ہے۔',
  ],
  ['The total should have been printed by now, {j:yearJudge}.', 'مجموعہ اب تک شائع ہو جانا چاہیے تھا، {j}۔'],
  ['All {n:number} should have been printed by now, {j:yearJudge}.', 'تمام {n} اب تک شائع ہو جانے چاہیے تھے، {j}۔'],
  ['It should have been printed by now, {j:yearJudge}.', 'اسے اب تک شائع ہو جانا چاہیے تھا، {j}۔'],
  [
    '{n:number} months not reported should have been printed by now, {j:yearJudge}.',
    'غیر شائع شدہ {n} مہینے اب تک شائع ہو جانے چاہیے تھے، {j}۔',
  ],
  [
    '{n:number} month not reported should have been printed by now, {j:yearJudge}.',
    'غیر شائع شدہ {n} مہینہ اب تک شائع ہو جانا چاہیے تھا، {j}۔',
  ],
  [
    '{n:number} quarters not reported should have been printed by now, {j:yearJudge}.',
    'غیر شائع شدہ {n} سہ ماہیاں اب تک شائع ہو جانی چاہیے تھیں، {j}۔',
  ],
  [
    '{n:number} quarter not reported should have been printed by now, {j:yearJudge}.',
    'غیر شائع شدہ {n} سہ ماہی اب تک شائع ہو جانی چاہیے تھی، {j}۔',
  ],
  [
    'Landing estimate {m:quantity}, 80 % interval {a:quantity} to {b:quantity}.',
    'متوقع مجموعے کا تخمینہ {m}، 80 فیصد وقفہ {a} سے {b} تک۔',
  ],
  [
    'They sum to {m:quantity}, 80 % interval {a:quantity} to {b:quantity}.',
    'ان کا مجموعہ {m} بنتا ہے، 80 فیصد وقفہ {a} سے {b} تک۔',
  ],
  ['No release calendar says when the rest is due.', 'کوئی اجرائی کیلنڈر نہیں بتاتا کہ باقی کب آئیں گے۔'],
  [
    'Its {n:number} reported months alone would land it at {q:quantity}; the forecast does not know them yet.',
    'صرف اس کے {n} شائع شدہ مہینوں سے مجموعہ {q} بنتا؛ پیش گوئی میں یہ ابھی شامل نہیں۔',
  ],
  [
    'Its {n:number} reported quarters alone would land it at {q:quantity}; the forecast does not know them yet.',
    'صرف اس کی {n} شائع شدہ سہ ماہیوں سے مجموعہ {q} بنتا؛ پیش گوئی میں یہ ابھی شامل نہیں۔',
  ],
  [
    'Its one reported month alone would land it at {q:quantity}; the forecast does not know it yet.',
    'صرف اس کے ایک شائع شدہ مہینے سے مجموعہ {q} بنتا؛ پیش گوئی میں یہ ابھی شامل نہیں۔',
  ],
  [
    'Its one reported quarter alone would land it at {q:quantity}; the forecast does not know it yet.',
    'صرف اس کی ایک شائع شدہ سہ ماہی سے مجموعہ {q} بنتا؛ پیش گوئی میں یہ ابھی شامل نہیں۔',
  ],
  ['milestone ÷ {n:number}', 'سنگِ میل ÷ {n}'],
  ['Where it lands cannot be told: {r:reason}.', 'اس کے مجموعے کا تخمینہ ممکن نہیں: {r}۔'],
  ['{a:yearAsked}, {c:yearComparison}; the probability is {p:quantity}.', '{a}، {c}؛ امکان {p} ہے۔'],
  ['{a:yearAsked}; the probability is {p:quantity}.', '{a}؛ امکان {p} ہے۔'],
  ['{a:yearAsked}, {c:yearComparison}.', '{a}، {c}۔'],
  ['{a:yearAsked}.', '{a}۔'],
  ['Nothing is asked of it: the target states no date.', 'اس سے کچھ درکار نہیں: ہدف کی کوئی تاریخ نہیں بتائی گئی۔'],
  ['Nothing is asked of it: the target falls due before it.', 'اس سے کچھ درکار نہیں: ہدف کی تاریخ اس سے پہلے ہے۔'],
  ['{p:period} has ended without a printed total too.', '{p} بھی شائع شدہ مجموعے کے بغیر ختم ہو چکا ہے۔'],
  [
    '{a:period} to {b:period} have ended without a printed total too.',
    '{a} سے {b} تک بھی شائع شدہ مجموعے کے بغیر ختم ہو چکے ہیں۔',
  ],
  ['No month of {p:period} is reported yet.', '{p} کا کوئی مہینہ ابھی شائع نہیں ہوا۔'],
  ['no month of {p:period} is reported yet', '{p} کا کوئی مہینہ ابھی شائع نہیں ہوا'],
  ['none of these months is reported yet', 'ان میں سے کوئی مہینہ ابھی شائع نہیں ہوا'],
  ['sum of what is reported, with months missing between', 'جو شائع ہوا اس کا مجموعہ، درمیان کے مہینے موجود نہیں'],
  ['share of the forecast’s paths that reach the milestone', 'پیش گوئی کی راہوں کا وہ حصہ جو سنگِ میل تک پہنچتا ہے'],
  ['{n:number} of these months are over and not reported', 'ان میں سے {n} مہینے ختم ہو چکے اور شائع نہیں ہوئے'],
  ['{n:number} of these months is over and not reported', 'ان میں سے {n} مہینہ ختم ہو چکا اور شائع نہیں ہوا'],
  ['{n:number} times the lowest month known', 'معلوم کم ترین مہینے کا {n} گنا'],
  ['{n:number} times the best quarter ever known', 'اب تک کی بہترین سہ ماہی کا {n} گنا'],
  ['{n:number} times the best quarter known', 'معلوم بہترین سہ ماہی کا {n} گنا'],
  ['{n:number} times the lowest quarter known', 'معلوم کم ترین سہ ماہی کا {n} گنا'],
];
