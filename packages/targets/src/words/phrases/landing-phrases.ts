import type { Phrase } from '../phrase.ts';

/** Heads and rows of the record of landings. */
export const landingLabels: readonly Phrase[] = [
  ['Where the year lands, by months known', 'سال کا متوقع مجموعہ، معلوم مہینوں کے لحاظ سے'],
  ['Landings by months known', 'متوقع مجموعے، معلوم مہینوں کے لحاظ سے'],
  ['Missed by', 'فرق'],
  ['{c:caseCount}; ours {q:quantity}', '{c}؛ ہمارا {q}'],
  ['Last year’s share', 'گزشتہ سال کا حصہ'],
  ['Equal months', 'برابر مہینے'],
  ['Official number of the year', 'سال کا سرکاری عدد'],
  ['{m:monthsKnown}, {c:caseCount}', '{m}، {c}'],
];

/** How many months of a year were known. */
export const knownMonths: readonly Phrase[] = [
  ['all months', 'تمام مہینے'],
  ['1 month known', '1 مہینہ معلوم'],
  ['{n:number} months known', '{n} مہینے معلوم'],
];

/** Who missed a total by how much. */
export const landingMisses: readonly Phrase[] = [
  ['{a:landingMiss}, {b:landingMiss}', '{a}، {b}'],
  ['ours by {q:quantity}', 'ہمارا {q}'],
  ['last year’s share by {q:quantity}', 'گزشتہ سال کا حصہ {q}'],
  ['last year’s share by {q:quantity} ({n:number} of them)', 'گزشتہ سال کا حصہ {q} (ان میں سے {n})'],
  ['equal months by {q:quantity}', 'برابر مہینے {q}'],
  ['official number of the year by {q:quantity}', 'سال کا سرکاری عدد {q}'],
  ['official number of the year by {q:quantity} ({n:number} of them)', 'سال کا سرکاری عدد {q} (ان میں سے {n})'],
];

/** How landings did. */
export const landingClauses: readonly Phrase[] = [
  [
    '{a:number} landings of {b:number} years of {c:number} series were answered.',
    '{c} سلسلے کے {b} برسوں کے {a} تخمینوں کا جواب آ چکا ہے۔',
  ],
  [
    '{a:number} landings of {b:number} year of {c:number} series were answered.',
    '{c} سلسلے کے {b} سال کے {a} تخمینوں کا جواب آ چکا ہے۔',
  ],
  [
    '{a:number} landing of {b:number} year of {c:number} series was answered.',
    '{c} سلسلے کے {b} سال کے {a} تخمینے کا جواب آ چکا ہے۔',
  ],
  ['The total was missed, on average: {m:landingMiss}.', 'مجموعے سے اوسط فرق: {m}۔'],
  [
    'Mean errors and our CRPS as shares of the total that came; of a single number the CRPS is its error. The first landing at each number of months counts.',
    'اوسط فرق اور ہمارا CRPS آنے والے مجموعے کے حصے کے طور پر؛ ایک عدد کا CRPS اس کا فرق ہی ہے۔ مہینوں کی ہر تعداد پر پہلا تخمینہ گنا جاتا ہے۔',
  ],
];
