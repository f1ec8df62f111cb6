/** Left-to-right isolate and its end: inside, a formula, an identifier or a Latin name keeps its own order. */
const LRI = '\u2066';
const PDI = '\u2069';

/** A text of its own direction inside an Urdu sentence. */
export const isolated = (text: string): string =>
  text.startsWith(LRI) && text.endsWith(PDI) ? text : LRI + text + PDI;

const isolates = /(\u2066[^\u2069]*\u2069)/;
const latinRun = /[A-Za-z](?:[A-Za-z0-9 .,&’'()/+-]*[A-Za-z0-9)])?/g;
const signedNumber = /(?<![\d\w])[−±+]\d[\d.,]*/g;

/** The run less the closing brackets that were opened before it. */
function isolatedRun(run: string): string {
  const surplus = run.split(')').length - run.split('(').length;
  const inside = surplus > 0 ? run.replace(new RegExp(`\\){1,${surplus}}$`), '') : run;
  return isolated(inside) + run.slice(inside.length);
}

/**
 * Isolates what would be reordered in a right-to-left sentence: runs of Latin letters and signed numbers. Plain numbers
 * and the days of a date need none.
 */
export function isolateForeign(urdu: string): string {
  return urdu
    .split(isolates)
    .map((piece) =>
      piece.startsWith(LRI) ? piece : piece.replaceAll(latinRun, isolatedRun).replaceAll(signedNumber, isolated),
    )
    .join('');
}

/** The text less its isolates: what a reader is left with when no Latin may remain. */
export const withoutIsolates = (urdu: string): string => urdu.replaceAll(/\u2066[^\u2069]*\u2069/g, '');
