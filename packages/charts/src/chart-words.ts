/** The language a chart is written in. Charts word themselves in English; this says it in the page's language. */
export interface ChartWords {
  /** What is said already stays as it is. */
  readonly say: (english: string) => string;
  /** Texts read right to left and the legend begins at the right; time runs left to right all the same. */
  readonly direction: 'ltr' | 'rtl';
  /** Mean advance of a letter of 11-unit text. */
  readonly letterWidth: number;
  /** From one line of text to the next. */
  readonly lineHeight: number;
  /** What the name of a period takes on an axis. */
  readonly tickWidth: number;
}

export const english: ChartWords = {
  say: (text) => text,
  direction: 'ltr',
  letterWidth: 5.9,
  lineHeight: 18,
  tickWidth: 58,
};

const rightToLeftIsolate = '\u2067';
const isolateEnd = '\u2069';

/**
 * A text for a place in a drawing. The drawing itself runs left to right, so that anchors and axes stay where they are: a
 * text that does not is an isolate of its own direction. Numbers alone need none.
 */
export function drawnText(text: string, { say, direction }: ChartWords): string {
  if (direction === 'ltr' || /^[\d.,\s−-]*$/.test(text)) return text;
  return `${rightToLeftIsolate}${say(text)}${isolateEnd}`;
}
