import type { Phrase } from '../phrase.ts';

/** Labels of figures and titles of steps. */
export const labels: readonly Phrase[] = [
  ['What was promised', 'کیا وعدہ کیا گیا'],
  ['Latest value', 'تازہ ترین قدر'],
  ['Expected value', 'متوقع قدر'],
  ['Gap', 'ہدف سے فرق'],
  ['Expected year of arrival', 'ہدف تک پہنچنے کا متوقع سال'],
  ['Growth required', 'مطلوبہ نمو'],
  ['Amount required', 'مطلوبہ سالانہ اضافہ'],
  ['Growth achieved, last year', 'گزشتہ سال کی نمو'],
  ['Growth achieved, last {n:number} years', 'گزشتہ {n} سال کی نمو'],
  ['Burn rate', 'مطلوبہ رفتار میں اضافہ'],
  ['Achieved ÷ required growth, {n:windowYears} window', 'حاصل شدہ ÷ مطلوبہ نمو، {n} سال کی مدت'],
  ['Year in progress, so far', 'جاری سال، اب تک'],
  ['Newer year, so far', 'اس کے بعد کا سال، اب تک'],
  ['Where that year lands', 'اس سال کا متوقع مجموعہ'],
  ['Milestone of the year', 'سال کا سنگِ میل'],
  ['Where it should be by now', 'اب تک کہاں ہونا چاہیے'],
  ['Needed in each remaining month', 'ہر باقی مہینے میں درکار'],
  ['Best month known', 'اب تک کا بہترین مہینہ'],
  ['Lowest month known', 'اب تک کا کم ترین مہینہ'],
  ['Probability of the year’s milestone', 'سال کے سنگِ میل کا امکان'],
  ['Probability at the date', 'مقررہ تاریخ پر امکان'],
  ['Status: {s:status}', 'حیثیت: {s}'],
  ['Due by {d:day}', '{d} تک مطلوب'],
  ['Planned by the day of the count', 'گنتی کے دن تک کا منصوبہ'],
  ['SPI, in units', 'SPI، اکائیوں میں'],
  ['SPI(t), in time', 'SPI(t)، وقت میں'],
  ['Finish at the pace so far, days late', 'اب تک کی رفتار پر تکمیل، دنوں کی تاخیر'],
  ['Promised with it: {t:titleName}', 'اس کے ساتھ کیا گیا وعدہ: {t}'],
  ['Physical progress, last report', 'کام کی پیش رفت، آخری اطلاع'],
  ['Growth for {o:odds}', '{o} کے لیے نمو'],
  ['Added amount a year for {o:odds}', '{o} کے لیے سالانہ اضافی رقم'],
  ['Date of {o:odds}', '{o} کا سال'],
  ['target', 'ہدف'],
  ['latest', 'تازہ ترین'],
  ['base', 'بنیاد'],
  ['known', 'معلوم'],
  ['reported', 'شائع شدہ'],
  ['total ÷ same months', 'مجموعہ ÷ وہی مہینے'],
];

/** What a solved figure aims at. */
export const odds: readonly Phrase[] = [
  ['even odds', 'برابر امکان'],
  ['a probability of {p:quantity}', '{p} امکان'],
];

/** The value of the forecast a solved figure starts from. */
export const quantiles: readonly Phrase[] = [
  ['median', 'وسطانیہ'],
  ['value passed with a probability of {p:quantity}', 'وہ قدر جس سے آگے بڑھنے کا امکان {p} ہے'],
];

/** `3-year` of a window. */
export const windowYears: readonly Phrase[] = [['{n:number}-year', '{n}']];

export const monthSpans: readonly Phrase[] = [
  ['{a:monthName}–{b:monthName}', '{a} تا {b}'],
  ['{a:monthName}', '{a}'],
];

/** Periods as the product prints them. */
export const periods: readonly Phrase[] = [
  ['FY{y:year}', 'مالی سال {y}'],
  ['calendar {y:year}', 'سال {y}'],
  ['{y:year}', 'سال {y}'],
  ['{d:day}', '{d}'],
  ['{m:monthSpan} FY{y:year}', 'مالی سال {y} کے {m}'],
  ['{a:day} – {b:day}', '{a} تا {b}'],
  ['to {p:period}', '{p} تک'],
  ['since {d:day}', '{d} سے'],
  ['after {a:day}, to {b:day}', '{a} کے بعد، {b} تک'],
  ['each of {n:number} years to {p:period}', '{p} تک {n} برسوں میں سے ہر سال'],
  ['each of 1 year to {p:period}', '{p} تک 1 سال میں'],
  ['{a:period} to {b:period}, target {c:period}', '{a} سے {b} تک، ہدف {c}'],
  ['{p:period}: {a:day} to {b:day}', '{p}: {a} سے {b} تک'],
  ['{a:period} to {b:period}', '{a} سے {b} تک'],
  ['no date stated', 'کوئی تاریخ نہیں بتائی گئی'],
  ['{d:day}, {s:slip}', '{d}، {s}'],
];

