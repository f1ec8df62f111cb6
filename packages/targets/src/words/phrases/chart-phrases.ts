import type { Phrase } from '../phrase.ts';

/** Legends, axes and heads of the tables of charts. */
export const chartLabels: readonly Phrase[] = [
  ['median {q:quantity}', 'وسطانیہ {q}'],
  ['Provisional or estimated', 'عارضی یا تخمینی'],
  ['Forecast median', 'پیش گوئی کا وسطانیہ'],
  ['{p:quantity} interval', '{p} وقفہ'],
  ['{p:quantity} interval (cut off at the top)', '{p} وقفہ (اوپر سے کٹا ہوا)'],
  ['Path required', 'درکار راستہ'],
  ['Required', 'درکار'],
  ['US$ billion', 'ارب ڈالر'],
  ['US$ million', 'ملین ڈالر'],
  ['US$ billion a year', 'ارب ڈالر سالانہ'],
  ['US$ million a year', 'ملین ڈالر سالانہ'],
  ['PKR billion', 'ارب روپے'],
  ['PKR million', 'ملین روپے'],
  ['number', 'تعداد'],
  ['percent', 'فیصد'],
  ['Planned', 'منصوبہ'],
  ['Day', 'دن'],
  ['{p:period}, known', '{p}، معلوم'],
  ['Where it should be', 'جہاں ہونا چاہیے'],
  ['Still needed, by season', 'باقی درکار، موسمی حصوں سے'],
  ['Still needed, in equal months', 'باقی درکار، برابر مہینوں میں'],
  ['Where it lands', 'متوقع مجموعہ'],
  ['Milestone of the year: {q:quantity}', 'سال کا سنگِ میل: {q}'],
  ['To the end of', 'اس مہینے کے آخر تک'],
  ['{p:period} lands, median', '{p} کا متوقع مجموعہ، وسطانیہ'],
  ['{p:period} lands, {q:quantity} interval', '{p} کا متوقع مجموعہ، {q} وقفہ'],
  ['Target, {q:quantity}', 'ہدف، {q}'],
  ['Raised it', 'بڑھایا'],
  ['Lowered it', 'گھٹایا'],
  ['Cause', 'سبب'],
  ['Probability, points', 'امکان، پوائنٹ'],
  ['Median {p:period}', '{p} کا وسطانیہ'],
  ['Forecast as published', 'پیش گوئی، جیسے شائع ہوئی'],
  ['Replayed from what was known then', 'تب معلوم اعداد سے دوبارہ نکالی گئی'],
  ['{d:day}, replayed', '{d}، دوبارہ نکالی گئی'],
  ['Happened (area: cases)', 'جو ہوا (رقبہ: تعداد)'],
  ['80 % interval of few cases', 'کم مثالوں کا 80 فیصد وقفہ'],
  ['As called', 'جیسا کہا گیا'],
  ['% that happened, by % it was called', 'کتنے فیصد ہوا، بلحاظ بتائے گئے فیصد'],
  ['{a:quantity} to {b:quantity}', '{a} تا {b}'],
  ['{q:quantity} (provisional)', '{q} (عارضی)'],
  ['{m:monthName}', '{m}'],
  ['{t:chartTitle} ({u:unit})', '{t} ({u})'],
];

/** Units as a table's caption names them. */
export const unitNames: readonly Phrase[] = [
  ['USD mn', 'ملین ڈالر'],
  ['USD mn per year', 'ملین ڈالر سالانہ'],
  ['USD mn a year', 'ملین ڈالر سالانہ'],
  ['PKR mn', 'ملین روپے'],
  ['count', 'تعداد'],
  ['percent', 'فیصد'],
  ['persons', 'افراد'],
];

export const chartTitles: readonly Phrase[] = [
  ['{s:seriesName}: reported, forecast and required', '{s}: شائع شدہ، پیش گوئی اور درکار'],
  ['{s:seriesName}: {p:period} month by month, over the years before', '{s}: {p} ماہ بہ ماہ، گزشتہ برسوں کے مقابل'],
  ['{t:titleName}: planned and reported', '{t}: منصوبہ اور شائع شدہ'],
  ['{t:titleName}: {p:period} by scenario', '{t}: مفروضوں کے مطابق {p}'],
  ['{s:seriesName}: past forecasts against what came', '{s}: گزشتہ پیش گوئیاں اور جو آیا'],
  ['Why the probability at the date moved', 'مقررہ تاریخ پر امکان کیوں بدلا'],
];

/** What a chart says to who cannot see it, and the hints of its points. */
export const chartClauses: readonly Phrase[] = [
  ['{t:chartTitle}', '{t}'],
  ['Latest reported: {q:quantity} for {p:period}.', 'تازہ ترین شائع شدہ: {p} کے لیے {q}۔'],
  ['Forecast median for {p:period}: {q:quantity}.', '{p} کے لیے پیش گوئی کا وسطانیہ: {q}۔'],
  ['{p:quantity} interval: {a:quantity} to {b:quantity}.', '{p} وقفہ: {a} تا {b}۔'],
  ['Target: {q:quantity}, {t:titleName}.', 'ہدف: {q}، {t}۔'],
  ['{p:period}: {q:quantity}, provisional or estimated', '{p}: {q}، عارضی یا تخمینی'],
  ['{p:period}: {q:quantity}', '{p}: {q}'],
  ['{p:period} to the end of {m:monthName}: {q:quantity}.', '{p}، {m} کے آخر تک: {q}۔'],
  ['{p:period} to the end of {m:monthName}: {q:quantity}', '{p}، {m} کے آخر تک: {q}'],
  ['The same months of {p:period}: {q:quantity}.', '{p} کے انھی مہینوں میں: {q}۔'],
  ['Where it should be: {q:quantity}.', 'جہاں ہونا چاہیے: {q}۔'],
  ['Where it lands: {q:quantity}.', 'متوقع مجموعہ: {q}۔'],
  ['Milestone: {q:quantity}.', 'سنگِ میل: {q}۔'],
  ['Planned: {q:quantity} by {d:day}.', 'منصوبہ: {d} تک {q}۔'],
  ['Reported: {q:quantity} on {d:day}.', 'شائع شدہ: {d} کو {q}۔'],
  ['Nothing reported yet.', 'ابھی کوئی اطلاع نہیں۔'],
  ['1 past forecast.', '1 گزشتہ پیش گوئی۔'],
  ['{n:number} past forecasts.', '{n} گزشتہ پیش گوئیاں۔'],
  ['Reported: {q:quantity} for {p:period}.', 'شائع شدہ: {p} کے لیے {q}۔'],
  ['Forecast for that year: {l:saidOn}.', 'اس سال کی پیش گوئی: {l}۔'],
  ['{s:series}, {a:period} to {b:period}', '{s}، {a} تا {b}'],
];

export const saidOns: readonly Phrase[] = [
  ['{q:quantity} on {d:day}, {rest:saidOn}', '{d} کو {q}، {rest}'],
  ['{q:quantity} on {d:day}', '{d} کو {q}'],
];
