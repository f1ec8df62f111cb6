import { months } from './glossary.ts';
import { isolated } from './isolate.ts';

/** A number as the product prints it, sign and grouping included. */
const number = String.raw`[−+-]?\d[\d,]*(?:\.\d+)?(?:e[−+-]?\d+)?`;

const numberPattern = new RegExp(`^${number}$`);
const formulaPattern = /^[\d.,()÷×^−+\-/ ]*[÷×^−+][\d.,()÷×^−+\-/ ]*$/;

const units: readonly (readonly [pattern: RegExp, urdu: string])[] = [
  [new RegExp(`^([−-]?)\\$(${number})bn$`), '$1$2 ارب ڈالر'],
  [new RegExp(`^([−-]?)\\$(${number})m$`), '$1$2 ملین ڈالر'],
  [new RegExp(`^\\$(${number})$`), '$1 ڈالر'],
  [new RegExp(`^\\$(${number}) billion$`), '$1 ارب ڈالر'],
  [new RegExp(`^\\$(${number}) million$`), '$1 ملین ڈالر'],
  [new RegExp(`^([−-]?)PKR (${number})bn$`), '$1$2 ارب روپے'],
  [new RegExp(`^([−-]?)PKR (${number})m$`), '$1$2 ملین روپے'],
  [new RegExp(`^(${number}) USD mn$`), '$1 ملین ڈالر'],
  [new RegExp(`^(${number}) PKR mn$`), '$1 ملین روپے'],
  [new RegExp(`^(${number}) ?% of GDP$`), 'جی ڈی پی کے $1 فیصد'],
  [new RegExp(`^(${number}) percentage points$`), '$1 فیصدی پوائنٹس'],
  [new RegExp(`^(${number}) ?%$`), '$1 فیصد'],
  [new RegExp(`^(${number}) days?$`), '$1 دن'],
  [new RegExp(`^(${number}) persons$`), '$1 افراد'],
  [new RegExp(`^(${number}) rank$`), 'درجہ $1'],
  [new RegExp(`^(${number})$`), '$1'],
  [/^completion$/, 'تکمیل'],
  [/^–$/, '–'],
];

const qualified: readonly (readonly [pattern: RegExp, urdu: string])[] = [
  [/^(?:less than |<)(.+)$/, '{} سے کم'],
  [/^(?:more than |over |>)(.+)$/, '{} سے زیادہ'],
  [/^about (.+)$/, 'تقریباً {}'],
  [/^(.+) (?:a|per) year$/, '{} سالانہ'],
  [/^(.+) (?:a|per) month$/, '{} ماہانہ'],
  [/^(.+) (?:a|per) quarter$/, '{} فی سہ ماہی'],
];

function quantity(english: string): string | null {
  for (const [pattern, urdu] of units) {
    if (pattern.test(english)) return english.replace(pattern, urdu);
  }
  for (const [pattern, urdu] of qualified) {
    const inside = pattern.exec(english)?.[1];
    const inner = inside === undefined ? null : quantity(inside);
    if (inner !== null) return urdu.replace('{}', inner);
  }
  return null;
}

const day = (english: string): string | null => {
  const [, date, month = '', year] = /^(?:(\d{1,2}) )?([A-Z][a-z]+) (\d{4})$/.exec(english) ?? [];
  const name = months[month.slice(0, 3)];
  if (name !== undefined && (month.length === 3 || monthInFull.has(month))) {
    return date === undefined ? `${name} ${year}` : `${date} ${name} ${year}`;
  }
  const [, isoYear, isoMonth = '', isoDay] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(english) ?? [];
  const isoName = Object.values(months)[Number(isoMonth) - 1];
  return isoName === undefined ? null : `${Number(isoDay)} ${isoName} ${isoYear}`;
};

const monthInFull = new Set(
  'January February March April May June July August September October November December'.split(' '),
);

/** A name, a title or an announcer that stands as it is written. */
const name = (english: string): string | null => (/^[\s;]|[\s;]$|^$/.test(english) ? null : isolated(english));

/** What a slot can hold besides the sections of the phrasebook: each says its Urdu, or null where it is something else. */
export const primitives: Readonly<Record<string, (english: string) => string | null>> = {
  number: (english) => (numberPattern.test(english) ? english : null),
  year: (english) => (/^\d{4}$/.test(english) ? english : null),
  formula: (english) => (formulaPattern.test(english) ? isolated(english) : null),
  quantity,
  day,
  name,
};
