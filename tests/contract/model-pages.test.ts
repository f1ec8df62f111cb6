import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { format } from 'node:util';
import { compileFunction } from 'node:vm';
import * as evaluation from '@hadaf/evaluation';
import * as models from '@hadaf/models';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../packages/models/docs');
const pages = globSync('*.md', { cwd: folder })
  .toSorted()
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
const library: Readonly<Record<string, unknown>> = { '@hadaf/models': models, '@hadaf/evaluation': evaluation };

interface Example {
  readonly code: string;
  /** What the comments behind `console.log` promise, line by line. */
  readonly promised: readonly string[];
}

function examplesOf(text: string): Example[] {
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => ({
    code,
    promised: [...code.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].flatMap(([, line = '']) => line.split(' | ')),
  }));
}

/** Runs an example as a reader would, its imports taken from the library; @returns the lines it prints. */
async function printedBy(code: string): Promise<string[]> {
  const printed: string[] = [];
  const body = code.replace(/import \{([^}]*)\} from '([^']*)';/g, 'const {$1} = library["$2"];');
  const run = compileFunction(`return (async () => {${body}\n})()`, ['library', 'console']);
  await run(library, { log: (...values: unknown[]) => printed.push(format(...values)) });
  return printed;
}

const growing = Float64Array.of(789, 939, 1065, 1192, 1439, 2108, 2619, 2596, 3223, 3800);
const saturating = Float64Array.from(
  { length: 16 },
  (_, t) => (70 / (1 + Math.exp(-0.5 * (t - 6)))) * (1 + 0.01 * Math.sin(5 * t)),
);

describe('the pages of the models', () => {
  const [index] = pages.filter(({ name }) => name === 'README.md');

  test.each(pages)('the example of $name runs and prints what it says', async ({ text }) => {
    const examples = examplesOf(text);
    expect(examples.length).toBeGreaterThan(0);
    for (const { code, promised } of examples) {
      expect(promised.length).toBeGreaterThan(0);
      expect(await printedBy(code)).toEqual(promised);
    }
  });

  test('an example that prints something else is noticed', async () => {
    expect(await printedBy('console.log(1 + 1); // 3')).not.toEqual(
      examplesOf('```ts\nconsole.log(1 + 1); // 3\n```')[0]?.promised,
    );
  });

  test.each(pages.filter(({ name }) => name !== 'README.md'))('$name is in the index', ({ name }) => {
    expect(index?.text).toContain(`(${name})`);
  });

  test.each(pages)('every link of $name leads somewhere', ({ text }) => {
    for (const [, target = ''] of text.matchAll(/\]\(([^)#]+)\)/g)) {
      expect(globSync(target, { cwd: folder }), `write packages/models/docs/${target}`).toHaveLength(1);
    }
  });

  const all = Object.entries(models).flatMap(([name, model]) =>
    typeof model === 'object' && 'fit' in model ? [{ name, model }] : [],
  );

  test.each(all)('$name has a page that explains its parameters', ({ name, model }) => {
    const own = pages.filter(({ text }) => examplesOf(text).length > 0 && new RegExp(`\\b${name}\\b`).test(text));
    expect(
      own.map((page) => basename(page.name)),
      `write a page for ${name} in packages/models/docs`,
    ).not.toEqual([]);
    const fits = [growing, saturating].map((values) => model.fit({ values, seasonLength: 1 }));
    const parameters = new Set(fits.flatMap((fit) => (fit.kind === 'fitted' ? Object.keys(fit.model.parameters) : [])));
    const explained = own.map(({ text }) => text).join('\n');
    expect([...parameters].filter((parameter) => !explained.includes(`\`${parameter}\``))).toEqual([]);
  });
});