/** How figures come about, and the notes beside them. */
export const figureClauses: readonly Phrase[] = [
  ['as announced', 'اعلان کے مطابق'],
  ['reported, as printed ± {n:number}', 'شائع شدہ، ± {n} کی گولائی کے ساتھ'],
  ['reported as one sum', 'ایک ہی مجموعے کے طور پر شائع شدہ'],
  ['a reported sum continued by reported months', 'شائع شدہ مجموعہ، جس میں بعد کے شائع شدہ مہینے جمع کیے گئے'],
  [
    'sum of the months that reports of quarters, sums and months reconcile to',
    'ان مہینوں کا مجموعہ جن پر سہ ماہیوں، مجموعوں اور مہینوں کی رپورٹیں ہم آہنگ ہوتی ہیں',
  ],
  ['no total is published', 'کوئی مجموعہ شائع نہیں ہوا'],
  ['no total is published, with the deviation of their sum', 'کوئی مجموعہ شائع نہیں ہوا؛ مجموعے کا انحراف ساتھ ہے'],
  ['sum of reported months', 'شائع شدہ مہینوں کا مجموعہ'],
  ['sum of reported quarters and months', 'شائع شدہ سہ ماہیوں اور مہینوں کا مجموعہ'],
  ['sum of all twelve months, with their rounding only', 'تمام بارہ مہینوں کا مجموعہ، صرف ان کی گولائی کے ساتھ'],
  ['not a reported total', 'شائع شدہ مجموعہ نہیں'],
  ['{f:formula}', '{f}'],
  ['median of the forecast from {n:number} reported years', '{n} شائع شدہ برسوں کی پیش گوئی کا وسطانیہ'],
  ['median of the forecast from 1 reported year', '1 شائع شدہ سال کی پیش گوئی کا وسطانیہ'],
  [
    'every path counts that has reached it in that year or before, even if it falls back',
    'ہر وہ راہ شمار ہوتی ہے جو اس سال یا اس سے پہلے ہدف تک پہنچ چکی ہو، چاہے بعد میں پیچھے ہٹ جائے',
  ],
  ['only paths that are there in that very year count', 'صرف وہ راہیں شمار ہوتی ہیں جو عین اسی سال ہدف پر ہوں'],
  [
    'the expected year of arrival also counts those there before',
    'ہدف تک پہنچنے کے متوقع سال میں پہلے پہنچنے والی راہیں بھی شمار ہوتی ہیں',
  ],
  ['expected − required, positive is good', 'متوقع منفی مطلوبہ؛ مثبت بہتر ہے'],
  [
    'first year by which the target is reached as likely as not',
    'پہلا سال جس تک ہدف پورا ہونے کا امکان آدھا ہو جاتا ہے',
  ],
  [
    'growth required now ÷ growth required when it was announced, from the data known then',
    'اب درکار نمو ÷ اعلان کے وقت درکار نمو، تب معلوم اعداد و شمار سے',
  ],
  ['growth {a:number} → {b:number} ÷ growth {c:number} → {d:number}', '{a} سے {b} تک کی نمو ÷ {c} سے {d} تک کی نمو'],
  ['a Eurostat-type rule calls 0.95 or more on track', 'یورو سٹیٹ طرز کا اصول 0.95 یا زیادہ کو درست راہ پر کہتا ہے'],
  [
    'known months × exp(mean of log(total ÷ same months)) over {n:number} earlier years',
    'معلوم مہینے × گزشتہ {n} برسوں میں (مجموعہ ÷ وہی مہینے) کی لوگارتھمی اوسط',
  ],
  ['{f:formula}: constant growth to the target', '{f}: ہدف تک یکساں شرحِ نمو'],
  ['{f:formula}: equal steps to the target', '{f}: ہدف تک برابر قدم'],
  [
    '{f:formula}: every path of the forecast lifted until P = {n:number}',
    '{f}: پیش گوئی کی ہر راہ اتنی اٹھائی گئی کہ امکان {n} ہو جائے',
  ],
  [
    '{f:formula}: target less the forecast’s {m:quantile}, in equal steps',
    '{f}: ہدف منفی پیش گوئی کا {m}، برابر قدموں میں',
  ],
  ['the target itself: it falls due in this year', 'خود ہدف: اس کی تاریخ اسی سال ہے'],
  [
    'milestone × usual share of the first {n:number} months ({s:quantity})',
    'سنگِ میل × پہلے {n} مہینوں کا معمول کا حصہ ({s})',
  ],
  ['(milestone − {a:number}) ÷ {n:number}', '(سنگِ میل منفی {a}) ÷ {n}'],
  [
    'share of the landing estimate’s distribution that reaches the milestone',
    'سال کے متوقع مجموعے کی تقسیم کا وہ حصہ جو سنگِ میل تک پہنچتا ہے',
  ],
  [
    'share of the landing estimate’s distribution at or above the target',
    'سال کے متوقع مجموعے کی تقسیم کا وہ حصہ جو ہدف کے برابر یا اس سے زیادہ ہے',
  ],
  [
    'share of the landing estimate’s distribution at or below the target',
    'سال کے متوقع مجموعے کی تقسیم کا وہ حصہ جو ہدف کے برابر یا اس سے کم ہے',
  ],
  ['share of {n:number} paths at or above the target', '{n} راہوں کا وہ حصہ جو ہدف کے برابر یا اس سے زیادہ ہے'],
  ['share of {n:number} paths at or below the target', '{n} راہوں کا وہ حصہ جو ہدف کے برابر یا اس سے کم ہے'],
  [
    'on track from P = {a:number}, at risk from {b:number}, else off track',
    'امکان {a} سے درست راہ پر، {b} سے خطرے میں، ورنہ راہ سے ہٹا ہوا',
  ],
  ['no rule could be applied', 'کوئی اصول لاگو نہیں ہو سکا'],
  ['rule “{r:rule}”, version {v:number}', 'اصول “{r}”، نسخہ {v}'],
  [
    'between milestones the plan is read as a straight line, from nothing on its first day',
    'سنگِ میلوں کے درمیان منصوبہ سیدھی لکیر مانا گیا ہے، پہلے دن صفر سے',
  ],
  ['milestone of the plan', 'منصوبے کا سنگِ میل'],
  ['reported ÷ planned', 'شائع شدہ ÷ منصوبہ'],
  ['{a:dayCount} of the plan earned ÷ {b:dayCount} gone', 'منصوبے کے {a} کا کام ÷ گزرے ہوئے {b}'],
  ['plan duration ÷ SPI(t)', 'منصوبے کی مدت ÷ SPI(t)'],
  ['{n:number} reported, met', '{n} کی اطلاع ہے، پورا'],
  ['{n:number} reported, not met', '{n} کی اطلاع ہے، پورا نہیں'],
  ['on {d:day}; {c:clause}', '{d} کو؛ {c}'],
  ['an interval is not estimable: {r:reason}', 'وقفے کا تخمینہ ممکن نہیں: {r}'],
  [
    '{a:day} to {b:day} at the fastest and the slowest of {n:number} past paces',
    '{n} گزشتہ رفتاروں میں سے تیز ترین پر {a} اور سست ترین پر {b}',
  ],
  ['claimed ({n:name})', 'دعوے کے مطابق ({n})'],
  ['{q:quantity} {t:countedName} for each of {n:number} {u:countedName}', '{n} {u} میں سے ہر ایک کے لیے {q} {t}'],
  ['{a:number} of 12 months of {p:period} known', '{p} کے 12 میں سے {a} مہینے معلوم ہیں'],
  ['estimate; 80 % interval {a:quantity} to {b:quantity}', 'تخمینہ؛ 80 فیصد وقفہ {a} سے {b} تک'],
  [
    'no total is reported; 80 % interval {a:quantity} to {b:quantity}',
    'کوئی مجموعہ شائع نہیں ہوا؛ 80 فیصد وقفہ {a} سے {b} تک',
  ],
  ['what is known is {q:quantity} below it', 'جو معلوم ہے وہ اس سے {q} کم ہے'],
  ['what is known is {q:quantity} above it', 'جو معلوم ہے وہ اس سے {q} زیادہ ہے'],
  ['{n:number} times the best month ever known', 'اب تک کے بہترین مہینے کا {n} گنا'],
  ['{n:number} times the best month known', 'معلوم بہترین مہینے کا {n} گنا'],
  ['the milestone is reached already', 'سنگِ میل پہلے ہی پورا ہو چکا ہے'],
  ['beyond {p:period}, the end of the forecast', '{p} کے بعد، جہاں پیش گوئی ختم ہوتی ہے'],
  [
    'first year in which the forecast’s {m:quantile} reaches the target',
    'پہلا سال جس میں پیش گوئی کا {m} ہدف تک پہنچتا ہے',
  ],
  [
    'the middle of the forecast grows {a:quantity}; each year would have to bring {b:quantity} on top',
    'پیش گوئی کا وسط {a} بڑھتا ہے؛ ہر سال اس کے علاوہ {b} مزید درکار ہو گا',
  ],
  [
    'each year that much more than the forecast adds; {q:quantity} in {p:period}',
    'ہر سال پیش گوئی کے اضافے سے اتنا زیادہ؛ {p} میں {q}',
  ],
  ['paths round the median of {m:modelList}', 'راہیں ان ماڈلوں کے وسطانیے کے گرد: {m}'],
  ['“{t:title}”, {a:announcer}, {d:day}', '“{t}”، {a}، {d}'],
  ['“{t:title}”, {a:announcer}', '“{t}”، {a}'],
];

