import type { Phrase } from '../phrase.ts';

export const whens: readonly Phrase[] = [
  ['known by {d:day}', '{d} تک معلوم'],
  ['{d:day}', '{d}'],
];

/** What a claim did, after “نے”. */
export const claimDeeds: readonly Phrase[] = [
  ['first named {g:goal}', 'پہلی بار {g} کا ہدف بتایا'],
  ['repeated {g:goal}', '{g} کا ہدف دہرایا'],
  ['named {g:goal} beside earlier claims', 'پہلے دعووں کے ساتھ {g} کا ہدف بتایا'],
  ['named the same {g:goal} for something else: “{t:titleName}”', 'اتنا ہی ہدف ({g}) کسی اور چیز کے لیے بتایا: “{t}”'],
  ['raised the target for {p:period} from {a:quantity} to {b:quantity}', '{p} کا ہدف {a} سے بڑھا کر {b} کر دیا'],
  ['lowered the target for {p:period} from {a:quantity} to {b:quantity}', '{p} کا ہدف {a} سے گھٹا کر {b} کر دیا'],
  ['raised the target without a date from {a:quantity} to {b:quantity}', 'بغیر تاریخ کا ہدف {a} سے بڑھا کر {b} کر دیا'],
  [
    'lowered the target without a date from {a:quantity} to {b:quantity}',
    'بغیر تاریخ کا ہدف {a} سے گھٹا کر {b} کر دیا',
  ],
  [
    'replaced {a:quantity} by {p:period} with {b:quantity} by {q:period}',
    '{p} تک {a} کے ہدف کی جگہ {q} تک {b} کا ہدف رکھا',
  ],
  ['moved {q:quantity} from {a:period} to {b:period}', '{q} کا ہدف {a} سے {b} پر منتقل کیا'],
  ['gave {q:quantity} a date: {p:period}', '{q} کے ہدف کو تاریخ دی: {p}'],
  ['named {q:quantity} without the date {p:period}', '{q} کا ہدف {p} کی تاریخ کے بغیر بتایا'],
  ['first announced it, without a date', 'پہلی بار تاریخ کے بغیر اس کا اعلان کیا'],
  ['announced something else, without a date: “{t:titleName}”', 'تاریخ کے بغیر کسی اور چیز کا اعلان کیا: “{t}”'],
  ['repeated it without a date', 'اسے تاریخ کے بغیر دہرایا'],
  ['first gave the date {p:period}', 'پہلی بار {p} کی تاریخ دی'],
  ['repeated the date {p:period}', '{p} کی تاریخ دہرائی'],
  ['gave the date {p:period}', '{p} کی تاریخ دی'],
  [
    'gave the same date, {p:period}, for something else: “{t:titleName}”',
    'وہی تاریخ، {p}، کسی اور چیز کے لیے دی: “{t}”',
  ],
  ['moved the date from {a:period} to {b:period}', 'تاریخ {a} سے بدل کر {b} کر دی'],
];

/** Shares of one outcome against the values that pages give. */
export const outcomeShares: readonly Phrase[] = [
  ['{s:quantity} of {q:quantity} ({a:announcer}), {rest:outcomes}', '{q} کا {s} ({a})، {rest}'],
  ['{s:quantity} of {q:quantity} ({a:announcer})', '{q} کا {s} ({a})'],
];

export const sums: readonly Phrase[] = [
  ['({a:quantity} to {b:quantity}) + {rest:sum}', '({a} تا {b}) + {rest}'],
  ['({a:quantity} to {b:quantity})', '({a} تا {b})'],
  ['{q:quantity} + {rest:sum}', '{q} + {rest}'],
  ['{q:quantity}', '{q}'],
];

/** Several dates of one claim. */
export const dateLists: readonly Phrase[] = [
  ['{q:quantity} by {p:period}, {rest:dateList}', '{p} تک {q}، {rest}'],
  ['{q:quantity} by {p:period}', '{p} تک {q}'],
];

