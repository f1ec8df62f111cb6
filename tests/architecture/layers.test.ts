import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The picture of the house, bottom first: a room imports only from rooms above its own line in this list. */
const layers = [
  ['numerics'],
  ['series'],
  ['models', 'targets', 'charts'],
  ['evaluation', 'packs'],
  ['platform'],
  ['store'],
  ['engine'],
  ['jobs'],
  ['worker', 'reporting'],
  ['cli'],
];
const pureRooms = layers.slice(0, 4).flat();
const level = new Map<string, number>(
  layers.flatMap((names, index) => names.map((name) => [`@hadaf/${name}`, index] as const)),
);

/** The dependencies of a room that do not stand on a lower floor. */
function upwardImports(name: string, dependencies: Record<string, string>): string[] {
  const own = level.get(name) ?? -1;
  return Object.keys(dependencies).filter((d) => d.startsWith('@hadaf/') && (level.get(d) ?? Infinity) >= own);
}

const rooms = globSync('{packages,services}/*/package.json').map((path) => {
  const { name, dependencies = {} } = JSON.parse(readFileSync(path, 'utf8')) as {
    name: string;
    dependencies?: Record<string, string>;
  };
  return { name, dependencies };
});

describe('the house', () => {
  test('has every room in the picture', () => {
    expect(rooms.map((room) => room.name).sort()).toEqual([...level.keys()].sort());
  });

  test.each(rooms)('$name points down only', ({ name, dependencies }) => {
    expect(upwardImports(name, dependencies)).toEqual([]);
  });

  test('would notice an arrow that points up', () => {
    expect(upwardImports('@hadaf/series', { '@hadaf/engine': 'workspace:*' })).toEqual(['@hadaf/engine']);
    expect(upwardImports('@hadaf/models', { '@hadaf/targets': 'workspace:*' })).toEqual(['@hadaf/targets']);
  });
});

describe('pure rooms', () => {
  const impure = /\bMath\.random\b|\bnew Date\b|\bDate\.now\b|\bperformance\.now\b/;

  test.each(pureRooms)('%s has no clock and no randomness of its own', (room) => {
    const sources = globSync(`packages/${room}/src/**/*.ts`).filter((path) => !path.endsWith('.test.ts'));
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((path) => impure.test(readFileSync(path, 'utf8')))).toEqual([]);
  });

  test('would notice a coin toss', () => {
    expect(impure.test('const x = Math.random();')).toBe(true);
  });
});

describe('mathjs', () => {
  const eager = /^(?:import|export) (?!type )[^;]*from 'mathjs/m;

  test('is loaded with the first formula or unit that asks for it, never with a room', () => {
    const sources = globSync('{packages,services}/*/src/**/*.ts');
    const users = sources.filter((path) => readFileSync(path, 'utf8').includes("import('mathjs"));
    expect(users.length).toBeGreaterThan(0);
    expect(sources.filter((path) => eager.test(readFileSync(path, 'utf8')))).toEqual([]);
  });

  test('would be noticed', () => {
    expect(eager.test("import { z } from 'zod';\nimport { create } from 'mathjs';")).toBe(true);
    expect(eager.test("import type { MathNode } from 'mathjs';")).toBe(false);
  });
});
