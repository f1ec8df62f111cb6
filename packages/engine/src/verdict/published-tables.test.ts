import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPublishedTables } from './published-tables.ts';

describe('readPublishedTables', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'hadaf-tables-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const rowsOf = (text: string) => {
    writeFileSync(path.join(folder, 'cases.csv'), text);
    return readPublishedTables(folder)[0]?.rows;
  };

  test('reads quoted commas, quotes and line breaks', () => {
    expect(rowsOf('\uFEFFid,note\r\n1,"a, ""b""\nc"\r\n2,\r\n')).toEqual([
      { id: '1', note: 'a, "b"\nc' },
      { id: '2', note: '' },
    ]);
  });

  test('reads a last line without its line break', () => {
    expect(rowsOf('id,note\n1,"x"')).toEqual([{ id: '1', note: 'x' }]);
  });

  test('finds nothing where there is no folder', () => {
    expect(readPublishedTables(path.join(folder, 'absent'))).toEqual([]);
  });

  test('lists a line with text after a closing quote, and reads the others', () => {
    writeFileSync(path.join(folder, 'cases.csv'), 'id,note\n1,"x"y\n2,"y, z"\n3,"open\n4,z\n');
    const [table] = readPublishedTables(folder);
    expect(table?.rows).toEqual([
      { id: '2', note: 'y, z' },
      { id: '4', note: 'z' },
    ]);
    expect(table?.lines).toEqual([3, 5]);
    expect(table?.unread?.map(({ file, row }) => [file, row])).toEqual([
      ['cases.csv', 2],
      ['cases.csv', 4],
    ]);
  });

  test.each([
    [';', 'a.csv'],
    ['\t', 'b.tsv'],
    [',', 'C.CSV'],
  ])('reads cells split by %j', (sign, name) => {
    writeFileSync(path.join(folder, name), `ID${sign}Base value\n1${sign}2\n`);
    expect(readPublishedTables(folder)[0]?.rows).toEqual([{ id: '1', base_value: '2' }]);
  });

  test('reads what is packed, and lists what cannot be unpacked', () => {
    mkdirSync(path.join(folder, 'deep'));
    writeFileSync(path.join(folder, 'deep/a.csv.gz'), gzipSync('id\n1\n'));
    writeFileSync(path.join(folder, 'z.csv.gz'), 'no gzip');
    const [packed, broken] = readPublishedTables(folder);
    expect(packed?.rows).toEqual([{ id: '1' }]);
    expect(broken?.unread).toMatchObject([{ file: 'z.csv.gz', field: 'the file' }]);
  });

  test('numbers rows by the line they end on', () => {
    writeFileSync(path.join(folder, 'cases.csv'), 'id,note\n\n1,"a\nb"\n2,x\n');
    expect(readPublishedTables(folder)[0]?.lines).toEqual([4, 5]);
  });
});
