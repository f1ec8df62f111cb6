import { describeDay } from './describe-span.ts';
import { isoDateOfDayNumber } from './iso-date.ts';

const space = '\u00a0';

/** A formatter takes longer to make than to write a thousand numbers. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatterOf(minimum: number, maximum: number): Intl.NumberFormat {
  const key = `${minimum} ${maximum}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat('en', { minimumFractionDigits: minimum, maximumFractionDigits: maximum });
  formatters.set(key, made);
  return made;
}

/** 1,234.5 with at least `minimum` and at most `maximum` decimals. */
function decimals(value: number, minimum: number, maximum = minimum): string {
  return formatterOf(minimum, Math.max(minimum, maximum)).format(value).replace('-', '−');
}

/** $3.80bn, $15bn, $324m: whole billions lose their decimals, other amounts keep three figures. */
function money(symbol: string, millions: number): string {
  const sign = millions < 0 ? '−' : '';
  const size = Math.abs(millions);
  if (size >= 1000) return `${sign}${symbol}${decimals(size / 1000, size % 1000 === 0 ? 0 : 2)}bn`;
  return `${sign}${symbol}${decimals(size, 0, size < 100 ? 1 : 0)}m`;
}

/** Counts in full; smaller or broken numbers to three figures. */
function plain(value: number): string {
  if (Number.isInteger(value)) return decimals(value, 0);
  const size = Math.abs(value);
  return decimals(value, size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

/**
 * A probability as people read it. Never `0 %` or `100 %`: a forecast that says either is wrong about itself.
 *
 * @param probability in [0, 1]
 */
export function formatProbability(probability: number): string {
  if (!(probability >= 0 && probability <= 1)) return '–';
  if (probability < 0.01) return `<1${space}%`;
  if (probability > 0.99) return `>99${space}%`;
  return `${Math.round(probability * 100)}${space}%`;
}

/** A share given as a fraction: 0.316 is `31.6 %`. */
export function formatShare(fraction: number, digits = 1): string {
  return Number.isFinite(fraction) ? `${decimals(fraction * 100, digits)}${space}%` : '–';
}

const qualifiers: Readonly<Record<string, string>> = {
  over: 'over ',
  around: 'about ',
  about: 'about ',
};

/** A unit without its qualifier in brackets: `count (over)` is the unit `count`, said as `over`. */
function splitUnit(unit: string): {
  readonly base: string;
  readonly prefix: string;
  readonly suffix: string;
} {
  const bracket = /^(.*?)\s*\(([^)]*)\)$/.exec(unit);
  const named = bracket?.[1] ?? unit;
  const remark = bracket?.[2] ?? '';
  const pace = /^(.*?)\s+(?:per|a) (year|quarter|month)$/.exec(named);
  const spoken = qualifiers[remark];
  return {
    base: pace?.[1] ?? named,
    prefix: spoken ?? '',
    suffix: (pace ? ` a ${pace[2]}` : '') + (remark !== '' && spoken === undefined ? ` (${remark})` : ''),
  };
}

/** The unit of a day that enters a sum: whole days since 1 January 1970, printed as the day it is. */
export const dateUnit = 'days since 1970-01-01';

/** The value in its base unit, without pace or qualifier. */
function amount(value: number, base: string): string {
  switch (base) {
    case 'USD mn':
      return money('$', value);
    case 'PKR mn':
      return money(`PKR${space}`, value);
    case 'probability':
      return formatProbability(value);
    case 'percent':
      return `${decimals(value, value === Math.round(value) ? 0 : 1)}${space}%`;
    case 'percent of GDP':
      return `${decimals(value, 0, 1)}${space}% of GDP`;
    case 'percentage points':
      return `${decimals(value, 1)} percentage points`;
    case 'ratio':
      return decimals(value, 2);
    case 'event':
      return value === 1 ? 'completion' : `${plain(value)} events`;
    case 'fiscal year':
      return `FY${value}`;
    case dateUnit:
      return describeDay(isoDateOfDayNumber(value));
    case 'count':
    case '':
      return plain(value);
    default:
      return `${plain(value)}${space}${base}`;
  }
}

/**
 * A value with its unit in the words of the page: `USD mn` becomes `$3.80bn`, `percent a year` `31.6 % a year`, `count (over)` `over 20,000`.
 * An unknown unit is written after the number, never dropped. Not-a-number is an en dash.
 */
export function formatQuantity(value: number, unit: string): string {
  if (!Number.isFinite(value)) return '–';
  const { base, prefix, suffix } = splitUnit(unit);
  const percent = base === 'percent' && suffix.startsWith(' a ') ? `${decimals(value, 1)}${space}%` : null;
  return `${prefix}${percent ?? amount(value, base)}${suffix}`;
}

/** As a pocket calculator shows it: `31.6017100177`, `−0.25`, twelve significant digits; a whole number has all of its own. */
export function formatCalculated(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(12))).replace(/^-/, '−');
}

/** A unit less its pace: inside a chart or table of yearly values, `a year` after every number says nothing new. */
export function quantityUnit(unit: string): string {
  return splitUnit(unit).base;
}

/** How a chart's axis counts: its label, and by what the values are divided. */
export interface AxisUnit {
  readonly label: string;
  readonly divisor: number;
}

/** Money axes count in billions once the largest value passes one billion. */
export function axisUnit(unit: string, largest: number): AxisUnit {
  const { base, suffix } = splitUnit(unit);
  const [currency, scale] = base.split(' ');
  if (scale !== 'mn') return { label: unit, divisor: 1 };
  const symbol = currency === 'USD' ? 'US$' : currency;
  return largest >= 1000
    ? { label: `${symbol} billion${suffix}`, divisor: 1000 }
    : { label: `${symbol} million${suffix}`, divisor: 1 };
}
