import type { Phrase } from '../phrase.ts';

/** How forecasts did. */
export const recordLabels: readonly Phrase[] = [
  ['How our forecasts of it did', 'اس کی ہماری پیش گوئیاں کیسی رہیں'],
  ['Reliability', 'قابلِ اعتبار ہونا'],
  ['Reliability on the public panel', 'عوامی پینل پر قابلِ اعتبار ہونا'],
  ['The whole record', 'پورا ریکارڈ (انگریزی میں)'],
  ['Scores by years ahead', 'اسکور، کتنے سال آگے کے لحاظ سے'],
  ['Who', 'کس نے'],
  ['MASE', 'MASE'],
  ['MAPE', 'MAPE'],
  ['Bias', 'جھکاؤ'],
  ['Skill', 'مہارت'],
  ['CRPS', 'CRPS'],
  ['Brier', 'Brier'],
  ['in {p:quantity}', '{p} میں'],
  ['Hadaf', 'ہدف'],
  ['Random walk with drift', 'رجحان کے ساتھ رینڈم واک'],
  ['Past growth rates', 'گزشتہ شرحِ نمو'],
  ['Called', 'کہا گیا'],
  ['Cases', 'مثالیں'],
  ['Called on average', 'اوسطاً کہا گیا'],
  ['Happened', 'ہوا'],
  ['Happened, {p:quantity} interval', 'ہوا، {p} وقفہ'],
  ['{a:number} to {b:quantity}', '{a} تا {b}'],
  ['{a:ahead}, {c:caseCount}', '{a}، {c}'],
];

export const aheads: readonly Phrase[] = [
  ['1 year ahead', '1 سال آگے'],
  ['{n:number} years ahead', '{n} سال آگے'],
];

export const outcomeCounts: readonly Phrase[] = [
  ['1 outcome', '1 نتیجے'],
  ['{n:number} outcomes', '{n} نتائج'],
];

export const reaches: readonly Phrase[] = [
  ['1 year ahead', '1 سال آگے'],
  ['up to {n:number} years ahead', '{n} سال آگے تک'],
];

export const caseCounts: readonly Phrase[] = [
  ['1 case', '1 مثال'],
  ['{n:number} cases', '{n} مثالیں'],
];

/** What was asked, to be counted. */
export const questionKinds: readonly Phrase[] = [
  ['1 probability of a target', 'ایک ہدف کا 1 امکان'],
  ['{n:number} probabilities of targets', 'اہداف کے {n} امکانات'],
  ['{n:number} probabilities of standard thresholds', 'معیاری حدوں کے {n} امکانات'],
  ['{n:number} questions of the public panel', 'عوامی پینل کے {n} سوالات'],
  ['{n:number} questions', '{n} سوالات'],
];

/** How many outcomes an interval held, and what to make of it. */
export const coverageJudgements: readonly Phrase[] = [
  ['too few to judge it', 'اسے پرکھنے کے لیے بہت کم'],
  ['so far it was too narrow for this series', 'اب تک یہ اس سلسلے کے لیے بہت تنگ تھا'],
  ['so far it was wider than it had to be', 'اب تک یہ ضرورت سے زیادہ چوڑا تھا'],
  ['about as many as it should', 'تقریباً اتنے ہی جتنے ہونے چاہییں'],
];

