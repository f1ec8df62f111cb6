import { normalCdf, normalQuantile, studentTCdf, studentTQuantile } from '@hadaf/numerics';
import type { Pack } from '@hadaf/packs';
import { dayNumber, formatQuantity } from '@hadaf/series';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessInPack, readBundledPack } from '../assess/pack-evidence.fixture.ts';
import { readPackFolder } from '../pack/read-pack-folder.ts';
import { examplePackFolder } from '../pack/write-example-pack.ts';
import type { ExplanationStep } from '../report.ts';

const asOf = '2026-11-22';
const { all, create } = await import('mathjs');
const math = create(all, {});

/** Distributions as a spreadsheet has them; the rest is mathjs's own. */
const functions = {
  tCdf: (x: number, degrees: number) => studentTCdf(x, degrees),
  tQuantile: (level: number, degrees: number) => studentTQuantile(level, degrees),
  normalCdf: (x: number) => normalCdf(x),
  normalQuantile: (level: number) => normalQuantile(level),
};

const signs: readonly (readonly [RegExp, string])[] = [
  [/×/g, '*'],
  [/÷/g, '/'],
  [/−/g, '-'],
  [/;/g, ','],
  [/√/g, 'sqrt'],
  [/\bln\(/g, 'log('],
  [/\bROUNDUP\(/g, 'ceil('],
  [/\bSTDEV\(/g, 'std('],
  [/\bABS\(/g, 'abs('],
  [/\bMAX\(/g, 'max('],
  [/\bMIN\(/g, 'min('],
  [/\bT\.DIST\(/g, 'tCdf('],
  [/\bT\.INV\(/g, 'tQuantile('],
  [/\bNORM\.S\.DIST\(/g, 'normalCdf('],
  [/\bNORM\.S\.INV\(/g, 'normalQuantile('],
  [/\bTRUE\b/g, 'true'],
];

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const twoDigits = (n: number) => String(n).padStart(2, '0');
const isoDay = (_: string, day: string, month: string, year: string) =>
  String(dayNumber(`${year}-${twoDigits(months.indexOf(month) + 1)}-${twoDigits(Number(day))}`));

/** Does what a reader with a calculator does: types the line as it is printed. */
function typed(worked: string): number {
  const days = worked.replaceAll(/(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})/g, isoDay);
  return math.evaluate(
    signs.reduce((text, [sign, code]) => text.replaceAll(sign, code), days),
    { ...functions },
  );
}

const computed = ({ expression, inputs }: ExplanationStep): number =>
  math.evaluate(expression ?? '', {
    ...functions,
    ...Object.fromEntries(inputs.map(({ symbol, value }) => [symbol, value])),
  });

/** Relative to the size of the number, and to 1 for smaller ones. */
const distance = (a: number, b: number): number => Math.abs(a - b) / Math.max(1, Math.abs(b));

const chains: { readonly id: string; readonly steps: readonly ExplanationStep[] }[] = [];

function addChains(pack: Pack): void {
  for (const { id, knownBy } of pack.targets) {
    if (knownBy <= asOf) chains.push({ id, steps: assessInPack(pack, id, asOf).report.explanation });
  }
}

beforeAll(async () => {
  addChains(await readBundledPack());
  const example = await readPackFolder(examplePackFolder());
  if (example.kind === 'faulty') throw new Error('the example pack has faults');
  addChains(example.pack);
}, 60_000);

const everyStep = () =>
  chains.flatMap(({ id, steps }) => steps.map((step) => ({ at: `${id}, step ${step.number}`, step, steps })));

describe('every step of every target of both packs', () => {
  test('has a formula, and inputs or the reason why none', () => {
    expect(everyStep().length).toBeGreaterThan(2000);
    for (const { at, step } of everyStep()) {
      expect(step.formula, at).not.toBe('');
      expect(step.inputs.length > 0 || step.withoutInputs !== '', at).toBe(true);
      if (step.withoutInputs === 'read from the page cited') expect(step.citations.length, at).toBeGreaterThan(0);
      expect(
        step.period !== '' || step.part === 'rules' || step.value === null || step.title.startsWith('Status'),
        at,
      ).toBe(true);
    }
  });

  test('names of every input the earlier step it comes from, or the page and the day it became known', () => {
    for (const { at, step, steps } of everyStep()) {
      for (const { name, value, unit, period, step: from, citations } of step.inputs) {
        expect([at, name, Number.isFinite(value)]).toEqual([at, name, true]);
        expect([at, name, unit !== '', period !== '']).toEqual([at, name, true, true]);
        if (from === null) {
          expect(citations.length, `${at}, ${name}`).toBeGreaterThan(0);
          for (const { knownBy, publisher } of citations) expect([knownBy, publisher], at).not.toContain('');
        } else {
          expect(from, `${at}, ${name}`).toBeLessThan(step.number);
          expect(steps[from - 1], `${at}, ${name}`).toMatchObject({ number: from, value, unit, period });
        }
      }
    }
  });

  test('gives its result when its expression is computed again from the inputs named', () => {
    const arithmetic = everyStep().filter(({ step }) => step.expression !== null && step.value !== null);
    expect(arithmetic.length).toBeGreaterThan(1000);
    for (const { at, step } of arithmetic) {
      const result = computed(step);
      expect([at, step.title, distance(result, step.value ?? 0) < 1e-9 ? 'same' : result]).toEqual([
        at,
        step.title,
        'same',
      ]);
    }
  });

  test('gives its result, as it is shown, when the numbers are typed as they are printed', () => {
    const worked = everyStep().filter(({ step }) => step.worked !== '');
    expect(worked.length).toBeGreaterThan(1000);
    for (const { at, step } of worked) {
      const result = typed(step.worked);
      expect([at, step.worked, distance(result, step.value ?? 0) < 1e-6 ? 'same' : result]).toEqual([
        at,
        step.worked,
        'same',
      ]);
      // 1.825 is shown as 1.82 or 1.83 by its last bit: a number this near is the same however it is rounded.
      if (distance(result, step.value ?? 0) < 1e-9) continue;
      expect([at, formatQuantity(result, step.unit)]).toEqual([
        at,
        formatQuantity(step.value ?? Number.NaN, step.unit),
      ]);
    }
  });

  test('is named once in its chain, so that a number of the page leads to one step', () => {
    for (const { id, steps } of chains) {
      const named = steps.filter(({ part }) => part !== 'rules').map(({ title }) => title);
      expect([id, named.filter((title, i) => named.indexOf(title) !== i)]).toEqual([id, []]);
    }
  });
});

test('the kinds of a gap’s arithmetic are all computed, none only told', () => {
  const told = new Set(everyStep().flatMap(({ step }) => (step.expression === null ? [step.title] : [])));
  const arithmetic = [
    ...['Growth required', 'Amount required', 'Burn rate', 'Gap', 'Milestone of the year', 'Where it should be by now'],
    ...['Needed in each remaining month', 'Where the ended year lands', 'Probability at the date', 'Attained share'],
    ...['Planned by the day of the count', 'SPI, in units', 'SPI(t), in time', 'Days since its date passed'],
    ...['Sum of the stated parts', 'Growth for even odds', 'Added amount a year for even odds'],
  ];
  const titles = new Set(everyStep().map(({ step }) => step.title));
  expect(arithmetic.filter((title) => !titles.has(title))).toEqual([]);
  expect(arithmetic.filter((title) => told.has(title))).toEqual([]);
});
