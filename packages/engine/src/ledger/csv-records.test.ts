import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvRecords } from './csv-records.ts';

function read(
  text: string,
  size = text.length,
): { lines: number[]; cells: (readonly string[])[]; fault: string | null } {
  const reader = new CsvRecords();
  const records = [];
  for (let at = 0; at < text.length; at += size) records.push(...reader.push(text.slice(at, at + size)));
  records.push(...reader.end());
  const { fault } = reader;
  const cells = records.map((record) => record.cells);
  return { lines: records.map(({ line }) => line), cells, fault: fault && `${fault.line}: ${fault.problem}` };
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('CsvRecords', () => {
  test('gives back what was written, whatever the pieces', () => {
    const table = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 20 }), (rows, size) => {
        const text = rows.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
        expect(read(text, size)).toMatchObject({ cells: rows, fault: null });
      }),
    );
  });
  test('counts lines through quoted breaks and blank lines', () => {
    expect(read('a,b\r\n"x\ny",1\r\n\r\nlast,2')).toEqual({
      lines: [1, 2, 5],
      cells: [
        ['a', 'b'],
        ['x\ny', '1'],
        ['last', '2'],
      ],
      fault: null,
    });
  });
  test.each([
    ['an open quote', 'a,b\n"x,1\n', 2],
    ['text beside a quoted cell', 'a,b\n1,2\n"x"y,1\n', 3],
  ])('stops at %s', (_name, text, line) => {
    expect(read(text).fault).toMatch(new RegExp(`^${line}: is no CSV from here on`));
  });
  test('stops at a line of ten million columns', () => {
    const reader = new CsvRecords();
    const piece = ','.repeat(65_536);
    for (let i = 0; i < 160; i += 1) reader.push(piece);
    expect(reader.fault).toMatchObject({ line: 1, problem: 'has a record longer than 100000 characters' });
  });
});
