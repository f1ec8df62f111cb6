import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A font file we serve ourselves; its path changes with its bytes, so that a browser may keep it for ever. */
export interface Font {
  readonly path: string;
  readonly weight: number;
  readonly bytes: Buffer;
}

/** The Arabic letters of the subset; digits and Latin letters are the page's own. */
const arabic = 'U+0600-06FF, U+0750-077F, U+08A0-08FF, U+200C-200E, U+FB50-FDFF, U+FE70-FEFC';

function nastaliq(weight: number, file: string): Font {
  const bytes = readFileSync(fileURLToPath(file));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { path: `/fonts/noto-nastaliq-urdu-${weight}-${hash}.woff2`, weight, bytes };
}

/** Noto Nastaliq Urdu (SIL Open Font License 1.1), regular and bold. */
export const fonts: readonly Font[] = [
  nastaliq(400, import.meta.resolve('@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff2')),
  nastaliq(700, import.meta.resolve('@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-700-normal.woff2')),
];

/** The rules that name them; a page without Urdu never loads one. */
export const fontFaces = fonts
  .map(
    ({ path, weight }) =>
      `@font-face{font-family:"Noto Nastaliq Urdu";font-weight:${weight};font-display:swap;` +
      `src:url(${path}) format("woff2");unicode-range:${arabic}}`,
  )
  .join('\n');