/** Years a promise to hold was missed in. */
export const missedYears: readonly Phrase[] = [
  ['{q:quantity} in {p:period}, {rest:missed}', '{p} میں {q}، {rest}'],
  ['{q:quantity} in {p:period}', '{p} میں {q}'],
];

export const claimClauses: readonly Phrase[] = [
  [
    'It sets several dates: {l:dateList}; all dates have passed; the last one counts, {p:period}.',
    'اس میں کئی تاریخیں ہیں: {l}؛ سب گزر چکی ہیں؛ آخری شمار ہوتی ہے، {p}۔',
  ],
  [
    'It sets several dates: {l:dateList}; the next one counts, {p:period}.',
    'اس میں کئی تاریخیں ہیں: {l}؛ اگلی شمار ہوتی ہے، {p}۔',
  ],
  [
    'It is to hold in every year until {d:day}; each year is judged, here {p:period}.',
    'اسے {d} تک ہر سال برقرار رہنا ہے؛ ہر سال الگ جانچا جاتا ہے، یہاں {p}۔',
  ],
  [
    'It is to hold in every year without an end; each year is judged, here {p:period}.',
    'اسے بلا اختتام ہر سال برقرار رہنا ہے؛ ہر سال الگ جانچا جاتا ہے، یہاں {p}۔',
  ],
  [
    'It names a range, {a:quantity} to {b:quantity}; it is met at the weaker end, {c:quantity}.',
    'اس میں {a} سے {b} تک کی حد ہے؛ یہ اپنے نرم سرے، {c}، پر پورا مانا جاتا ہے۔',
  ],
  [
    'It starts from {a:quantity} in {p:period} by its own words; the series has no value of that period.',
    'اپنے الفاظ میں یہ {p} کے {a} سے شروع ہوتا ہے؛ سلسلے میں اس مدت کی کوئی قدر نہیں۔',
  ],
  [
    'It starts from {a:quantity} in {p:period} by its own words; the series has {b:quantity}.',
    'اپنے الفاظ میں یہ {p} کے {a} سے شروع ہوتا ہے؛ سلسلے میں {b} ہے۔',
  ],
  ['{t:titleName} was kept: {c:clause}.', '{t}: وعدہ نبھایا گیا: {c}۔'],
  ['{t:titleName} is kept so far: {c:clause}.', '{t}: وعدہ اب تک نبھایا جا رہا ہے: {c}۔'],
  ['{t:titleName} was broken: {c:clause}.', '{t}: وعدہ ٹوٹ گیا: {c}۔'],
  ['{a:number} of {b:number} years kept', '{b} میں سے {a} سال نبھایا گیا'],
  ['{a:number} of 1 year kept', '1 میں سے {a} سال نبھایا گیا'],
  ['{a:number} of {b:number} years kept so far', 'اب تک {b} میں سے {a} سال نبھایا گیا'],
  ['{a:number} of 1 year kept so far', 'اب تک 1 میں سے {a} سال نبھایا گیا'],
  ['missed with {m:missed}', 'یہ سال پورے نہ ہوئے: {m}'],
  ['of the year in progress {c:clause}', 'جاری سال کے بارے میں {c}'],
  ['{a:announcer} ({w:when}) {d:deed}.', '{a} نے ({w}) {d}۔'],
  ['{p:period}: The outcome is {o:outcomes}.', '{p}: نتیجہ {o} ہے۔'],
  [
    'Its stated parts do not add up: {s:sum} = {a:quantity}, not {b:quantity}.',
    'اس کے بتائے گئے حصوں کا مجموعہ درست نہیں: {s} = {a}، نہ کہ {b}۔',
  ],
  [
    'As announced by {n:announcer}, its stated parts do not add up: {s:sum} = {a:quantity}, not {b:quantity}.',
    '{n} کے اعلان کے مطابق اس کے حصوں کا مجموعہ درست نہیں: {s} = {a}، نہ کہ {b}۔',
  ],
];
