import type { Phrase } from './phrase.ts';

/**
 * The terms of the Urdu sentences in one place, for an Urdu reader to review. Numerals are Western (0–9), as Pakistan's
 * ministries, the central bank and the statistics bureau print them in Urdu; amounts keep the digits of the English
 * sentence, so money is said in ملین and ارب and never turned into لاکھ and کروڑ.
 */
export const months: Readonly<Record<string, string>> = {
  Jan: 'جنوری',
  Feb: 'فروری',
  Mar: 'مارچ',
  Apr: 'اپریل',
  May: 'مئی',
  Jun: 'جون',
  Jul: 'جولائی',
  Aug: 'اگست',
  Sep: 'ستمبر',
  Oct: 'اکتوبر',
  Nov: 'نومبر',
  Dec: 'دسمبر',
};

/** Where a target stands; each fits before ہے and alone. */
export const statuses: readonly Phrase[] = [
  ['achieved', 'حاصل شدہ'],
  ['on track', 'درست راہ پر'],
  ['at risk', 'خطرے میں'],
  ['off track', 'راہ سے ہٹا ہوا'],
  ['not assessable', 'ناقابلِ جانچ'],
  ['not measurable', 'ناقابلِ پیمائش'],
];

/** The certainty of a probability, before ہے: likely from 66 %, unlikely below 33 %. */
export const certainties: readonly Phrase[] = [
  ['likely', 'زیادہ'],
  ['about even', 'تقریباً آدھا'],
  ['about as likely as not', 'تقریباً آدھا'],
  ['unlikely', 'کم'],
];

/** Status methods, in the form that stands alone and, in `methodsOblique`, before کے مطابق. */
export const methods: readonly Phrase[] = [
  ['Eurostat-type growth ratio', 'یورو سٹیٹ طرز کا تناسبِ نمو'],
  ['Eurostat-type growth rule without a target', 'یورو سٹیٹ طرز کا بلا ہدف اصولِ نمو'],
  ['UN progress chart of 2022', 'اقوامِ متحدہ کا 2022 کا پیش رفت چارٹ'],
  ['UN progress chart of 2022 without a target', 'اقوامِ متحدہ کا 2022 کا بلا ہدف پیش رفت چارٹ'],
  ['UN progress chart of 2024', 'اقوامِ متحدہ کا 2024 کا پیش رفت چارٹ'],
  ['SDG Index arrow', 'ایس ڈی جی انڈیکس کا تیر'],
  ['German weather symbol', 'جرمن موسمی علامت'],
  ['ESCAP anticipated progress index', 'ایسکیپ کا متوقع پیش رفت انڈیکس'],
  ['IGME annual rate of reduction', 'آئی جی ایم ای کی سالانہ شرحِ کمی'],
  ['linear pace', 'خطی رفتار'],
  ['earned schedule', 'حاصل شدہ شیڈول'],
  ['calibrated probability', 'آزمودہ امکان'],
];

export const methodsOblique: readonly Phrase[] = methods.map(
  ([english, urdu]): Phrase => [english, urdu.replaceAll(' کا ', ' کے ')],
);

/** The methods' own words, as their publishers say them. */
export const ownWords: readonly Phrase[] = [
  ...statuses,
  ['acceleration needed', 'رفتار بڑھانا ضروری'],
  ['limited progress', 'محدود پیش رفت'],
  ['deteriorating', 'بگاڑ'],
  ['deterioration', 'بگاڑ'],
  ['fair progress but acceleration needed', 'مناسب پیش رفت مگر رفتار بڑھانا ضروری'],
  ['fair progress, accelerate', 'مناسب پیش رفت، رفتار بڑھائی جائے'],
  ['limited or no progress', 'محدود پیش رفت یا پیش رفت نہیں'],
  ['stagnation or regression', 'جمود یا تنزلی'],
  ['sun', 'دھوپ'],
  ['lightly cloudy', 'ہلکے بادل'],
  ['cloud', 'بادل'],
  ['storm', 'طوفان'],
  ['met', 'پورا'],
  ['accelerate', 'رفتار بڑھائی جائے'],
  ['reverse', 'سمت بدلی جائے'],
  ['not on track', 'درست راہ پر نہیں'],
  ['lagging', 'پیچھے'],
  ['likely', 'امکان زیادہ'],
  ['about even', 'امکان تقریباً آدھا'],
  ['unlikely', 'امکان کم'],
  ['target achieved', 'ہدف حاصل'],
  ['finished', 'مکمل'],
  ['on plan', 'منصوبے کے مطابق'],
  ['behind plan', 'منصوبے سے پیچھے'],
  ['overdue', 'مقررہ تاریخ گزر چکی'],
  ['late', 'تاخیر سے'],
  ['in time', 'بروقت'],
  ['reached', 'پورا ہوا'],
  ['missed', 'پورا نہیں ہوا'],
  ['happened', 'ہو چکا'],
  ['kept', 'نبھایا گیا'],
  ['kept so far', 'اب تک نبھایا گیا'],
  ['broken', 'ٹوٹ گیا'],
  ['cannot be assessed', 'جانچا نہیں جا سکتا'],
];

/** Models of the forecast. */
export const models: readonly Phrase[] = [
  ['random walk with drift', 'رجحان کے ساتھ رینڈم واک'],
  ['random walk with shrunk drift', 'کم کردہ رجحان کے ساتھ رینڈم واک'],
  ['optimised dynamic theta', 'موزوں کردہ متحرک تھیٹا'],
  ['Holt', 'ہولٹ'],
  ['damped trend', 'مدھم ہوتا رجحان'],
  ['exponential growth', 'قوت نمائی نمو'],
  ['piecewise growth', 'دو شرحوں والی نمو'],
  ['logistic growth', 'لاجسٹک نمو'],
  ['Gompertz growth', 'گومپرٹز نمو'],
  ['Richards growth', 'رچرڈز نمو'],
  ['Bass growth', 'باس نمو'],
  ['{m:model} on square roots', '{m} (جذر المربع پر)'],
  ['{m:model} on logs', '{m} (لوگارتھم پر)'],
];
