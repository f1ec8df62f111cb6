import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configKeys, parseConfig } from './config.ts';

const example = readFileSync(resolve(import.meta.dirname, '../../../.env.example'), 'utf8');
const compose = readFileSync(resolve(import.meta.dirname, '../../../docker-compose.yml'), 'utf8');
const entries = [...example.matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value] as const);
/** Read by docker-compose.yml. */
const keysOfCompose = ['POSTGRES_PASSWORD'];
/** Of the embedded database, which no container has. */
const keysOfEmbedded = ['HADAF_STATE_DIR'];

describe('.env.example', () => {
  test('shows every setting and no other', () => {
    expect(entries.map(([key]) => key).toSorted()).toEqual([...configKeys, ...keysOfCompose].toSorted());
  });

  test('shows values that Hadaf accepts', () => {
    expect(parseConfig(Object.fromEntries(entries))).toMatchObject({ port: 4747, stateDir: '/var/lib/hadaf' });
  });

  test('shows the defaults where there are some', () => {
    const shown = parseConfig(Object.fromEntries(entries));
    const defaults = parseConfig({});
    for (const key of ['host', 'port', 'logLevel'] as const) expect(shown[key]).toBe(defaults[key]);
  });

  test.each(configKeys.filter((key) => !keysOfEmbedded.includes(key)))('reaches the containers: %s', (key) => {
    expect(compose).toMatch(new RegExp(`^ +${key}: \\S`, 'm'));
  });
});
