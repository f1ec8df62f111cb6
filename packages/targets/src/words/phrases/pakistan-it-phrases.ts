import type { Phrase } from '../phrase.ts';

/**
 * The texts of the bundled pack, Pakistan's IT targets: titles, series, and why something cannot be measured. A pack of
 * one's own needs none of these: its texts stand in their own language.
 */
export const series: readonly Phrase[] = [
  ['ICT services exports', 'آئی سی ٹی خدمات کی برآمدات'],
  ['IT exports with freelancers', 'فری لانسرز سمیت آئی ٹی برآمدات'],
  ['Freelancer remittances', 'فری لانسرز کی ترسیلات'],
  ['E-employment centres established', 'قائم شدہ ای روزگار مراکز'],
  ['Islamabad IT Park: physical progress', 'اسلام آباد آئی ٹی پارک: تعمیراتی پیش رفت'],
  ['Karachi IT Park: physical progress', 'کراچی آئی ٹی پارک: تعمیراتی پیش رفت'],
  ['Villages connected in a year', 'ایک سال میں منسلک دیہات'],
  ['Special technology zones', 'خصوصی ٹیکنالوجی زونز'],
];

const parks: readonly Phrase[] = [
  ['the Karachi IT Park', 'کراچی آئی ٹی پارک'],
  ['the Islamabad IT Park', 'اسلام آباد آئی ٹی پارک'],
  ['Karachi IT Park', 'کراچی آئی ٹی پارک'],
  ['Islamabad IT Park', 'اسلام آباد آئی ٹی پارک'],
];

const things: readonly Phrase[] = [
  ['IT exports', 'آئی ٹی برآمدات'],
  ['ICT and high-tech exports', 'آئی سی ٹی اور اعلیٰ ٹیکنالوجی کی برآمدات'],
  ['Telecom exports', 'ٹیلی کام برآمدات'],
  ['Freelancing and gig revenue', 'فری لانسنگ اور جز وقتی کام کی آمدنی'],
  ['Freelancer remittances', 'فری لانسرز کی ترسیلات'],
  ['Digitisation worth', 'ڈیجیٹائزیشن'],
];

/** What is counted, by the last words of an indicator's id. */
const counted: readonly Phrase[] = [
  ['jobs', 'ملازمتیں'],
  ['freelancers supported', 'تعاون یافتہ فری لانسرز'],
  ['of additional revenue', 'کی اضافی آمدنی'],
  ['centres', 'مراکز'],
  ['new', 'نئے پارک'],
];

/** Remarks after a title's comma, or in its brackets. */
const remarks: readonly Phrase[] = [
  ['no date stated', 'تاریخ نہیں بتائی گئی'],
  ['the revised target', 'نظرِ ثانی شدہ ہدف'],
  ['a part of the $25 billion', '25 ارب ڈالر کا ایک حصہ'],
  ['analysts’ projection', 'تجزیہ کاروں کا اندازہ'],
  ['analysts’ lower projection', 'تجزیہ کاروں کا کم تر اندازہ'],
  ['analysts’ upper projection', 'تجزیہ کاروں کا بلند تر اندازہ'],
  ['the contract’s date', 'معاہدے کی تاریخ'],
  ['the extended contract', 'توسیع شدہ معاہدہ'],
  ['the contractor’s projection', 'ٹھیکیدار کا اندازہ'],
  ['the low end', 'نچلی حد'],
  ['the high end', 'بالائی حد'],
  ['twice the year before', 'پچھلے سال سے دگنے'],
  ['repeated by the next government', 'اگلی حکومت نے دہرایا'],
  ['{n:announcer}’s projection', '{n} کا اندازہ'],
  ['{n:announcer}’s estimate', '{n} کا تخمینہ'],
  ['as cited by {n:announcer}', '{n} کے حوالے سے'],
  ['URAAN Pakistan, as cited by {n:announcer}', 'اڑان پاکستان، {n} کے حوالے سے'],
  ['National Assembly', 'قومی اسمبلی'],
];

const spans: readonly Phrase[] = [
  ['by {p:period}', '{p} تک'],
  ['in {p:period}', '{p} میں'],
  ['in five years', 'پانچ سال میں'],
  ['in the coming years', 'آنے والے برسوں میں'],
  ['over the next three years', 'اگلے تین برسوں میں'],
  ['in the end', 'بالآخر'],
  ['a year', 'سالانہ'],
];

