import type { ReportedRange } from '@hadaf/series';

const plainNumber = /^-?\d+(?:\.\d+)?$/;
const otherDigits = /[٠-٩۰-۹०-९]/;
const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  mn: 1e6,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
};
const scaled = /^[^\d.-]*(-?\d+(?:\.\d+)?)\s*(k|thousand|mn|m|million|bn|b|billion)\.?$/i;

export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  | {
      readonly kind: 'not-a-number';
      readonly problem: string;
      readonly mend: string;
    };

function refuse(problem: string, mend: string): NumberReading {
  return { kind: 'not-a-number', problem, mend };
}

/** Eastern Arabic, Urdu and Devanagari digits to 0–9: each block holds its ten digits in order from a multiple of 16 or 16 + 6. */
function westernDigits(text: string): string {
  return text
    .replaceAll(/[٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x660))
    .replaceAll(/[۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x6f0))
    .replaceAll(/[०-९]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x966));
}

/**
 * A number as a pack writes it: digits, one decimal point, no unit, no thousands separator. Nothing else is guessed:
 * `2,82` may be 282 or 2.82, and a reader that chooses is wrong silently.
 */
export function readNumber(text: string): NumberReading {
  if (plainNumber.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? { kind: 'number', value } : refuse('is too large', 'state it in a larger unit');
  }
  if (text === '') return refuse('is empty', 'write the number; a row without a value is not an observation');
  if (otherDigits.test(text))
    return refuse('is written in other digits', `write ${westernDigits(text)} in the digits 0-9`);
  const withUnit = scaled.exec(text.replaceAll(/[\s,]/g, ''));
  if (withUnit) {
    const full = Number(withUnit[1]) * (scales[(withUnit[2] ?? '').toLowerCase()] ?? 1);
    return refuse(
      'carries a unit',
      `write the number alone in the indicator's unit: ${full / 1e6} where that is USD mn`,
    );
  }
  if (/^-?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?$/.test(text)) {
    return refuse('has thousands separators', `write ${text.replaceAll(/[, ]/g, '')}`);
  }
  if (/^-?\d+,\d+$/.test(text))
    return refuse('has a decimal comma', `write ${text.replace(',', '.')} if that is meant`);
  return refuse('is not a number', 'write digits with at most one decimal point, such as 2820 or 2.82');
}

const rangePattern = /^(-?\d+(?:\.\d+)?)\s*(?:[-–—]|to)\s*(-?\d+(?:\.\d+)?)$/;

/** Both ends of a value printed as a range, `18-20` or `18–20`, the lower first; null for anything else. */
export function readNumberRange(text: string): ReportedRange | null {
  const match = rangePattern.exec(text);
  const [low, high] = [Number(match?.[1]), Number(match?.[2])];
  return low < high && Number.isFinite(high - low) ? { low, high } : null;
}