/** Spans of time, counted. */
export const dayCounts: readonly Phrase[] = [
  ['1 day', '1 دن'],
  ['{n:number} days', '{n} دن'],
];

export const monthCounts: readonly Phrase[] = [
  ['1 month', '1 ماہ'],
  ['{n:number} months', '{n} ماہ'],
];

export const rules: readonly Phrase[] = [
  ['earned schedule', 'حاصل شدہ شیڈول'],
  ['held years', 'سال بہ سال وعدہ'],
  ['attainment', 'حصولِ ہدف'],
  ['event', 'واقعہ'],
];

export const modelLists: readonly Phrase[] = [
  ['{m:model}, {rest:modelList}', '{m}، {rest}'],
  ['{m:model}', '{m}'],
];

/** How old the data are, and what to bear in mind. */
export const caveatClauses: readonly Phrase[] = [
  ['Latest data: {p:period}, {n:monthCount} old.', 'تازہ ترین اعداد و شمار: {p}، {n} پرانے۔'],
  ['{p:period} is expected about {d:day}.', '{p} کے اعداد {d} کے لگ بھگ متوقع ہیں۔'],
  ['{p:period} is expected {d:day}.', '{p} کے اعداد {d} کو متوقع ہیں۔'],
  [
    '{p:period} was expected about {d:day} and is overdue{more:laterReleases}.',
    '{p} کے اعداد {d} کے لگ بھگ متوقع تھے اور تاخیر کا شکار ہیں{more}۔',
  ],
  [
    '{p:period} was expected {d:day} and is overdue{more:laterReleases}.',
    '{p} کے اعداد {d} کو متوقع تھے اور تاخیر کا شکار ہیں{more}۔',
  ],
  [
    '{p:period} was expected about {d:day} and is overdue.',
    '{p} کے اعداد {d} کے لگ بھگ متوقع تھے اور تاخیر کا شکار ہیں۔',
  ],
  ['{p:period} was expected {d:day} and is overdue.', '{p} کے اعداد {d} کو متوقع تھے اور تاخیر کا شکار ہیں۔'],
  [
    'The newest value is of {d:day}, {n:monthCount} old; no release calendar says when the next is due.',
    'تازہ ترین قدر {d} کی ہے، {n} پرانی؛ کوئی اجرائی کیلنڈر نہیں بتاتا کہ اگلی کب آئے گی۔',
  ],
  [
    'The forecast rests on 1 yearly value; with so few, its interval matters more than its middle.',
    'پیش گوئی 1 سالانہ قدر پر مبنی ہے؛ اتنی کم قدروں میں اس کا وقفہ اس کے وسط سے زیادہ اہم ہے۔',
  ],
  [
    'The forecast rests on {n:number} yearly values; with so few, its interval matters more than its middle.',
    'پیش گوئی {n} سالانہ قدروں پر مبنی ہے؛ اتنی کم قدروں میں اس کا وقفہ اس کے وسط سے زیادہ اہم ہے۔',
  ],
  [
    '{p:period} is published only as {v:quantity}, give or take {h:quantity}.',
    '{p} کی قدر صرف {v} شائع ہوئی ہے، {h} کی کمی بیشی کے ساتھ۔',
  ],
  [
    '{p:period} is an estimate from its first {n:number} months; no total is published.',
    '{p} کا عدد اس کے پہلے {n} مہینوں سے لگایا گیا تخمینہ ہے؛ کوئی مجموعہ شائع نہیں ہوا۔',
  ],
  [
    '{p:period} is an estimate from its first 1 month; no total is published.',
    '{p} کا عدد اس کے پہلے 1 مہینے سے لگایا گیا تخمینہ ہے؛ کوئی مجموعہ شائع نہیں ہوا۔',
  ],
  [
    '{p:period} is the sum of its twelve months; no total is published.',
    '{p} کا عدد اس کے بارہ مہینوں کا مجموعہ ہے؛ کوئی مجموعہ شائع نہیں ہوا۔',
  ],
  [
    '"{w:wording}" is read as {p:period}; other readings are listed with the target.',
    '“{w}” سے {p} مراد لیا گیا ہے؛ دوسرے مفہوم ہدف کے ساتھ درج ہیں۔',
  ],
  [
    'No total of {p:period} is published; the sum of its reconciled months stands in its place.',
    '{p} کا کوئی مجموعہ شائع نہیں ہوا؛ اس کی جگہ ہم آہنگ کیے گئے مہینوں کا مجموعہ رکھا گیا ہے۔',
  ],
  ['P is {p:quantity}, at or below {q:quantity}', 'امکان {p} ہے، {q} یا اس سے کم'],
  ['P is {p:quantity}, at or above {q:quantity}', 'امکان {p} ہے، {q} یا اس سے زیادہ'],
  ['P is {p:quantity}, between {a:quantity} and {b:quantity}', 'امکان {p} ہے، {a} اور {b} کے درمیان'],
  ['burn is {x:number}, at or below {y:number}', 'مطلوبہ رفتار میں اضافہ {x} ہے، {y} یا اس سے کم'],
  ['burn is {x:number}, at or above {y:number}', 'مطلوبہ رفتار میں اضافہ {x} ہے، {y} یا اس سے زیادہ'],
  ['burn is {x:number}, between {a:number} and {b:number}', 'مطلوبہ رفتار میں اضافہ {x} ہے، {a} اور {b} کے درمیان'],
  ['no milestone is missed', 'کوئی سنگِ میل نہیں چھوٹا'],
  [
    'the milestone of {d:day} is missed: {a:number} of {b:number} reported',
    '{d} کا سنگِ میل پورا نہیں ہوا: {b} میں سے {a} کی اطلاع ہے',
  ],
  ['the next release is {n:dayCount} overdue', 'اگلا اجرا {n} کی تاخیر کا شکار ہے'],
  ['the next release is {n:dayCount} overdue, less than {m:number}', 'اگلے اجرا کی تاخیر {n} ہے، {m} سے کم'],
  ['no release is expected', 'کسی اجرا کی توقع نہیں'],
  ['no probability could be given', 'کوئی امکان نہیں بتایا جا سکا'],
  ['no burn rate could be computed', 'مطلوبہ رفتار میں اضافہ نہیں نکالا جا سکا'],
  [
    'the newest release revised nothing by more than usual',
    'تازہ ترین اجرا میں معمول سے زیادہ کوئی نظرِ ثانی نہیں ہوئی',
  ],
  [
    '{p:period} was revised by more than usual, from {a:number} to {b:number}, and {n:number} more',
    '{p} پر معمول سے زیادہ نظرِ ثانی ہوئی، {a} سے {b} تک، اور {n} مزید پر بھی',
  ],
  [
    '{p:period} was revised by more than usual, from {a:number} to {b:number}',
    '{p} پر معمول سے زیادہ نظرِ ثانی ہوئی، {a} سے {b} تک',
  ],
  ['By {m:methodOblique}: {c:clause}', '{m} کے مطابق: {c}'],
  ['Planned units: {c:clause}.', 'منصوبے کی اکائیاں: {c}۔'],
  ['Assumed: {r:reason}.', 'مفروضہ: {r}۔'],
];

export const laterReleases: readonly Phrase[] = [
  [', as are {n:number} later releases', '، اور اس کے بعد کے {n} اجرا بھی'],
  [', as is 1 later release', '، اور اس کے بعد کا 1 اجرا بھی'],
];

/** Clauses that stand beside each other; tried last. */
export const joiners: readonly Phrase[] = [
  ['{c:clause} ({n:name}).', '{c} ({n})۔'],
  ['{a:clause}; {b:clause}', '{a}؛ {b}'],
  ['{a:clause}. {b:clause}', '{a}۔ {b}'],
  ['{a:clause} {b:clause}', '{a} {b}'],
];