export const titles: readonly Phrase[] = [
  ['{t:title}, {r:remark}', '{t}، {r}'],
  ['{t:title} ({r:remark})', '{t} ({r})'],
  ['{x:thing} of {q:quantity} {s:span}', '{s} {q} کی {x}'],
  ['{x:thing} {q:quantity} {s:span}', '{s} {q} کی {x}'],
  [
    '{q:quantity} from IT exports, telecom and digitisation {s:span}',
    '{s} آئی ٹی برآمدات، ٹیلی کام اور ڈیجیٹائزیشن سے {q}',
  ],
  ['{q:quantity} of economic value unlocked {s:span}', '{s} {q} کی معاشی قدر کا حصول'],
  ['{n:number} villages connected {s:span}', '{s} {n} دیہات کا رابطہ'],
  ['{n:number} new software technology parks {s:span}', '{s} {n} نئے سافٹ ویئر ٹیکنالوجی پارک'],
  ['{n:number} new software technology parks', '{n} نئے سافٹ ویئر ٹیکنالوجی پارک'],
  ['{n:number} e-Rozgaar centres operating {s:span}', '{s} {n} فعال ای روزگار مراکز'],
  ['{n:number} e-Rozgaar centres {s:span}', '{s} {n} ای روزگار مراکز'],
  ['{n:number} e-Rozgaar centres', '{n} ای روزگار مراکز'],
  ['{n:number} e-working centres', '{n} ای ورکنگ مراکز'],
  ['{n:number} jobs in {p:park}', '{p} میں {n} ملازمتیں'],
  ['{n:number} jobs from e-Rozgaar centres {s:span}', '{s} ای روزگار مراکز سے {n} ملازمتیں'],
  ['{n:number} special technology zones soon', 'جلد {n} خصوصی ٹیکنالوجی زونز'],
  [
    '{n:number} freelancers and entrepreneurs supported by e-Rozgaar centres',
    'ای روزگار مراکز کے تعاون یافتہ {n} فری لانسرز اور کاروباری افراد',
  ],
  ['A digital economy of {n:number}% of GDP {s:span}', '{s} جی ڈی پی کے {n} فیصد کے برابر ڈیجیٹل معیشت'],
  ['A digital economy of {q:quantity} {s:span}', '{s} {q} کی ڈیجیٹل معیشت'],
  ['A top-10 IT exporter worldwide', 'دنیا کے 10 بڑے آئی ٹی برآمد کنندگان میں شمولیت'],
  ['Added exports of {q:quantity} a year from {p:park}', '{p} سے سالانہ {q} کی اضافی برآمدات'],
  ['Innovation Corridor between Pakistan and China', 'پاکستان اور چین کے درمیان اختراعی راہداری'],
  ['A software technology park in Gilgit-Baltistan', 'گلگت بلتستان میں ایک سافٹ ویئر ٹیکنالوجی پارک'],
  ['Technology parks expanded to smaller cities', 'ٹیکنالوجی پارکوں کی چھوٹے شہروں تک توسیع'],
  [
    'Licences for LEO satellite internet providers, expected soon',
    'ایل ای او سیٹلائٹ انٹرنیٹ فراہم کنندگان کے لائسنس، جلد متوقع',
  ],
  [
    'Added revenue of {a:quantity} to {b:quantity} from e-Rozgaar centres',
    'ای روزگار مراکز سے {a} تا {b} کی اضافی آمدنی',
  ],
  ['Added revenue of {q:quantity} from e-Rozgaar centres', 'ای روزگار مراکز سے {q} کی اضافی آمدنی'],
  ['{p:park} completed {s:span}', '{s} {p} کی تکمیل'],
  ['{p:park} fully operational {s:span}', '{s} {p} کا مکمل فعال ہونا'],
  ['Women Technology Park Bagh operational {s:span}', '{s} ویمن ٹیکنالوجی پارک باغ کا فعال ہونا'],
];