export const recordClauses: readonly Phrase[] = [
  [
    'Replayed from what was known on earlier days, the 80 % interval held {s:quantity} of {o:outcomeCount}, {r:reach}: {j:coverage}.',
    'پہلے دنوں کے معلوم اعداد سے دوبارہ نکالا جائے تو 80 فیصد وقفے میں {o} میں سے {s} آئے، {r}: {j}۔',
  ],
  [
    'As published, the 80 % interval held {s:quantity} of {o:outcomeCount}, {r:reach}: {j:coverage}.',
    'جیسا شائع ہوا، 80 فیصد وقفے میں {o} میں سے {s} آئے، {r}: {j}۔',
  ],
  [
    'Being updated: the record of the newest run is being made.',
    'تازہ ہو رہا ہے: تازہ ترین رن کا ریکارڈ بنایا جا رہا ہے۔',
  ],
  [
    'Until it is there this is the record as known on {d:day}, of run',
    'تب تک یہ وہ ریکارڈ ہے جو {d} تک معلوم تھا، اس رن کا:',
  ],
  [
    'Published before the outcome was known, and unchanged since.',
    'نتیجہ معلوم ہونے سے پہلے شائع ہوئی، اور تب سے نہیں بدلی۔',
  ],
  [
    'Replayed: what our present code would have said from what was known on each day. Nobody read it then, and the models were chosen knowing how it ended.',
    'دوبارہ نکالی گئی: ہر دن کے معلوم اعداد سے ہمارا موجودہ کوڈ کیا کہتا۔ تب اسے کسی نے نہیں پڑھا، اور ماڈل انجام جانتے ہوئے چنے گئے۔',
  ],
  [
    'None of the years it forecasts has come yet: there is nothing to score.',
    'جن برسوں کی پیش گوئی ہے ان میں سے ابھی کوئی نہیں آیا: پرکھنے کو کچھ نہیں۔',
  ],
  [
    '{a:number} days of forecasts, {b:number} forecast years have come.',
    'پیش گوئی کے {a} دن؛ پیش گوئی کے {b} سال آ چکے ہیں۔',
  ],
  [
    '{q:questionKind} about {e:number} events of {s:number} series: too few to tell a good forecaster from a lucky one.',
    '{q}، {s} سلسلے کے {e} واقعات کے بارے میں: اتنے کم کہ اچھی پیش گوئی اور خوش قسمتی میں فرق نہیں ہو سکتا۔',
  ],
  ['Questions of one series share its luck.', 'ایک ہی سلسلے کے سوالات کی قسمت ایک سی ہوتی ہے۔'],
  ['Reliability of {q:questionKind}', '{q} کا اعتبار'],
  [
    '{a:number} standard questions about {b:number} years of {c:number} series (UNCTAD, digitally deliverable services trade of {d:number}–{e:number}, CC BY 4.0): each half of the economies was asked by what the other half taught.',
    '{c} سلسلوں کے {b} برسوں کے بارے میں {a} معیاری سوالات (UNCTAD، {d} تا {e} کی ڈیجیٹل خدمات کی تجارت، CC BY 4.0): آدھی معیشتوں سے وہ پوچھا گیا جو باقی آدھی نے سکھایا۔',
  ],
  [
    'Years that surprised one economy surprised others too, so the intervals are narrower than the truth.',
    'جن برسوں نے ایک معیشت کو چونکایا انھوں نے دوسروں کو بھی چونکایا، اس لیے وقفے حقیقت سے تنگ ہیں۔',
  ],
  ['Nothing was judged yet.', 'ابھی کچھ نہیں پرکھا گیا۔'],
  ['Called {a:quantity}: {b:quantity} happened, {c:caseCount}.', '{a} کہا گیا: {b} ہوا، {c}۔'],
  [
    'No forecast of what measures it has been made yet: there is nothing to score.',
    'اسے ناپنے والے سلسلے کی ابھی کوئی پیش گوئی نہیں ہوئی: پرکھنے کو کچھ نہیں۔',
  ],
  [
    'MASE and CRPS in mean yearly changes known on the day of the forecast; Brier of five standard thresholds a forecast. Lower is better; “in 80 %” should be 80 %.',
    'MASE اور CRPS پیش گوئی کے دن معلوم اوسط سالانہ تبدیلیوں میں؛ Brier ہر پیش گوئی کی پانچ معیاری حدوں کا۔ کم بہتر ہے؛ “80 فیصد میں” کو 80 فیصد ہونا چاہیے۔',
  ],
  [
    'Bias above 0 says too much; skill is 1 − MASE ÷ the drift’s: above 0 is better than the drift.',
    'جھکاؤ 0 سے زیادہ ہو تو پیش گوئی زیادہ تھی؛ مہارت 1 منفی (MASE تقسیم رجحان کا MASE) ہے: 0 سے زیادہ رجحان سے بہتر ہے۔',
  ],
  [
    'Brier {a:number} = reliability {b:number} − resolution {c:number} + uncertainty {d:number} + within bins {e:number}; log score {f:number}; calibration error {g:number}.',
    'Brier اسکور {a} = اعتبار {b} منفی تفریق {c} جمع بے یقینی {d} جمع خانوں کے اندر {e}؛ لاگ اسکور {f}؛ آزمائشی غلطی {g}۔',
  ],
];
