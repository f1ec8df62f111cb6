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
  ['moved {q:quantity} from {a:period} to {b:period}', '{q} کا ہدف {a} سے {b} پر منتقل کیا'],
  ['gave {q:quantity} a date: {p:period}', '{q} کے ہدف کو تاریخ دی: {p}'],
  ['named {q:quantity} without the date {p:period}', '{q} کا ہدف {p} کی تاریخ کے بغیر بتایا'],
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
  ['{q:quantity} + {rest:sum}', '{q} + {rest}'],
  ['{q:quantity}', '{q}'],
];

export const claimClauses: readonly Phrase[] = [
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
