/** Where a text stands on the terminal, in columns. */
export interface Margins {
  readonly columns: number;
  readonly indent: number;
  /** Further lines begin this much to the right of the first. */
  readonly hang: number;
}

/**
 * Breaks a text at its spaces so that no line passes the last column; a word longer than a line, such as an address, stays
 * whole. Several spaces in a row stay as they are.
 */
export function wrapped(text: string, { columns, indent, hang }: Margins): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  for (const [piece, spaces = '', word = ''] of text.matchAll(/( *)([^ ]+)/g)) {
    if (line.trim() !== '' && line.length + piece.length > columns) {
      lines.push(line);
      line = ' '.repeat(indent + hang) + word;
    } else {
      line += spaces + word;
    }
  }
  return [...lines, line];
}