/** Who announced. */
const knownAnnouncers: readonly Phrase[] = [
  ['PM Shehbaz Sharif', 'وزیراعظم شہباز شریف'],
  ['PM Shehbaz Sharif (first term)', 'وزیراعظم شہباز شریف (پہلا دور)'],
  ['PM Shehbaz Sharif / MoITT action plan', 'وزیراعظم شہباز شریف / وزارتِ آئی ٹی (ایکشن پلان)'],
  ['PM Office press release', 'وزیراعظم آفس کی پریس ریلیز'],
  ['MoITT', 'وزارتِ آئی ٹی'],
  ['MoITT action plan', 'وزارتِ آئی ٹی (ایکشن پلان)'],
  ['MoITT / Digital Pakistan vision', 'وزارتِ آئی ٹی / ڈیجیٹل پاکستان وژن'],
  ['MoITT/PSEB', 'وزارتِ آئی ٹی / پی ایس ای بی'],
  ['MoITT minister Amin ul Haq', 'وفاقی وزیرِ آئی ٹی امین الحق'],
  ['MoITT minister Shaza Fatima', 'وفاقی وزیرِ آئی ٹی شزا فاطمہ'],
  ['caretaker minister Umar Saif', 'نگراں وزیر عمر سیف'],
  ['Finance minister Aurangzeb expectation', 'وزیرِ خزانہ اورنگزیب'],
  ['Economic Survey 2023-24', 'اقتصادی سروے 2023-24'],
  ['Economic Survey 2024-25', 'اقتصادی سروے 2024-25'],
  ['PSEB, Economic Survey 2024-25', 'پی ایس ای بی، اقتصادی سروے 2024-25'],
  ['Planning ministry, URAAN Pakistan', 'وزارتِ منصوبہ بندی، اڑان پاکستان'],
  ['Government / URAAN Pakistan', 'حکومت / اڑان پاکستان'],
  ['Parliamentary secretary IT', 'پارلیمانی سیکرٹری آئی ٹی'],
  ['Dunya', 'روزنامہ دنیا'],
  ['MoITT official (current government)', 'وزارتِ آئی ٹی کا عہدیدار (موجودہ حکومت)'],
  ['MoITT briefing to PM', 'وزارتِ آئی ٹی، وزیراعظم کو بریفنگ'],
  ['MoITT minister (Aug 2024)', 'وفاقی وزیرِ آئی ٹی (اگست 2024)'],
  ['MoITT to standing committee (late 2025)', 'وزارتِ آئی ٹی، قائمہ کمیٹی کو (اواخر 2025)'],
  ['MoITT to Senate committee (c. May 2025)', 'وزارتِ آئی ٹی، سینیٹ کمیٹی کو (مئی 2025 کے لگ بھگ)'],
  ['PAFLA chairman', 'چیئرمین پافلا'],
  ['STZA clarification', 'ایس ٹی زیڈ اے کی وضاحت'],
  ['JS Global', 'جے ایس گلوبل'],
  ['PAFLA', 'پافلا'],
  ['AlphaBeta', 'الفا بیٹا'],
  ['analysts cited by the blog “Pakistan’s Tech Boom”', 'تجزیہ کار، بحوالہ بلاگ “پاکستانز ٹیک بوم”'],
  [
    'MoITT caretaker minister Umar Saif / PwC export strategy',
    'نگراں وفاقی وزیر عمر سیف / پی ڈبلیو سی کی برآمدی حکمتِ عملی',
  ],
  ['target as recalled by ProPakistani', 'ہدف، جیسا پرو پاکستانی کو یاد ہے'],
  [
    'Economic Survey 2024-25 / Technology Export Marketing Programme',
    'اقتصادی سروے 2024-25 / ٹیکنالوجی ایکسپورٹ مارکیٹنگ پروگرام',
  ],
  [
    "Economic Survey 2024-25 / PSEB PSDP 'Establishment of 25 STPs'",
    'اقتصادی سروے 2024-25 / پی ایس ای بی، ترقیاتی منصوبہ “25 سافٹ ویئر ٹیکنالوجی پارکوں کا قیام”',
  ],
  ["Dunya on PM's reform and URAAN plan", 'روزنامہ دنیا، وزیراعظم کی اصلاحات اور اڑان پلان پر'],
  ['AlphaBeta / Google report 2021', 'الفا بیٹا / گوگل کی رپورٹ 2021'],
  ['MoITT estimate via UTN Digital', 'وزارتِ آئی ٹی کا تخمینہ، بحوالہ یو ٹی این ڈیجیٹل'],
  ['blog', 'ایک بلاگ'],
  ['JS Global projection', 'جے ایس گلوبل کا اندازہ'],
  ['Topline Securities projection', 'ٹاپ لائن سیکیورٹیز کا اندازہ'],
  ['Government via JS Global', 'حکومت، بحوالہ جے ایس گلوبل'],
  ['JS Global citing URAAN Pakistan', 'جے ایس گلوبل، بحوالہ اڑان پاکستان'],
  ['URAAN Pakistan as reported by Dunya', 'اڑان پاکستان، بحوالہ روزنامہ دنیا'],
  ['original 30-month contract date', 'اصل معاہدے کی 30 ماہ کی تاریخ'],
  ['contractual deadline (extended)', 'معاہدے کی توسیع شدہ تاریخ'],
  ["contractor's projection", 'ٹھیکیدار کا اندازہ'],
  ['analysts (high end of range 4.2-4.5bn)', 'تجزیہ کار (4.2 تا 4.5 ارب کی حد کا بالائی سرا)'],
  ['analysts (low end of range 4.2-4.5bn)', 'تجزیہ کار (4.2 تا 4.5 ارب کی حد کا نچلا سرا)'],
];

