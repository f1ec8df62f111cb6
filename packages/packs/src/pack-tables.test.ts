import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packTables } from './pack-tables.ts';

const at = (path: string) => new URL(`../${path}`, import.meta.url);
const format = readFileSync(at('FORMAT.md'), 'utf8');
const example = readdirSync(at('example-okr')).filter((name) => name.endsWith('.csv'));

describe('the tables of the format', () => {
  test.each(packTables.map((table) => [table.file, table] as const))(
    '%s is described, column by column',
    (file, table) => {
      expect(format).toContain(file.replace('.csv', ''));
      expect(table.columns.filter(({ name }) => !format.includes(`\`${name}\``)).map(({ name }) => name)).toEqual([]);
    },
  );

  test('are those the example uses, and its headers are of them', () => {
    const known = new Map(packTables.map(({ file, columns }) => [file, columns.map(({ name }) => name)]));
    for (const file of example) {
      const [header = ''] = readFileSync(at(`example-okr/${file}`), 'utf8').split('\n');
      expect(known.get(file)).toEqual(expect.arrayContaining(header.split(',')));
    }
  });

  test('say which words a cell may be', () => {
    const targets = packTables.find(({ file }) => file === 'targets.csv');
    expect(targets?.columns.find(({ name }) => name === 'kind')).toEqual({
      ...{ name: 'kind', isOptional: false, words: ['level', 'event', 'roll-out'] },
    });
    expect(targets?.columns.find(({ name }) => name === 'wording')).toMatchObject({ isOptional: true, words: null });
  });
});
