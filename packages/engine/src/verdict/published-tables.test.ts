import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

  test('refuses text after a closing quote', () => {
    expect(() => rowsOf('id,note\n1,"x"y\n')).toThrow('cases.csv is no CSV');
  });
});