/** Names not listed stand as they are written. */
const announcers: readonly Phrase[] = [...knownAnnouncers, ['{n:name}', '{n}']];

/** The pack's title, and its what-if questions. */
export const packTexts: readonly Phrase[] = [
  ['digital economy size', 'ڈیجیٹل معیشت کا حجم'],
  ['innovation corridor established', 'اختراعی راہداری کا قیام'],
  ['stp gilgit baltistan operational', 'گلگت بلتستان کے سافٹ ویئر ٹیکنالوجی پارک کا فعال ہونا'],
  ['parks in smaller cities', 'چھوٹے شہروں میں ٹیکنالوجی پارک'],
  ['leo satellite licences issued', 'ایل ای او سیٹلائٹ انٹرنیٹ کے لائسنس'],
  ['it plus telecom plus digitisation', 'آئی ٹی، ٹیلی کام اور ڈیجیٹائزیشن'],
  ['digitisation value', 'ڈیجیٹائزیشن کی قدر'],
  ['telecom exports', 'ٹیلی کام برآمدات'],
  ['ict and hightech exports', 'آئی سی ٹی اور اعلیٰ ٹیکنالوجی کی برآمدات'],
  ['freelancing gig revenue', 'فری لانسنگ اور جز وقتی کام کی آمدنی'],
  ['erozgaar freelancers supported', 'ای روزگار مراکز کے تعاون یافتہ فری لانسرز'],
  ['erozgaar jobs', 'ای روزگار مراکز کی ملازمتیں'],
  ['erozgaar additional revenue', 'ای روزگار مراکز کی اضافی آمدنی'],
  ['digital economy gdp share', 'جی ڈی پی میں ڈیجیٹل معیشت کا حصہ'],
  ['stp new', 'نئے سافٹ ویئر ٹیکنالوجی پارک'],
  ['itpark karachi jobs', 'کراچی آئی ٹی پارک کی ملازمتیں'],
  ['itpark islamabad jobs', 'اسلام آباد آئی ٹی پارک کی ملازمتیں'],
  ['itpark karachi export gain', 'کراچی آئی ٹی پارک کی اضافی برآمدات'],
  ['itpark islamabad export gain', 'اسلام آباد آئی ٹی پارک کی اضافی برآمدات'],
  ['e working centres', 'ای ورکنگ مراکز'],
  ['digital value unlocked', 'حاصل شدہ ڈیجیٹل قدر'],
  ['it export rank', 'آئی ٹی برآمدات میں درجہ'],
  ['women tech park bagh operational', 'ویمن ٹیکنالوجی پارک باغ کا فعال ہونا'],
  ['women_tech_park_bagh_operational', 'ویمن ٹیکنالوجی پارک باغ کا فعال ہونا'],
  ['Pakistan’s IT exports and digital economy', 'پاکستان کی آئی ٹی برآمدات اور ڈیجیٹل معیشت'],
  ['The growth the target asked for when it was set', 'وہ نمو جو ہدف مقرر ہوتے وقت درکار تھی'],
  ['The headline’s growth goes on', 'سرخی والی نمو جاری رہے'],
  ['The growth of the Economic Survey goes on', 'اقتصادی سروے والی نمو جاری رہے'],
  ['Islamabad IT Park opens', 'اسلام آباد آئی ٹی پارک کھل جائے'],
  ['Both IT parks open', 'دونوں آئی ٹی پارک کھل جائیں'],
  ['Both IT parks open, two years late', 'دونوں آئی ٹی پارک دو سال کی تاخیر سے کھلیں'],
  ['The headline’s growth, and both parks', 'سرخی والی نمو، اور دونوں پارک'],
  ['Twice the pace so far', 'اب تک کی رفتار سے دگنی'],
  ['A year more for its milestones', 'اس کے سنگِ میلوں کے لیے ایک سال اور'],
  [
    '$3.8bn in FY2025 to $15bn in FY2030 is 31.6 % a year.',
    'مالی سال 2025 کے 3.8 ارب ڈالر سے مالی سال 2030 کے 15 ارب ڈالر تک سالانہ نمو 31.6 فیصد بنتی ہے۔',
  ],
  [
    '“IT exports hit $4.6 billion”: 26.4 % more than the year before, freelancers included.',
    '“آئی ٹی برآمدات 4.6 ارب ڈالر تک پہنچ گئیں”: فری لانسرز سمیت، پچھلے سال سے 26.4 فیصد زیادہ۔',
  ],
  [
    'ICT exports of July to March FY2025 were 23.7 % above those of a year before.',
    'مالی سال 2025 کے جولائی تا مارچ کی آئی سی ٹی برآمدات پچھلے سال سے 23.7 فیصد زیادہ تھیں۔',
  ],
  [
    'Said to add $70m of exports a year once it works.',
    'کہا گیا کہ فعال ہونے پر سالانہ 70 ملین ڈالر کی برآمدات بڑھائے گا۔',
  ],
  ['$70m a year from Islamabad and $90m from Karachi.', 'اسلام آباد سے سالانہ 70 ملین ڈالر اور کراچی سے 90 ملین ڈالر۔'],
];

/** What a claim says in place of a date. */
export const undatedTimes: readonly Phrase[] = [
  ['coming years', 'آنے والے برس'],
  ['ultimate', 'بالآخر'],
  ['soon', 'جلد'],
  ['after opening', 'کھلنے کے بعد'],
];

/** Words of a claim itself; what is not listed stands as it is written. */
const wordings: readonly Phrase[] = [...undatedTimes, ['{n:name}', '{n}']];

/** Why something has no series, and what would give it one. */
export const packClauses: readonly Phrase[] = [
  [
    'No baseline, definition or statistic of a digital economy exists. The $25bn was announced in November 2024 as IT exports of 15 + 1 + 10 (which sum to 26) and has been called the size of the digital economy since July 2025; a series published under one definition would make it measurable',
    'ڈیجیٹل معیشت کی نہ کوئی بنیادی قدر ہے، نہ تعریف، نہ شماریاتی سلسلہ۔ 25 ارب ڈالر کا اعلان نومبر 2024 میں 15 + 1 + 10 کی آئی ٹی برآمدات کے طور پر ہوا (جن کا مجموعہ 26 بنتا ہے) اور جولائی 2025 سے اسے ڈیجیٹل معیشت کا حجم کہا جا رہا ہے؛ ایک تعریف کے تحت شائع ہونے والا سلسلہ اسے قابلِ پیمائش بنا دے گا',
  ],
  [
    'The stated parts 15 + 1 + 10 sum to 26, not 25, and nobody measures the digitisation part; a published series of that part would make it measurable',
    'بتائے گئے حصے 15 + 1 + 10 کا مجموعہ 26 بنتا ہے، 25 نہیں، اور ڈیجیٹائزیشن والا حصہ کوئی نہیں ناپتا؛ اس حصے کا شائع شدہ سلسلہ اسے قابلِ پیمائش بنا دے گا',
  ],
  [
    'Digitisation is not an export line and nobody measures it; a definition and a series would make it measurable',
    'ڈیجیٹائزیشن برآمدات کی کوئی مد نہیں اور اسے کوئی نہیں ناپتا؛ ایک تعریف اور ایک سلسلہ اسے قابلِ پیمائش بنا دیں گے',
  ],
  [
    'The action plan does not define telecom exports; a statement that the central bank’s telecommunication services are meant would make it measurable',
    'ایکشن پلان ٹیلی کام برآمدات کی تعریف نہیں کرتا؛ یہ وضاحت کہ اس سے سٹیٹ بینک کی ٹیلی مواصلاتی خدمات مراد ہیں، اسے قابلِ پیمائش بنا دے گی',
  ],
  [
    'Broader than ICT services exports; no series of ICT and high-tech products and services together was found',
    'آئی سی ٹی خدمات کی برآمدات سے وسیع تر؛ آئی سی ٹی اور اعلیٰ ٹیکنالوجی کی مصنوعات و خدمات کا کوئی مشترک سلسلہ نہیں ملا',
  ],
  [
    'No series of freelancing and gig revenue was found; freelancer remittances count only what comes through banks',
    'فری لانسنگ اور جز وقتی کام کی آمدنی کا کوئی سلسلہ نہیں ملا؛ فری لانسرز کی ترسیلات میں صرف بینکوں سے آنے والی رقم شامل ہے',
  ],
  [
    'No count of the freelancers and entrepreneurs supported by the centres is published',
    'مراکز کے تعاون یافتہ فری لانسرز اور کاروباری افراد کی کوئی گنتی شائع نہیں ہوئی',
  ],
  [
    'No count of the jobs created by the centres is published',
    'مراکز سے پیدا ہونے والی ملازمتوں کی کوئی گنتی شائع نہیں ہوئی',
  ],
  [
    'No figure of the revenue added by the centres is published',
    'مراکز سے حاصل ہونے والی اضافی آمدنی کا کوئی عدد شائع نہیں ہوا',
  ],
  [
    'The only reports are 2.7% for 2019 (MoITT) and 1.5% (ADB, 2025), on different definitions; one definition reported year by year would make it measurable',
    'صرف دو اطلاعات ہیں، 2019 کے لیے 2.7 فیصد (وزارتِ آئی ٹی) اور 1.5 فیصد (ایشیائی ترقیاتی بینک، 2025)، اور دونوں کی تعریفیں الگ ہیں؛ ایک تعریف کے تحت سال بہ سال رپورٹ اسے قابلِ پیمائش بنا دے گی',
  ],
  [
    'No count of the new parks opened is published; the count of all parks stood at 43 from March 2024 to February 2025',
    'نئے کھلنے والے پارکوں کی کوئی گنتی شائع نہیں ہوئی؛ تمام پارکوں کی گنتی مارچ 2024 سے فروری 2025 تک 43 رہی',
  ],
  [
    'The park has not opened; no count of its jobs exists',
    'پارک ابھی نہیں کھلا؛ اس کی ملازمتوں کی کوئی گنتی موجود نہیں',
  ],
  [
    'The park has not opened; no figure of its exports exists',
    'پارک ابھی نہیں کھلا؛ اس کی برآمدات کا کوئی عدد موجود نہیں',
  ],
  ['No count of e-working centres was found', 'ای ورکنگ مراکز کی کوئی گنتی نہیں ملی'],
  [
    'An estimate of economic value, not a statistic; nobody publishes a series of it',
    'یہ معاشی قدر کا تخمینہ ہے، شماریاتی عدد نہیں؛ اس کا سلسلہ کوئی شائع نہیں کرتا',
  ],
  [
    'No ranking of IT exporters is named or published that would measure it',
    'آئی ٹی برآمد کنندگان کی کوئی درجہ بندی نہ نامزد ہے نہ شائع ہوئی ہے جو اسے ناپ سکے',
  ],
  [
    'e-employment centres, as told to the Prime Minister on 8 August 2025, are the e-Rozgaar centres of the plan; one page calls them so, none shows that they are the same',
    'ای روزگار (e-employment) مراکز، جن کا ذکر 8 اگست 2025 کو وزیراعظم سے کیا گیا، وہی ہیں جو منصوبے میں درج ہیں؛ ایک صفحہ انھیں یہی کہتا ہے، کوئی صفحہ یہ ثابت نہیں کرتا کہ دونوں ایک ہیں',
  ],
];

export const packSections = {
  thing: things,
  park: parks,
  remark: remarks,
  span: spans,
  countedName: [...counted, ['{n:name}', '{n}']],
  announcer: announcers,
  announcerName: knownAnnouncers,
  wording: wordings,
} as const;
